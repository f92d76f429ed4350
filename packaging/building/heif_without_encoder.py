"""Take the encoder x265 out of a frozen build, which reads HEIC photos but never writes them.

The wheels of pillow-heif contain libx265 (23 MB), which is under the GPL: with it, the whole
package would have to be passed on under the GPL. Its two functions that libheif links are replaced
by a small library that says it has no encoder. Needs a C compiler: `cc`, or `gcc` on Windows.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_MARK = "lookalike: no x265 encoder"
_ENTRY = re.compile(rb"x265_api_get_(?P<version>\d+)")
_SOURCE = """
const char lookalike_note[] = "{mark}";
void *{entry}(int bits) {{ (void)bits; return 0; }}
void x265_cleanup(void) {{}}
"""


def encoders(folder: Path) -> list[Path]:
    """Return the files of x265 in a folder that have not been replaced."""
    return [path for path in sorted(folder.rglob("libx265*")) if not is_stub(path)]


def is_stub(path: Path) -> bool:
    """Whether a file is the library that stands in for the encoder."""
    return path.stat().st_size < 100_000 and _MARK.encode() in path.read_bytes()


def replace_encoder(encoder: Path) -> None:
    """Put a library without an encoder in the place of x265.

    Raises:
        FileNotFoundError: There is no C compiler.
        ValueError: The file has no entry of x265.
    """
    entry = _ENTRY.search(encoder.read_bytes())
    if entry is None:
        raise ValueError(encoder)
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise FileNotFoundError("cc")
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "stub.c", Path(folder) / encoder.name
        source.write_text(_SOURCE.format(mark=_MARK, entry=entry[0].decode()), "utf-8")
        options = _options(encoder.name, entry["version"].decode())
        subprocess.run([compiler, *options, source, "-o", made], check=True)  # noqa: S603
        shutil.copy(made, encoder)


def _options(name: str, version: str) -> tuple[str, ...]:
    """Return the options of the compiler by which the library takes the place of another."""
    if sys.platform == "win32":
        return ("-shared", "-Os", "-s")
    if sys.platform == "darwin":
        # libheif refuses a library that says it is older than the one it was linked to.
        named = f"-Wl,-install_name,@loader_path/{name}"
        return ("-dynamiclib", "-Os", named, f"-Wl,-compatibility_version,{version}")
    return ("-shared", "-fPIC", "-Os", "-s", "-nostdlib", f"-Wl,-soname,{name}")
