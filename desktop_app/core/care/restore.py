"""Put a backup in the place of a library, or of its damaged catalogue. Nothing is deleted."""

from __future__ import annotations

import logging
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.core.base.atomic_write import flush_file, flush_folder, move_flushed
from desktop_app.core.base.errors import (
    BackupDamagedError,
    BundleError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryReadOnlyError,
    LibraryUnwritableError,
    NoBackupError,
    SettingsError,
    UnknownBackupError,
)
from desktop_app.core.base.private_files import create_private_file, create_private_folder
from desktop_app.core.base.regular_file import own_subfolders
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.care.back_up import (
    catalogue_fault,
    copy_bundle,
    is_small_file,
    small_files,
)
from desktop_app.core.care.backups import Backup, backups_of, free_place
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles, write_errors
from desktop_app.core.catalogue.saved_searches import load_searches
from desktop_app.core.database.opening import database_fault, library_errors
from desktop_app.core.models.library_models import LEFTOVER, LibraryModels

logger = logging.getLogger(__name__)

_LOGS = ("-wal", "-shm")


@dataclass(frozen=True)
class Restored:
    """A backup took the place of a library.

    Attributes:
        library: Folder of the library.
        made_at: When the backup was made.
        aside: Folder of what was replaced.
    """

    library: Path
    made_at: datetime
    aside: Path


def restore(library: LibraryFiles, name: str = "") -> Restored:
    """Put the backup of a name, or the newest sound one, in the place of a library.

    What it replaces is kept in a folder beside it. Models that the backup lacks stay.

    Raises:
        NoBackupError, UnknownBackupError: There is no sound one, or none of this name.
        BackupDamagedError: The chosen one is damaged.
        LibraryBusyError, LibraryReadOnlyError, LibraryUnwritableError: See LibraryFiles.writing.
    """
    with library.writing(), write_errors(library.folder):
        backup = _chosen(library, name)
        aside = _make_aside(library, "replaced")
        _replace_catalogue(library, backup, aside)
        for path, copy in small_files(library, backup.files):
            _replace_file(path, copy, aside)
        add_missing_models(library, backup)
    return Restored(library.folder, backup.made_at, aside)


def recover_if_damaged(library: LibraryFiles) -> Restored | None:
    """Look whether a library can be opened, and recover it if not. None: nothing was wrong.

    Raises what opening the library raises, also LibraryDamagedError where there is no backup.
    """
    if not (library.catalogue.exists() or backups_of(library)):
        return None
    try:
        _check_opening(library)
    except LibraryDamagedError as error:
        return recover(library, error)
    return None


def recover(library: LibraryFiles, error: LibraryDamagedError) -> Restored:
    """Put the newest sound backup of the catalogue in the place of a damaged one.

    Saved searches, thumbnails and models stay; models that are missing are taken from the backup.
    Raises `error` where that is impossible: there is no backup, another process writes the library,
    or it can only be read, or is not damaged after all.
    """
    try:
        with library.writing(), write_errors(library.folder):
            if not _is_damaged(library):
                raise error
            backup = _chosen(library, "")
            aside = _make_aside(library, "damaged")
            _replace_catalogue(library, backup, aside)
            add_missing_models(library, backup)
    except (LibraryBusyError, LibraryReadOnlyError, LibraryUnwritableError, NoBackupError):
        logger.warning("%r is damaged and cannot be recovered", library.folder, exc_info=True)
        raise error from None
    return Restored(library.folder, backup.made_at, aside)


def _check_opening(library: LibraryFiles) -> None:
    """Raises LibraryDamagedError and the other errors of opening it."""
    with Catalogue(library) as catalogue:
        catalogue.roots()


def _is_damaged(library: LibraryFiles) -> bool:
    try:
        _check_opening(library)
        with Catalogue(library) as catalogue, library_errors(library.catalogue):
            return bool(database_fault(catalogue.connection, full=False))
    except LibraryDamagedError:
        return True


def _chosen(library: LibraryFiles, name: str) -> Backup:
    """Return the sound backup of a name; without a name, the newest."""
    known = [backup for backup in backups_of(library) if name in ("", backup.name)]
    if name and not known:
        raise UnknownBackupError(name)
    for backup in known:
        fault = catalogue_fault(backup.files)
        if not fault:
            return backup
        logger.warning("The backup %s is damaged: %s", backup.name, fault)
        if name:
            raise BackupDamagedError(backup.files.folder, fault)
    raise NoBackupError(library.folder)


def _make_aside(library: LibraryFiles, word: str) -> Path:
    aside = free_place(library.folder, f"{word}-")
    create_private_folder(aside)
    flush_folder(library.folder)
    return aside


def _replace_catalogue(library: LibraryFiles, backup: Backup, aside: Path) -> None:
    """Replace the catalogue. Whoever has it open goes on reading the old one.

    The log of a database must never lie beside another one: it goes first.
    """
    _keep(library.catalogue, aside)
    for suffix in _LOGS:
        log = library.catalogue.with_name(library.catalogue.name + suffix)
        if log.exists():
            move_flushed(log, aside / log.name)
    _put(backup.files.catalogue, library.catalogue, aside)
    logger.warning("%r was replaced by its backup %s", library.catalogue, backup.name)


def _replace_file(path: Path, source: Path, aside: Path) -> None:
    if is_small_file(source):
        _keep(path, aside)
        _put(source, path, aside)


def _keep(path: Path, aside: Path) -> None:
    """Keep a file that is replaced next; it stays at its place until then."""
    if path.exists():
        try:
            (aside / path.name).hardlink_to(path)
        except OSError:  # the file system has no links
            shutil.copy2(path, aside)
            flush_file(aside / path.name)
        flush_folder(aside)


def _put(source: Path, target: Path, aside: Path) -> None:
    part = aside / "restored"
    create_private_file(part)
    shutil.copyfile(source, part)
    flush_file(part)
    move_flushed(part, target)


def add_missing_models(library: LibraryFiles, backup: Backup) -> None:
    """Copy the models that the library lacks, or has damaged, from a backup."""
    staging = library.models / f"{LEFTOVER}restored"
    for path in own_subfolders(backup.files.models):
        with suppress(BundleError):  # a damaged one is of no use
            bundle = read_bundle(path)
            if not _has_model(library, path.name):
                LibraryModels(library).add(copy_bundle(bundle, staging))
    with suppress(OSError):
        staging.rmdir()


def _has_model(library: LibraryFiles, model_id: str) -> bool:
    try:
        read_bundle(library.models / model_id)
    except BundleError:
        return False
    return True


def restore_searches(library: LibraryFiles) -> None:
    """Put the newest saved searches that can be read in the place of those that cannot.

    Without any, there are none then. What is replaced is kept. Raises LibraryUnwritableError.
    """
    with write_errors(library.folder):
        aside = _make_aside(library, "replaced")
        _keep(library.searches, aside)
        files = [backup.files.searches for backup in backups_of(library)]
        sound = next((path for path in files if path.is_file() and can_be_loaded(path)), None)
        if sound is None:
            library.searches.unlink()
        else:
            _put(sound, library.searches, aside)


def can_be_loaded(searches: Path) -> bool:
    """Whether a file of saved searches can be read."""
    with suppress(SettingsError):
        load_searches(searches)
        return True
    return False
