"""Access to the desktop: file dialogs, file managers and other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.core.base.paths import own_program
from desktop_app.ui.system.file_dialogs import FileDialogs
from desktop_app.ui.system.file_urls import file_url

_REPLY_TIMEOUT_MS = 2000


def open_with(window: QWidget, path: Path) -> bool | None:
    """Let the user choose a program, in the system's dialog if it has one.

    Returns:
        None if the user chose none, False if it could not be started.
    """
    if sys.platform == "win32":
        return _started("rundll32", ["shell32.dll,OpenAs_RunDLL", str(path)])
    if sys.platform == "darwin":
        program = _choose_program(window, Path("/Applications"))
        return _started("open", ["-a", str(program), str(path)]) if program else None
    if _open_by_portal(path):
        return True
    program = _choose_program(window, Path("/usr/bin"))
    return _started(str(program), [str(path)]) if program else None


def _started(program: str, arguments: list[str]) -> bool:
    return QProcess.startDetached(program, arguments)[0]


def _choose_program(window: QWidget, folder: Path) -> Path | None:
    title = QCoreApplication.translate("open_with", "Open with which program?")
    name, _ = QFileDialog.getOpenFileName(window, title, str(folder))
    return Path(name) if name else None


def _open_by_portal(path: Path) -> bool:
    """Open the dialog of freedesktop.org's portal, which takes the file as an open descriptor."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.OpenURI",
        "OpenFile",
    )
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        call.setArguments(["", QDBusUnixFileDescriptor(descriptor), {"ask": True}])
        reply = bus.call(call, timeout=_REPLY_TIMEOUT_MS)
    finally:
        os.close(descriptor)
    return reply.type() == QDBusMessage.MessageType.ReplyMessage


def open_file(path: Path) -> bool:
    """Open a file with its default program; False if there is none."""
    return QDesktopServices.openUrl(file_url(path))


def show_in_file_manager(path: Path, *others: Path) -> bool:
    """Select files in their folder, or open the folder; False if neither works.

    Only file managers with freedesktop.org's interface select the others, too.
    """
    if sys.platform == "win32":
        return _started("explorer", ["/select,", str(path)])
    if sys.platform == "darwin":
        return _started("open", ["-R", str(path)])
    return _show_by_dbus(path, *others) or QDesktopServices.openUrl(file_url(path.parent))


def open_library(folder: Path) -> bool:
    """Open a library in a window of its own; False if the program cannot be started."""
    program, *arguments = own_program()
    return _started(program, [*arguments, "--library", str(folder)])


def _show_by_dbus(*paths: Path) -> bool:
    """Call the file manager by freedesktop.org's FileManager1 interface."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1",
        "ShowItems",
    )
    call.setArguments([[path.absolute().as_uri() for path in paths], ""])
    reply = bus.call(call, timeout=2000)
    return reply.type() == QDBusMessage.MessageType.ReplyMessage


class ShowFile(Protocol):
    """Shows a file, and others beside it, in the file manager."""

    def __call__(self, path: Path, *others: Path) -> bool: ...


class ChooseFolder(Protocol):
    """Lets the user choose a folder, in a dialog with a title; None if the user cancelled.

    The dialog opens in the folder `start`, or where the user last was.
    """

    def __call__(self, window: QWidget, title: str, start: Path | None = None) -> Path | None: ...


@dataclass(frozen=True)
class Desktop:
    """The functions of the desktop that the window uses; tests provide their own.

    Attributes:
        open_file, show_file, open_library: Return False if no program could be started.
        open_with: Lets the user choose a program; None if the user cancelled.
        choose_picture, choose_target, choose_model: Return None if the user cancelled. The
            texts are the title of the dialog, and the proposed file name.
    """

    open_file: Callable[[Path], bool]
    show_file: ShowFile
    choose_picture: Callable[[QWidget], Path | None]
    choose_folder: ChooseFolder
    choose_target: Callable[[QWidget, str, str], Path | None]
    open_with: Callable[[QWidget, Path], bool | None]
    choose_model: Callable[[QWidget], Path | None]
    open_library: Callable[[Path], bool]


def real_desktop() -> Desktop:
    dialogs = FileDialogs()
    return Desktop(
        open_file,
        show_in_file_manager,
        dialogs.choose_picture,
        dialogs.choose_folder,
        dialogs.choose_target,
        open_with,
        dialogs.choose_model,
        open_library,
    )
