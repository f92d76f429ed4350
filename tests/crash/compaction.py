"""Remove a folder from a library, which gives the space of its photos back to the disk."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.library_edits import RemoveRequest
from tests.crash.drawn_photos import large_library
from tests.crash.library_state import LibraryState, check_codes, free_pages, state_of
from tests.crash.model_use import remake_codes
from tests.crash.scenario import Scenario, refill, run_job

_PHOTOS = 9000
_THUMBNAILS = 1000
_REMOVED = Path("/other photos of a benchmark")


class Compaction(Scenario):
    """Every second photo is removed. Databases of today give their free pages back in steps."""

    NAME = "compaction"
    PRELOADED = ("desktop_app.job", "desktop_app.core.catalogue.root_edits")

    def build(self) -> None:
        files = large_library(self.folder / "at first", _PHOTOS, _THUMBNAILS)
        remake_codes(files)
        connection = sqlite3.connect(files.catalogue)
        connection.execute("INSERT INTO roots (path) VALUES (?)", (os.fsencode(_REMOVED),))
        connection.execute("UPDATE photos SET root_id = 2 WHERE id % 2")
        connection.commit()
        connection.close()

    def prepare(self) -> None:
        refill(self.folder / "at first", self.files.folder)

    def work(self) -> int:
        with Catalogue(self.files) as catalogue:
            if len(catalogue.roots()) == 1:
                return 0  # it was killed on its way out
        return run_job(RemoveRequest(self.files.folder, _REMOVED))

    def check(self) -> None:
        check_codes(self.files)
        with Catalogue(self.files) as catalogue:
            kept = catalogue.connection.execute(
                "SELECT count(*) FROM photos JOIN descriptors ON photo_id = id WHERE root_id = 1"
            ).fetchone()
        assert kept == (_PHOTOS // 2,)

    def result(self) -> tuple[LibraryState, list[int]]:
        return state_of(self.files), free_pages(self.files)


class OlderCompaction(Compaction):
    """Databases of an earlier version are written anew (VACUUM)."""

    NAME = "compaction of an earlier library"

    def build(self) -> None:
        super().build()
        files = LibraryFiles(self.folder / "at first")
        for path in (files.catalogue, files.thumbnails):
            connection = sqlite3.connect(path, isolation_level=None)
            for statement in ("journal_mode = DELETE", "auto_vacuum = 0"):
                connection.execute(f"PRAGMA {statement}").fetchall()
            connection.execute("VACUUM")
            connection.close()
