"""Train a model on a library."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import TrainRequest, encode_request
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from tests.crash.drawn_photos import draw_photos, index_folders
from tests.crash.library_state import LibraryState, check_codes, models_of, state_of
from tests.crash.scenario import Scenario, refill
from tests.quick_calibration import quick_calibration

_PHOTOS = 240


class Retrain(Scenario):
    """A run goes on where the last one was killed."""

    NAME = "retrain"
    PRELOADED = ("training.__main__",)

    def __init__(self, folder: Path, at_first: LibraryFiles | None = None) -> None:
        """Train on a copy of the library `at_first`; without one, it is drawn."""
        super().__init__(folder)
        self._is_drawn = at_first is None
        self._at_first = at_first or LibraryFiles(folder / "at first")

    def build(self) -> None:
        if self._is_drawn:
            draw_photos(self.folder / "photos", _PHOTOS)
            index_folders(self._at_first, [self.folder / "photos"])

    def prepare(self) -> None:
        refill(self._at_first.folder, self.files.folder)

    def work(self) -> int:
        from training.__main__ import main

        if Retraining(self.files).state.phase is RetrainingPhase.FINISHED:
            return 0  # it was killed on its way out; once more would be a new training
        request = TrainRequest(self.files.folder, [], 64, minutes=None, previews=False)
        sys.argv = ["training", "job", encode_request(request)]
        with quick_calibration():
            return main()

    def check(self) -> None:
        check_codes(self.files)
        known = {model.model_id for model in models_of(self.files).all()}
        state = Retraining(self.files).state
        assert state.phase is not RetrainingPhase.RUNNING
        if state.phase is RetrainingPhase.FINISHED:
            assert state.result is not None
            assert state.result.model_id in known

    def result(self) -> tuple[LibraryState, str]:
        state = Retraining(self.files).state
        assert state.result is not None, state.phase
        return state_of(self.files), state.result.model_id
