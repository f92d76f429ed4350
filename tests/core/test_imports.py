import subprocess
import sys
from pathlib import Path

import desktop_app.core


def test_importing_every_core_module_loads_neither_qt_nor_torch() -> None:
    folder = Path(desktop_app.core.__file__).parent
    modules = [f"desktop_app.core.{path.stem}" for path in folder.glob("*.py")]
    code = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        "heavy = {name.split('.')[0] for name in sys.modules} & {'PySide6', 'torch', 'typer'}\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
