"""Make backups of a library, also while it is searched, indexed or changed."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.core.base.atomic_write import flush_file, flush_folder, move_flushed
from desktop_app.core.base.errors import (
    AppError,
    BundleError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryTooNewError,
    LibraryUnwritableError,
)
from desktop_app.core.base.json_codec import MAX_JSON_BYTES
from desktop_app.core.base.private_files import create_private_file, create_private_folder
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock
from desktop_app.core.base.regular_file import delete_own_files, own_subfolders
from desktop_app.core.bundle.model_bundle import (
    MANIFEST,
    ModelBundle,
    delete_bundle,
    read_bundle,
)
from desktop_app.core.care.backups import Backup, backups_of, free_place, superfluous
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles, write_errors
from desktop_app.core.catalogue.schema import MIGRATIONS
from desktop_app.core.database.guarded_connection import open_to_read
from desktop_app.core.database.opening import check_schema, database_fault, library_errors
from desktop_app.core.jobs.progress import BackedUp, BackingUp, IndexEvent, IndexSummary
from desktop_app.core.models.library_models import LibraryModels

logger = logging.getLogger(__name__)

_OFTEN_ENOUGH = timedelta(days=1)
_FILES = ("catalogue.sqlite*", "searches.json", "keep-rules.json", "suggestion.json")
_UNFINISHED = ".unfinished-"  # prefix of a folder that is being written or deleted


def back_up(library: LibraryFiles) -> Generator[BackingUp | BackedUp]:
    """Make a backup and delete those that are superfluous then.

    The catalogue is copied by SQLite as it is at one moment; other processes may read and write it.
    Closing the generator (cancel), or killing the process, leaves no backup.

    Raises:
        LibraryBusyError: Another backup is being made.
        LibraryDamagedError: The catalogue is damaged. All earlier backups are kept.
        LibraryUnwritableError: There is no space, or the folder cannot be written.
        BundleError: The model that came with the program is damaged.
    """
    yield BackingUp()
    with _one_at_a_time(library), write_errors(library.folder):
        target = free_place(library.backups)
        part = target.with_name(_UNFINISHED + target.name)
        create_private_folder(part)
        try:
            yield from _fill(part, library)
            move_flushed(part, target)
        finally:
            _delete(part)
        for backup in superfluous(backups_of(library)):
            _delete(backup.files.folder)
    logger.info("Backed up %r to %r", library.folder, target)
    yield BackedUp(target)


def _fill(folder: Path, library: LibraryFiles) -> Iterator[BackingUp]:
    for step in (_copy_catalogue, _check_copy, _copy_models, _copy_small_files):
        step(library, folder)
        yield BackingUp()


def back_up_after(
    library: LibraryFiles, events: Iterator[IndexEvent]
) -> Generator[IndexEvent | BackingUp]:
    """Pass on the events of an index, and make a backup, if one is due, before the last one.

    Raises the errors of the index. Of the backup, raises only LibraryDamagedError.
    """
    summary: IndexSummary | None = None
    for event in events:
        if isinstance(event, IndexSummary):
            summary = event
        else:
            yield event
    if is_due(library):
        try:
            yield from (event for event in back_up(library) if isinstance(event, BackingUp))
        except LibraryDamagedError:
            raise
        except AppError:
            logger.warning("%r was not backed up", library.folder, exc_info=True)
    if summary is not None:
        yield summary


def is_due(library: LibraryFiles) -> bool:
    """Whether the latest backup is a day old, and the library has changed since."""
    latest = _latest(library)
    return latest is None or (_is_old(latest) and _has_changed(library, latest.made_at))


def _is_old(backup: Backup) -> bool:
    return datetime.now(UTC) - backup.made_at >= _OFTEN_ENOUGH


def _latest(library: LibraryFiles) -> Backup | None:
    return next(iter(backups_of(library)), None)


def _has_changed(library: LibraryFiles, since: datetime) -> bool:
    log = library.catalogue.with_name(f"{library.catalogue.name}-wal")
    paths = (library.catalogue, log, library.searches, library.keep_rules, library.models)
    times = [path.stat().st_mtime for path in paths if path.exists()]
    return any(time > since.timestamp() for time in times)


@contextmanager
def _one_at_a_time(library: LibraryFiles) -> Iterator[None]:
    """Hold a lock inside the block, under which what killed backups have left is deleted."""
    library.check_links()
    with write_errors(library.folder):
        create_private_folder(library.backups)
    try:
        with process_lock(library.folder / "backup.lock"):
            for folder in own_subfolders(library.backups, f"{_UNFINISHED}*"):
                _delete_files(folder)
            yield
    except LockHeldError as error:
        raise LibraryBusyError(library.folder) from error
    except LockUnavailableError as error:
        raise LibraryUnwritableError(library.folder, str(error)) from error


def _copy_catalogue(library: LibraryFiles, folder: Path) -> None:
    target = LibraryFiles(folder).catalogue
    _check_space(library, folder)
    with Catalogue(library) as catalogue, library_errors(library.catalogue):
        create_private_file(target)
        with closing(sqlite3.connect(target)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # it is flushed once, below
            catalogue.connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # the backup is one file
    flush_file(target)


def _check_space(library: LibraryFiles, folder: Path) -> None:
    """Raise OSError if the disk has not twice the space of the copy: the library grows, too."""
    if shutil.disk_usage(folder).free < 2 * library.catalogue.stat().st_size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _check_copy(library: LibraryFiles, folder: Path) -> None:
    """Raises LibraryDamagedError."""
    fault = catalogue_fault(LibraryFiles(folder))
    if fault:
        raise LibraryDamagedError(library.folder, fault)


def catalogue_fault(files: LibraryFiles) -> str:
    """Return what is wrong with the catalogue of a backup; empty if nothing is."""
    path = files.catalogue
    try:
        with library_errors(path), closing(open_to_read(path, "mode=ro&immutable=1")) as copy:
            check_schema(copy, path, MIGRATIONS)
            return database_fault(copy, full=False)
    except (LibraryDamagedError, LibraryUnwritableError) as error:
        return error.detail
    except LibraryTooNewError as error:
        return f"version {error.version}"


def _copy_models(library: LibraryFiles, folder: Path) -> None:
    """Copy the library's own models. Those of the latest backup take no more space."""
    earlier = _latest(library)
    for model in LibraryModels(library).all():
        if not model.is_shipped:
            copied = _equal_bundle(model.bundle, earlier)
            copy_bundle(copied or model.bundle, LibraryFiles(folder).models, link=bool(copied))


def _equal_bundle(bundle: ModelBundle, earlier: Backup | None) -> ModelBundle | None:
    with suppress(BundleError):
        found = earlier and read_bundle(earlier.files.models / bundle.manifest.model_id)
        return found if found and found.manifest == bundle.manifest else None
    return None


def copy_bundle(bundle: ModelBundle, folder: Path, *, link: bool = False) -> Path:
    """Copy a bundle's folder into a folder; `link`: share the content of its files if possible.

    Returns the copy. Raises OSError.
    """
    target = folder / bundle.manifest.model_id
    create_private_folder(target)
    for name in (MANIFEST, *bundle.manifest.files):
        if not (link and _link(bundle.folder / name, target / name)):
            shutil.copy2(bundle.folder / name, target / name)
            flush_file(target / name)
    flush_folder(target)
    flush_folder(folder)
    return target


def _link(source: Path, target: Path) -> bool:
    try:
        target.hardlink_to(source)
    except OSError:  # the file system has no links
        return False
    return True


def small_files(library: LibraryFiles, backup: LibraryFiles) -> list[tuple[Path, Path]]:
    """Return the small files that a backup has, and where they are in it."""
    pairs = [
        (each.searches, each.keep_rules, each.suggestion, each.models / "names.json")
        for each in (library, backup)
    ]
    return list(zip(*pairs, strict=True))


def is_small_file(path: Path) -> bool:
    """Whether there is a file of a size that is read: a larger one would only fill the disk."""
    return path.is_file() and path.stat().st_size <= MAX_JSON_BYTES


def _copy_small_files(library: LibraryFiles, folder: Path) -> None:
    for source, target in small_files(library, LibraryFiles(folder)):
        if is_small_file(source):
            create_private_folder(target.parent)
            shutil.copy2(source, target)
            flush_file(target)
            flush_folder(target.parent)
    flush_folder(folder)


def _delete(folder: Path) -> None:
    """Delete a folder. It loses its name first, so that a kill leaves no half of a backup."""
    if folder.exists():
        hidden = folder.with_name(_UNFINISHED + folder.name.removeprefix(_UNFINISHED))
        folder.rename(hidden)
        _delete_files(hidden)


def _delete_files(folder: Path) -> None:
    """Delete the files of a backup and the empty folders; anything else that is there stays."""
    files = LibraryFiles(folder)
    for model in own_subfolders(files.models):
        delete_bundle(model)
    for place, names in ((files.models, ("names.json",)), (folder, _FILES)):
        with suppress(OSError):
            delete_own_files(place, names)
