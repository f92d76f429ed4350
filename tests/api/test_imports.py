"""What a program loads with the library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]


def test_the_import_loads_no_window_no_command_line_and_no_torch() -> None:
    paths = [str(_PROJECT), str(_PROJECT / "desktop_app" / "import-name")]
    code = (
        f"import sys; sys.path[:0] = {paths!r}\n"
        "import lookalike\n"
        "heavy = {name.split('.')[0] for name in sys.modules} & {'PySide6', 'torch', 'typer'}\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
