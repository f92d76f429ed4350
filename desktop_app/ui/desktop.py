"""What the window asks of the desktop around it; tests give their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.file_manager import open_file, show_in_file_manager


@dataclass(frozen=True)
class Desktop:
    """`open_file` and `show_file` tell whether they could; the choosers give None for 'cancel'.
    The text is the title of the folder chooser.
    """

    open_file: Callable[[Path], bool]
    show_file: Callable[[Path], bool]
    choose_picture: Callable[[QWidget], Path | None]
    choose_folder: Callable[[QWidget, str], Path | None]


def real_desktop() -> Desktop:
    return Desktop(open_file, show_in_file_manager, _choose_picture, _choose_folder)


def _choose_picture(window: QWidget) -> Path | None:
    """All files are offered: the type of a picture is told by its content, not by its name."""
    title = QCoreApplication.translate("desktop", "Open a picture to find photos like it")
    name, _ = QFileDialog.getOpenFileName(window, title)
    return Path(name) if name else None


def _choose_folder(window: QWidget, title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(window, title)
    return Path(name) if name else None
