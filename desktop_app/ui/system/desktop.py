"""What the window asks of the desktop around it; tests give their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.system.file_manager import open_file, show_in_file_manager
from desktop_app.ui.system.open_with import open_with


@dataclass(frozen=True)
class Desktop:
    """`open_file`, `open_with` and `show_file` tell whether they could; the choosers give None for
    'cancel', and so does `open_with`, which lets the user choose a program. Texts are titles of
    choosers, and the name that a file to be written has at first.
    """

    open_file: Callable[[Path], bool]
    show_file: Callable[[Path], bool]
    choose_picture: Callable[[QWidget], Path | None]
    choose_folder: Callable[[QWidget, str], Path | None]
    choose_target: Callable[[QWidget, str, str], Path | None]
    open_with: Callable[[QWidget, Path], bool | None]
    choose_model: Callable[[QWidget], Path | None]


def real_desktop() -> Desktop:
    return Desktop(
        open_file,
        show_in_file_manager,
        _choose_picture,
        _choose_folder,
        _choose_target,
        open_with,
        _choose_model,
    )


def _choose_picture(window: QWidget) -> Path | None:
    """All files are offered: the type of a picture is told by its content, not by its name."""
    title = QCoreApplication.translate("desktop", "Open a picture to find photos like it")
    name, _ = QFileDialog.getOpenFileName(window, title)
    return Path(name) if name else None


def _choose_folder(window: QWidget, title: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(window, title)
    return Path(name) if name else None


def _choose_target(window: QWidget, title: str, name: str) -> Path | None:
    """A file that is there already is replaced only when the user has said so to the chooser. The
    name keeps its ending: it says what is in the file.
    """
    ending = Path(name).suffix
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, f"*{ending}")
    if not chosen:
        return None
    return Path(chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}")


def _choose_model(window: QWidget) -> Path | None:
    title = QCoreApplication.translate("desktop", "Import a model")
    kind = QCoreApplication.translate("desktop", "Models")
    chosen, _ = QFileDialog.getOpenFileName(window, title, "", f"{kind} (*.lookalike-model)")
    return Path(chosen) if chosen else None
