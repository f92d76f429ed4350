"""Import a model from a file."""

from __future__ import annotations

from desktop_app.core.jobs.requests import ImportRequest
from tests.core.tiny_bundle import tiny_files, write_zip
from tests.crash.drawn_photos import large_library
from tests.crash.library_state import LibraryState, check_codes, models_of, state_of
from tests.crash.model_use import remake_codes
from tests.crash.scenario import Scenario, refill, run_job


class ModelImport(Scenario):
    """A tiny model, which is checked in a process of its own."""

    NAME = "import"
    PRELOADED = (
        "desktop_app.job",
        "desktop_app.core.models.model_exchange",
        "desktop_app.core.models.library_models",
    )

    def build(self) -> None:
        files = large_library(self.folder / "at first", 100, 10)
        remake_codes(files)
        write_zip(self.folder / "tiny.lookalike-model", tiny_files())

    def prepare(self) -> None:
        refill(self.folder / "at first", self.files.folder)

    def work(self) -> int:
        return run_job(ImportRequest(self.files.folder, self.folder / "tiny.lookalike-model"))

    def check(self) -> None:
        check_codes(self.files)
        visible = [path.name for path in self.files.models.glob("[!.]*") if path.is_dir()]
        known = [model.model_id for model in models_of(self.files).all()]
        assert set(visible) <= set(known), f"{visible} are not all models"

    def result(self) -> tuple[LibraryState, list[str]]:
        known = [model.model_id for model in models_of(self.files).all()]
        return state_of(self.files), known
