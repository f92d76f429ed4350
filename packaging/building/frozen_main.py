"""The entry point of a frozen build: the program itself, or a module that Python would be started
with, as in `python -P -m training ...`.

The program starts its trainings, and pip, so; both see the training component.
"""

from __future__ import annotations

import runpy
import sys
from contextlib import nullcontext
from multiprocessing import freeze_support

from desktop_app.__main__ import main
from desktop_app.core.models.component_folder import add_component_to_path, component_in_use


def run() -> int:
    """Run what the process was started for, and return its exit status."""
    freeze_support()  # a process that multiprocessing has started does its work, and ends here
    match sys.argv[1:]:
        case ["-P", "-m", ("pip" | "training") as module, *words]:
            add_component_to_path()
            sys.argv[1:] = words
            with component_in_use() if module == "training" else nullcontext():
                runpy.run_module(module, run_name="__main__", alter_sys=True)
            return 0
    return main()


if __name__ == "__main__":
    sys.exit(run())
