"""Asks what to do about a library that is to be opened, and is not there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from desktop_app.core.base.paths import default_library
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.kit.messages import breakable, shown_folder
from desktop_app.ui.system.desktop import Desktop


class MissingLibraryDialog(QMessageBox):
    """A library is never created unasked: its drive may only be disconnected.

    Attributes:
        choose_another, create_there, own: The buttons besides that which cancels.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        role = QMessageBox.ButtonRole
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle("Lookalike")
        text = self.tr("There is no library in {folder}.")
        self.setText(text.format(folder=breakable(shown_folder(folder))))
        self.setInformativeText(
            self.tr("Create it there, or choose another? If it is on a drive, connect that first.")
        )
        self.choose_another = self._new_button(self.tr("Choose another…"), role.AcceptRole)
        self.create_there = self._new_button(self.tr("Create it there"), role.ActionRole)
        self.own = self._new_button(self.tr("Open my library"), role.ActionRole)
        self._new_button(self.tr("Cancel"), role.RejectRole)
        self.setDefaultButton(self.choose_another)

    def _new_button(self, text: str, role: QMessageBox.ButtonRole) -> QPushButton:
        made = self.addButton(text, role)
        assert isinstance(made, QPushButton)
        return made


def library_in_place_of(missing: Path, desktop: Desktop) -> Path | None:
    """Ask until there is a library, or one is to be created.

    Returns:
        Its folder; None if the user has cancelled.
    """
    folder = missing
    while not LibraryFiles(folder).exists():
        dialog = MissingLibraryDialog(folder)
        dialog.exec()
        pressed = dialog.clickedButton()
        if pressed is dialog.create_there:
            return folder
        if pressed is dialog.own:
            return default_library()
        if pressed is not dialog.choose_another:
            return None
        folder = desktop.choose_folder(dialog, _tr("Open a library")) or folder
    return folder


def _tr(text: str) -> str:
    return QCoreApplication.translate("missing_library", text)
