"""Switch a library to another model: all its codes are computed again."""

from __future__ import annotations

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import UseModelRequest
from desktop_app.core.models.model_use import use_model
from tests.crash.drawn_photos import large_library
from tests.crash.library_state import (
    LibraryState,
    add_second_model,
    check_codes,
    models_of,
    state_of,
)
from tests.crash.scenario import Scenario, refill, run_job

_PHOTOS = 9000  # three pages of codes


def remake_codes(files: LibraryFiles) -> None:
    """Give each photo the code of its descriptor: in a large library it was drawn at random."""
    models = models_of(files)
    shipped = models.all()[0].model_id
    other = add_second_model(files)
    for model_id in (other, shipped):
        for _ in use_model(models, model_id):
            pass
    with Catalogue(files) as catalogue:
        models.delete(other, catalogue)


class ModelUse(Scenario):
    """The second model has all bits of the first one the other way round."""

    NAME = "change of model"
    PRELOADED = ("desktop_app.job", "desktop_app.core.models.model_use")

    def build(self) -> None:
        files = large_library(self.folder / "at first", _PHOTOS, 100)
        remake_codes(files)
        self._shipped = models_of(files).all()[0].model_id
        self._other = add_second_model(files)

    def prepare(self) -> None:
        refill(self.folder / "at first", self.files.folder)

    def work(self) -> int:
        return run_job(UseModelRequest(self.files.folder, self._other))

    def check(self) -> None:
        check_codes(self.files)
        with Catalogue(self.files) as catalogue:
            assert catalogue.model_id in (self._shipped, self._other)
            assert catalogue.pending_model_id in ("", self._other)

    def result(self) -> LibraryState:
        return state_of(self.files)
