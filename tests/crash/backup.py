"""Make backups of a library."""

from __future__ import annotations

from desktop_app.core.care.back_up import back_up, catalogue_fault
from desktop_app.core.care.backups import backups_of
from desktop_app.core.jobs.run_job import run_job
from tests.crash.drawn_photos import large_library
from tests.crash.library_state import (
    LibraryState,
    add_second_model,
    all_rows,
    soundness,
    state_of,
)
from tests.crash.model_use import remake_codes
from tests.crash.scenario import Scenario, refill

_PHOTOS = 9000


class Backup(Scenario):
    """The library has one backup already, and a model of its own."""

    NAME = "backup"
    PRELOADED = ("desktop_app.job", "desktop_app.core.care.back_up")

    def build(self) -> None:
        files = large_library(self.folder / "at first", _PHOTOS, 10)
        remake_codes(files)
        add_second_model(files)
        for _ in back_up(files):
            pass
        self._rows = all_rows(files.folder)

    def prepare(self) -> None:
        refill(self.folder / "at first", self.files.folder)

    def work(self) -> int:
        return run_job(lambda: back_up(self.files))

    def check(self) -> None:
        assert soundness(self.files.folder) == "ok"
        assert all_rows(self.files.folder) == self._rows
        found = backups_of(self.files)
        assert found, "no backup is left"
        assert [
            fault for fault in map(catalogue_fault, (each.files for each in found)) if fault
        ] == []

    def result(self) -> LibraryState:
        return state_of(self.files)
