"""Take pictures and folders that are dropped, pasted or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.engine.queries import DataSource, FileSource, ImageSource
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.search.dropped_pictures import Dropped, could_be_dropped, read_mime
from desktop_app.ui.system.desktop import Desktop


class DropHint(QLabel):
    """Shows what a drop would do, while something is dragged over the window."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """`parent` contains the photos."""
        super().__init__(parent)
        self._parent = parent
        self.setObjectName("dropHint")
        self._margin = theme.metrics.space
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, photos: QWidget, dropped: Dropped, *, checks_folders: bool) -> None:
        """Cover the photos, except for a margin."""
        if dropped.libraries:
            self.setText(self.tr("Drop to open this library"))
        elif dropped.folders and checks_folders:
            one = self.tr("Drop to see which photos of this folder are new")
            several = self.tr("Drop to see which photos of these folders are new")
            self.setText(one if len(dropped.folders) == 1 else several)
        elif dropped.folders:
            self.setText(self.tr("Drop to add this folder to the library"))
        else:
            self.setText(self.tr("Drop to find similar photos"))
        margin = self._margin
        corner = photos.mapTo(self._parent, photos.rect().topLeft())
        place = QRect(corner, photos.size())
        self.setGeometry(place.adjusted(margin, margin, -margin, -margin))
        self.raise_()
        self.show()


class PictureInput(QObject):
    """Watches the window for drops, and asks for files.

    Attributes:
        checks_folders: Whether folders that are dropped are compared with the library, instead of
            added.

    Signals:
        pictures_received (list[Source]): The pictures to search by, together.
        folders_received (list[Path]): The folders to add to the library.
        check_requested (list[Path]): The folders to compare with the library.
        library_received (Path): Another library to open.
        message_posted (MessageText): Something was not accepted, for this reason.
    """

    pictures_received = Signal(list)
    folders_received = Signal(list)
    check_requested = Signal(list)
    library_received = Signal(Path)
    message_posted = Signal(object)

    def __init__(self, desktop: Desktop, hint: DropHint, photos: QWidget, window: QWidget) -> None:
        """Take what is dropped on `window`; while it is dragged, show `hint` over `photos`."""
        super().__init__(window)
        self._desktop = desktop
        self._hint = hint
        self._photos = photos
        self._window = window
        self.checks_folders = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        match event:
            case QDragEnterEvent():  # a drop is a QDropEvent, and so is what enters
                self._drag_in(event)
            case QDragLeaveEvent():
                self._hint.hide()
            case QDropEvent() if event.type() is QEvent.Type.Drop:
                self._hint.hide()
                event.acceptProposedAction()
                self.receive(read_mime(event.mimeData()))
            case _:
                return False
        return True

    def choose_folder(self) -> None:
        title = self.tr("Add a folder of photos")
        folder = self._desktop.choose_folder(self._window, title)
        if folder:
            self.folders_received.emit([folder])

    def choose_picture(self) -> None:
        picture = self._desktop.choose_picture(self._window)
        if picture:
            self.pictures_received.emit([FileSource(picture)])

    def paste(self) -> None:
        self.receive(read_mime(QGuiApplication.clipboard().mimeData()))

    def receive(self, dropped: Dropped) -> None:
        """Open libraries, add folders to this one or compare them with it, search by pictures, and
        decline links.
        """
        for library in dropped.libraries:
            self.library_received.emit(library)
        if dropped.folders and self.checks_folders:
            self.check_requested.emit(dropped.folders)
        elif dropped.folders:
            self.folders_received.emit(dropped.folders)
        if dropped.files:
            self.pictures_received.emit([FileSource(path) for path in dropped.files])
        elif dropped.image is not None:
            self.pictures_received.emit([ImageSource(dropped.image)])
        elif dropped.data:
            name = Path(self.tr("The dropped picture"))
            self.pictures_received.emit([DataSource(dropped.data, name)])
        elif dropped.link:
            self.message_posted.emit(self._link_text)
        elif dropped.is_empty:
            self.message_posted.emit(lambda: self.tr("The clipboard holds no picture."))

    def _link_text(self) -> str:
        return self.tr(
            "This link does not contain a picture, and Lookalike never downloads anything."
            " Copy or save the picture itself."
        )

    def _drag_in(self, event: QDragEnterEvent) -> None:
        """Show the hint, unless the drag comes from this window."""
        mime = event.mimeData()
        if event.source() is not None or not could_be_dropped(mime):
            event.ignore()
            return
        dropped = read_mime(mime) if mime.hasUrls() else Dropped()
        self._hint.show_over(self._photos, dropped, checks_folders=self.checks_folders)
        event.acceptProposedAction()
