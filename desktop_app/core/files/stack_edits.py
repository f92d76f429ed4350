"""Make, dissolve and order the stacks of a library, so that it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.database.opening import library_errors, transaction
from desktop_app.core.jobs.progress import StacksChanged
from desktop_app.core.stacks.stack_table import StackTable


def stack_photos(files: LibraryFiles, stacks: list[list[int]]) -> Iterator[StacksChanged]:
    """Make stacks of photos, by id, the first of each on top (StackTable.stack).

    Raises:
        LibraryBusyError, LibraryDamagedError, LibraryReadOnlyError, LibraryUnwritableError: As do
            all functions of this module; nothing has changed then.
    """

    def change(table: StackTable) -> None:
        for photos in stacks:
            table.stack(photos)

    return _changed(files, change)


def unstack_photos(files: LibraryFiles, photos: list[int]) -> Iterator[StacksChanged]:
    """Dissolve the stacks of photos."""
    return _changed(files, lambda table: table.unstack(photos))


def leave_stacks(files: LibraryFiles, photos: list[int]) -> Iterator[StacksChanged]:
    """Take photos out of their stacks."""
    return _changed(files, lambda table: table.leave(photos))


def put_on_top(files: LibraryFiles, photos: list[int]) -> Iterator[StacksChanged]:
    """Put each of these photos on top of its stack."""
    return _changed(files, lambda table: table.put_on_top(photos))


def restore_stacks(files: LibraryFiles, before: list[tuple[int, int]]) -> Iterator[StacksChanged]:
    """Undo a change, which has reported what was `before`."""
    return _changed(files, lambda table: table.restore(dict(before)))


def _changed(files: LibraryFiles, change: Callable[[StackTable], None]) -> Iterator[StacksChanged]:
    with files.writing(), Catalogue(files) as catalogue:
        table = StackTable(catalogue.connection)
        with library_errors(files.catalogue), transaction(catalogue.connection):
            change(table)
            photos = table.photos
        before = [(photo, table.before[photo]) for photo in photos]
        yield StacksChanged(len(photos), before)
