"""Kill -9 while a model learns, and while a library's codes are made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.core.photos.thumbnails import Thumbnails
from tests.bench.million import build_library
from tests.e2e.killing import all_rows
from tests.e2e.killing_models import (
    add_second_model,
    check_codes,
    check_training,
    kill_again_and_again,
    models_of,
    run,
    train_command,
    use_command,
)

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

_PHOTOS = 30_000


def test_a_change_of_the_model_that_is_killed_leaves_one_model_in_use_and_goes_on(
    tmp_path: Path,
) -> None:
    files = build_library(tmp_path / "library", _PHOTOS)
    Thumbnails(files.thumbnails).close()
    shipped = models_of(files).all()[0].model_id
    other = add_second_model(files)
    run(use_command(files, shipped))  # the codes of the library were drawn at random
    run(use_command(files, other))
    expected = all_rows(files.folder)
    run(use_command(files, shipped))

    def check() -> None:
        check_codes(files)
        with Catalogue(files) as catalogue:
            assert catalogue.model_id in (shipped, other)
            assert catalogue.pending_model_id in ("", other)

    kill_again_and_again(use_command(files, other), 4, 2.5, 0, check)
    run(use_command(files, other))
    assert all_rows(files.folder) == expected


def test_a_training_that_is_killed_goes_on_to_its_end(trainable_library: LibraryFiles) -> None:
    files = trainable_library
    kill_again_and_again(train_command(files), 2, 12, 1, lambda: check_training(files))
    run(train_command(files))
    state = Retraining(files).state
    assert state.phase is RetrainingPhase.FINISHED
    check_training(files)
