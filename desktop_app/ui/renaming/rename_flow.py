"""Asks for new names of the selected photos, and has the files renamed."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.core.base.errors import LibraryReadOnlyError
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.file_moves import Step
from desktop_app.core.files.renames import NamedFile, Renamable, Rename, rename_files
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.jobs.file_tasks import FileOutcome, FileTask, FileTaskRunner, rows_of
from desktop_app.ui.kit.message_bar import warning
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photo_action_flow import Operation, OperationKey, PhotoActionFlow
from desktop_app.ui.renaming.batch_rename_dialog import BatchRenameDialog
from desktop_app.ui.renaming.rename_dialog import RenameDialog

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow


@dataclass
class _Reading:
    """Identifies the task that reads the photos, and holds what it has read."""

    selection: PhotoSelection
    files: Renamable | None = None


class RenameFlow(QObject):
    """Reads the photos in the thread of file tasks, and then opens the dialog."""

    def __init__(
        self, theme: Theme, tasks: FileTaskRunner, files: PhotoActionFlow, window: QWidget
    ) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._theme = theme
        self._tasks = tasks
        self._files = files
        self._window = window
        files.rename_requested.connect(self.begin)
        tasks.ended.connect(self._open)

    def begin(self, selection: PhotoSelection) -> None:
        """Read these photos; the dialog follows, unless the library could not follow the files."""
        library = LibraryFiles(self._files.jobs.library)
        if library.is_read_only:
            self._files.message_posted.emit(warning(LibraryReadOnlyError(library.folder)))
            return
        reading = _Reading(selection)

        def steps(catalogue: Catalogue) -> Generator[Step]:
            reading.files = _renamable(rows_of(catalogue, selection.ids))
            yield from ()

        self._tasks.submit(FileTask(reading, 0, steps))

    def _open(self, outcome: FileOutcome) -> None:
        reading = outcome.key
        if not isinstance(reading, _Reading):
            return  # another flow's task
        if outcome.error is not None:
            self._files.message_posted.emit(warning(outcome.error))
        if reading.files is None or not reading.files.files:
            return
        is_one = len(reading.files.files) == 1
        kind: type[RenameDialog | BatchRenameDialog] = RenameDialog if is_one else BatchRenameDialog
        dialog = kind(self._theme, reading.files, self._window)
        dialog.confirmed.connect(lambda renames: self._rename(renames, reading.selection))
        dialog.open()

    def _rename(self, renames: list[Rename], selection: PhotoSelection) -> None:
        key = OperationKey(Operation.RENAME)
        self._files.start(key, selection, lambda _: rename_files(renames))


def _renamable(rows: Iterable[PhotoRow]) -> Renamable:
    files = [NamedFile(row.path, row.capture.taken_at[:10]) for row in rows]
    folders = dict.fromkeys(file.path.parent for file in files)
    return Renamable(files, frozenset(path for folder in folders for path in _files_in(folder)))


def _files_in(folder: Path) -> list[Path]:
    """Empty for a folder that is away: its files cannot be renamed either."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []
