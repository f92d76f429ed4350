"""Build the installer for Windows.

    python packaging/windows.py OUT

Builds the frozen program (packaging/frozen.py) in OUT, writes the script of Inno Setup beside it,
and compiles that to OUT/Lookalike-VERSION-setup.exe. Needs the extra `packages`, `gcc` (MinGW) and
Inno Setup 6. On other systems only the script and the icon are written, and the exit status is 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from building.release import home, version
from frozen import PROGRAM, build, may_be_passed_on
from integration import TEMPLATES
from integration.icons import write_windows_icon
from integration.metainfo import application_id
from integration.picture_types import SUFFIXES

_TEMPLATE = TEMPLATES / "lookalike.iss"
_ASSOCIATION = (
    r'Root: HKA; Subkey: "Software\Classes\{suffix}\OpenWithProgids"; ValueType: string;'
    r' ValueName: "Lookalike.Picture"; ValueData: "";'
    r" Flags: uninsdeletevalue uninsdeletekeyifempty"
)
_NO_COMPILER = """\
Inno Setup 6 is not installed. Get it from https://jrsoftware.org/isdl.php, and start this again.
"""
_OTHER_SYSTEM = "{script} is written. The program itself can be built on Windows only.\n"
_RESOURCE = """\
VSVersionInfo(
    ffi=FixedFileInfo(
        filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1,
        subtype=0, date=(0, 0),
    ),
    kids=[
        StringFileInfo([StringTable("040904B0", [{texts}])]),
        VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
    ],
)
"""


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1]).absolute()
    script = write_script(out)
    if sys.platform != "win32":
        sys.stderr.write(_OTHER_SYSTEM.format(script=script))
        return 1
    compiler = inno_setup(os.environ)
    if compiler is None:
        sys.stderr.write(_NO_COMPILER)
        return 1
    if not may_be_passed_on(build(out)):
        return 1
    subprocess.run([compiler, "/Qp", str(script)], check=True)  # noqa: S603
    return 0


def write_script(out: Path) -> Path:
    """Write the script of Inno Setup and the icon that it names, and return the script."""
    write_windows_icon(out / f"{PROGRAM}.ico")
    path = out / f"{PROGRAM}.iss"
    path.write_text(script_text(), "utf-8-sig")  # Inno Setup knows UTF-8 by its first bytes
    return path


def script_text() -> str:
    """Return the script, with all types of pictures for 'Open with'."""
    associations = "".join(f"{_ASSOCIATION.format(suffix=suffix)}\n" for suffix in SUFFIXES)
    text = _TEMPLATE.read_text("utf-8")
    for name, value in (
        ("@ID@", application_id()),
        ("@VERSION@", version()),
        ("@HOME@", home()),
        ("@ASSOCIATIONS@", associations),
    ):
        text = text.replace(name, value)
    return text


def inno_setup(environment: Mapping[str, str]) -> str | None:
    """Return the compiler of Inno Setup: on the PATH, or where its installer puts it."""
    programs = Path(environment.get("ProgramFiles(x86)", ""))
    usual = programs / "Inno Setup 6" / "ISCC.exe"
    return shutil.which("iscc") or (str(usual) if usual.is_file() else None)


def exe_options(work: Path) -> dict[str, Any]:
    """Return what PyInstaller gives to lookalike.exe: its icon, and what Explorer shows of it.

    It is a program of the console, for the command line; a window that Explorer opens for it is
    hidden at once.
    """
    icon, resource = work / f"{PROGRAM}.ico", work / "version.txt"
    write_windows_icon(icon)
    resource.write_text(version_resource(), "utf-8")
    hidden = {"console": True, "hide_console": "hide-early"}
    return {**hidden, "icon": str(icon), "version": str(resource)}


def version_resource() -> str:
    """Return the version resource in the form that PyInstaller reads."""
    texts = {
        "CompanyName": "The Lookalike contributors",
        "FileDescription": "Lookalike",
        "FileVersion": version(),
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": f"{PROGRAM}.exe",
        "ProductName": "Lookalike",
        "ProductVersion": version(),
    }
    numbers = (*map(int, version().split(".")), 0)
    structs = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return _RESOURCE.format(numbers=numbers, texts=structs)


if __name__ == "__main__":
    sys.exit(main())
