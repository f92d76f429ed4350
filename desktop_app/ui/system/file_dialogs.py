"""The file dialogs of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_Place = QStandardPaths.StandardLocation


class FileDialogs:
    """Open where the user last was: at first among the pictures of the user, or for files that are
    written or exchanged among the documents, not where the program was started.
    """

    def __init__(self) -> None:
        self._last: dict[_Place, Path] = {}

    def choose_picture(self, window: QWidget) -> Path | None:
        """Offer all files, since the format of a picture is detected by its content, not its
        name.
        """
        title = QCoreApplication.translate("desktop", "Open a picture to find similar photos")
        start = self._start(_Place.PicturesLocation)
        name, _ = QFileDialog.getOpenFileName(window, title, start)
        return self._chosen_file(_Place.PicturesLocation, name)

    def choose_folder(self, window: QWidget, title: str, start: Path | None = None) -> Path | None:
        """Open in the folder `start` if it is there."""
        is_there = start is not None and start.is_dir()
        folder = str(start) if is_there else self._start(_Place.PicturesLocation)
        name = QFileDialog.getExistingDirectory(window, title, folder)
        if not name:
            return None
        self._last[_Place.PicturesLocation] = Path(name)
        return Path(name)

    def choose_target(self, window: QWidget, title: str, name: str) -> Path | None:
        """Return a path with the suffix of `name`; the dialog asks before a file is replaced."""
        ending = Path(name).suffix
        start = str(Path(self._start(_Place.DocumentsLocation), name))
        chosen, _ = QFileDialog.getSaveFileName(window, title, start, f"*{ending}")
        target = chosen if chosen.lower().endswith(ending) else f"{chosen}{ending}"
        return self._chosen_file(_Place.DocumentsLocation, target if chosen else "")

    def choose_model(self, window: QWidget) -> Path | None:
        title = QCoreApplication.translate("desktop", "Import a model")
        kinds = f"{QCoreApplication.translate('desktop', 'Models')} (*.lookalike-model)"
        start = self._start(_Place.DocumentsLocation)
        chosen, _ = QFileDialog.getOpenFileName(window, title, start, kinds)
        return self._chosen_file(_Place.DocumentsLocation, chosen)

    def _start(self, place: _Place) -> str:
        folder = self._last.get(place) or Path(QStandardPaths.writableLocation(place))
        return str(folder if folder.is_dir() else Path.home())

    def _chosen_file(self, place: _Place, name: str) -> Path | None:
        if not name:
            return None
        self._last[place] = Path(name).parent
        return Path(name)
