"""Opens other libraries, each in a window of its own, and makes new ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.core.archive.recognition import is_archive
from desktop_app.core.base.errors import AppError
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.paths import default_library
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.ui.kit.messages import shown_folder, shown_name
from desktop_app.ui.library.recent_libraries import RecentLibraries
from desktop_app.ui.system.desktop import Desktop


class LibraryOpener(QObject):
    """Each window has one library, and the program one process for each window.

    Signals:
        message_posted (MessageText): Why a library could not be opened.
    """

    message_posted = Signal(object)

    def __init__(
        self, library: Path, recent: RecentLibraries, desktop: Desktop, window: QWidget
    ) -> None:
        """`library` is that of the window, which is the parent of file dialogs."""
        super().__init__(window)
        self._library = library
        self._recent = recent
        self._desktop = desktop
        self._window = window

    def create(self) -> None:
        """Ask for a folder, make a library in it, and open it."""
        name = self.tr("Photo library")
        folder = self._desktop.choose_target(self._window, self.tr("New library"), name)
        if folder is None:
            return
        try:
            is_free = LibraryFiles(folder).exists() or not any(folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            is_free = True
        if not is_free:
            self.message_posted.emit(partial(_in_the_way, folder))
            return
        try:
            Catalogue(LibraryFiles(folder)).close()
        except AppError as error:
            self.message_posted.emit(error)
        else:
            self.open(folder)

    def choose(self) -> None:
        """Ask for the folder of a library, and open it."""
        folder = self._desktop.choose_folder(self._window, self.tr("Open a library"))
        if folder:
            self.open(folder)

    def choose_archive(self) -> None:
        """Ask for the folder of an archive, and open it."""
        folder = self._desktop.choose_folder(self._window, self.tr("Open an archive"))
        if folder and not is_archive(folder):
            self.message_posted.emit(partial(_no_archive, folder))
        elif folder:
            self.open(folder)

    def open(self, folder: Path) -> None:
        """Open a library or an archive, unless it is that of this window."""
        if not LibraryFiles(folder).exists() and not is_archive(folder):
            self.message_posted.emit(partial(_no_library, folder))
        elif resolved(folder) == resolved(self._library):
            self.message_posted.emit(partial(_open_already, folder))
        else:
            self.open_recent(folder)

    def open_recent(self, folder: Path) -> None:
        """Open a library that may be gone: its window says so, and asks what to do."""
        if not self._desktop.open_library(folder):
            self.message_posted.emit(partial(_not_started, folder))

    def add_recent(self, menu: QMenu, above: QAction) -> None:
        """Add a menu of the libraries that were opened lately, below an entry of another menu."""
        recent = QMenu(self.tr("Open recent library"), menu)
        recent.setToolTipsVisible(True)
        recent.aboutToShow.connect(partial(self._fill, recent))
        entries = menu.actions()
        menu.insertMenu(entries[entries.index(above) + 1], recent)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for folder in self._recent.others:
            text = library_name(folder).replace("&", "&&")
            menu.addAction(text, partial(self.open_recent, folder)).setToolTip(shown_folder(folder))


def library_name(folder: Path) -> str:
    """Return what a library is called."""
    return _tr("My library") if folder == default_library() else shown_name(folder)


def window_title(library: Path) -> str:
    """Return the title of a window, which names the library unless it is the user's own."""
    own = library == default_library()
    return "Lookalike" if own else f"{shown_name(library)} \N{EM DASH} Lookalike"


def _no_library(folder: Path) -> str:
    text = _tr("There is no library in {folder}. Use “New library…” to create one.")
    return text.format(folder=shown_folder(folder))


def _no_archive(folder: Path) -> str:
    text = _tr("There is no archive in {folder}. “lookalike cluster index” makes one.")
    return text.format(folder=shown_folder(folder))


def _open_already(folder: Path) -> str:
    return _tr("The library {folder} is open in this window.").format(folder=shown_folder(folder))


def _in_the_way(folder: Path) -> str:
    text = _tr("{folder} is not empty. Choose a new or an empty folder for the library.")
    return text.format(folder=shown_folder(folder))


def _not_started(folder: Path) -> str:
    text = _tr("No window could be opened for the library {folder}.")
    return text.format(folder=shown_folder(folder))


def _tr(text: str) -> str:
    return QCoreApplication.translate("library_opener", text)
