"""Index a folder of photos into a new library."""

from __future__ import annotations

import shutil

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.jobs.requests import IndexRequest
from tests.crash.drawn_photos import draw_photos
from tests.crash.library_state import LibraryState, check_codes, contents_below, soundness, state_of
from tests.crash.scenario import Scenario, run_job

_PHOTOS = 40


class Indexing(Scenario):
    """The photos are written to the library in a few transactions."""

    NAME = "index"
    PRELOADED = (
        "desktop_app.job",
        "desktop_app.core.indexing.indexer",
        "desktop_app.core.bundle.encoder",
        "desktop_app.core.models.library_models",
    )

    def build(self) -> None:
        draw_photos(self.folder / "photos", _PHOTOS)
        whole = (self.folder / "photos" / "000.jpg").read_bytes()
        (self.folder / "photos" / "cut off.jpg").write_bytes(whole[: len(whole) // 2])
        self._photos = contents_below(self.folder / "photos")

    def prepare(self) -> None:
        shutil.rmtree(self.files.folder, ignore_errors=True)

    def work(self) -> int:
        return run_job(IndexRequest(self.files.folder, [self.folder / "photos"], threads=1))

    def check(self) -> None:
        assert contents_below(self.folder / "photos") == self._photos
        assert soundness(self.files.folder) == "ok"
        if not self.files.exists():
            return
        with Catalogue(self.files) as catalogue:
            has_model = bool(catalogue.model_id)
        if has_model:
            check_codes(self.files)

    def result(self) -> LibraryState:
        return state_of(self.files)
