"""The backups of a library: each is a folder with the same files as a library.

backups/2026-11-30T05-18-34Z/   catalogue.sqlite, searches.json, suggestion.json, models/

A folder gets this name when its backup is complete and was checked. Thumbnails can be made again,
and a retraining under way is not finished: neither is in a backup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.core.base.regular_file import own_subfolders
from desktop_app.core.catalogue.library_files import LibraryFiles

_TIME = "%Y-%m-%dT%H-%M-%SZ"
_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ")
_LATEST_KEPT = 3
_WEEKS_KEPT = 4


@dataclass(frozen=True)
class Backup:
    """A backup. `files` are those of a library."""

    files: LibraryFiles
    made_at: datetime

    @property
    def name(self) -> str:
        return self.files.folder.name


def backups_of(library: LibraryFiles) -> list[Backup]:
    """Return the backups of a library, the newest first."""
    found = map(_backup_in, own_subfolders(library.backups))
    known = [backup for backup in found if backup is not None]
    return sorted(known, key=lambda backup: backup.made_at, reverse=True)


def free_place(folder: Path, prefix: str = "") -> Path:
    """Return a path in a folder, named by the time, where nothing is yet."""
    moment = datetime.now(UTC)
    while True:
        path = folder / f"{prefix}{moment.strftime(_TIME)}"
        if not path.exists():
            return path
        moment += timedelta(seconds=1)


def superfluous(backups: list[Backup]) -> list[Backup]:
    """Return which of some backups, the newest first, are not kept.

    The latest three are kept, and the latest of each of the last four weeks with a backup.
    """
    of_weeks: dict[tuple[int, int], Backup] = {}
    for backup in backups:
        of_weeks.setdefault(backup.made_at.isocalendar()[:2], backup)
    kept = [*backups[:_LATEST_KEPT], *list(of_weeks.values())[:_WEEKS_KEPT]]
    return [backup for backup in backups if backup not in kept]


def _backup_in(folder: Path) -> Backup | None:
    """Return the backup in a folder; None if its name is not that of one."""
    if not _NAME.fullmatch(folder.name):
        return None
    try:
        made_at = datetime.strptime(folder.name, _TIME).replace(tzinfo=UTC)
    except ValueError:  # the 31st of February
        return None
    return Backup(LibraryFiles(folder), made_at)
