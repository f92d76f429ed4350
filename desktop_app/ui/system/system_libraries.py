"""Checks what the window needs on Linux before Qt is loaded, which would abort without it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping

# Shared library -> the Debian and Ubuntu package that brings it.
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_BY_PLATFORM = {"xcb": _X11, "wayland": _WAYLAND}

NO_DISPLAY = (
    "Lookalike cannot open its window: there is no display (neither DISPLAY nor WAYLAND_DISPLAY"
    " is set). Run 'lookalike --help' for commands that need no display.\n"
)
NO_ANSWER = (
    "Lookalike cannot open its window: the display {display} does not respond. Start Lookalike in a"
    " desktop session, or set DISPLAY to a running display.\n"
)


def why_no_window(
    environment: Mapping[str, str],
    load: Callable[[str], object] = ctypes.CDLL,
    *,
    answers: Callable[[str], bool] | None = None,
) -> str:
    """Return a sentence with the remedy, or an empty string if the window can open.

    `answers` returns whether an X11 display can be reached; None: try it.
    """
    if not _has_display(environment):
        return NO_DISPLAY
    missing = missing_packages(environment, load)
    if not missing:
        display = environment.get("DISPLAY", "")
        is_lost = _platforms(environment) == ["xcb"] and not (answers or _x11_answers)(display)
        return NO_ANSWER.format(display=display) if is_lost else ""
    return (
        "Lookalike cannot open its window: system libraries are missing. Run 'sudo apt install"
        f" {' '.join(missing)}', or install the equivalent packages of your system.\n"
    )


def missing_packages(
    environment: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL
) -> list[str]:
    """Packages of the libraries that cannot be loaded, for the kind of display there is.

    Where there are two kinds, as X11 beside Wayland, Qt falls back to the one that works.
    """
    choices = [_absent(_BY_PLATFORM.get(name, {}), load) for name in _platforms(environment)]
    return sorted(_absent(_ALWAYS, load) | min(choices, key=len))


def _has_display(environment: Mapping[str, str]) -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """The Qt platforms that will be tried. `wayland;xcb` names a choice and a fallback."""
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if wanted:
        names = [name.split(":")[0] for name in wanted.split(";")]
        return ["wayland" if name.startswith("wayland") else name for name in names]
    found = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return [name for name, variable in found.items() if environment.get(variable)]


def _absent(packages: Mapping[str, str], load: Callable[[str], object]) -> set[str]:
    return {package for name, package in packages.items() if not _loads(name, load)}


def _x11_answers(display: str) -> bool:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    connection = x11.XOpenDisplay(display.encode() or None)
    if not connection:
        return False
    x11.XCloseDisplay(ctypes.c_void_p(connection))
    return True


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True
