"""How pictures and folders come into the window: dropped, pasted, or chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.ui.desktop import Desktop
from desktop_app.ui.dropped import Dropped, read_mime
from desktop_app.ui.queries import FileSource, ImageSource
from desktop_app.ui.search_flow import MOST_EXAMPLES


class Intake(QObject):
    """`pictures_brought` gives sources to search for together; `folders_brought` folders for the
    library; `said` a sentence.
    """

    pictures_brought = Signal(list)
    folders_brought = Signal(list)
    said = Signal(str)

    def __init__(self, desktop: Desktop, window: QWidget) -> None:
        """`window` is the parent of the choosers."""
        super().__init__(window)
        self._desktop = desktop
        self._window = window

    def choose_folder(self) -> None:
        title = self.tr("Add a folder of photos")
        folder = self._desktop.choose_folder(self._window, title)
        if folder:
            self.folders_brought.emit([folder])

    def choose_picture(self) -> None:
        picture = self._desktop.choose_picture(self._window)
        if picture:
            self.pictures_brought.emit([FileSource(picture)])

    def paste(self) -> None:
        self.take(read_mime(QGuiApplication.clipboard().mimeData()))

    def take(self, dropped: Dropped) -> None:
        """Folders join the library; pictures are searched for; a bare link is declined."""
        if dropped.folders:
            self.folders_brought.emit(dropped.folders)
        if dropped.files:
            files = [FileSource(path) for path in dropped.files[:MOST_EXAMPLES]]
            self.pictures_brought.emit(files)
            if len(dropped.files) > MOST_EXAMPLES:
                text = self.tr("Of {count} pictures, the first {most} are searched for.")
                self.said.emit(text.format(count=len(dropped.files), most=MOST_EXAMPLES))
        elif dropped.image is not None:
            self.pictures_brought.emit([ImageSource(dropped.image)])
        elif dropped.link:
            self.said.emit(
                self.tr(
                    "That is a link without a picture, and Lookalike never goes to the network;"
                    " save the picture, or copy the picture itself and paste it here."
                )
            )
        elif dropped.is_empty:
            self.said.emit(self.tr("There is no picture in this; copy or drop a picture."))
