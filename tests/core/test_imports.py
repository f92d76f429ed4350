"""Importing the core is cheap: it loads no library that is rarely needed."""

from __future__ import annotations

import subprocess
import sys
from pkgutil import walk_packages

import desktop_app.core


def test_importing_every_core_module_loads_nothing_that_is_rarely_needed() -> None:
    core = desktop_app.core
    modules = [module.name for module in walk_packages(core.__path__, f"{core.__name__}.")]
    assert "desktop_app.core.photos.photo_reader" in modules  # sub-packages are included
    code = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        "rare = {'PySide6', 'torch', 'typer', 'tifffile', 'imagecodecs'}\n"
        "heavy = {name.split('.')[0] for name in sys.modules} & rare\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
