"""The photos that a comparison of two models shows."""

from __future__ import annotations

import json
import shutil

import pytest

from desktop_app.core.base.paths import default_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.comparison_events import Comparison, Disagreement, Figure, Measured
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.ui.models.comparison_photos import load_comparison_photos
from tests.ui.conftest import IndexedLibrary
from tests.ui.stub_trainer import truncated_model

SAME = Measured(Figure(0.8, 0.01), Figure(0.8, 0.01), Figure(0.0, 0.01), 200)


@pytest.mark.parametrize("count", [0, 2, 7])
def test_up_to_six_photos_have_previews_by_each_model_that_makes_any(
    own_library: IndexedLibrary, count: int
) -> None:
    files = LibraryFiles(own_library.library)
    models = LibraryModels(files, default_bundle())
    new = models.add(truncated_model(own_library.library, 64).folder).manifest.model_id
    with Catalogue(files) as catalogue:
        differing = [Disagreement(number, [8], [8]) for number in range(1, count + 1)]
        comparison = Comparison(
            catalogue.model_id, new, 8, SAME, SAME, SAME, SAME, None, 0, differing
        )
        photos = load_comparison_photos(catalogue, models, comparison)
    assert [pair.photo_id for pair in photos.previews] == list(range(1, min(count, 6) + 1))
    assert all(pair.old is not None and pair.new is None for pair in photos.previews)
    assert set(photos.rows) == ({*range(1, count + 1), 8} if count else set())


def test_a_model_with_another_network_has_no_previews_of_stored_descriptors(
    own_library: IndexedLibrary,
) -> None:
    files = LibraryFiles(own_library.library)
    shutil.copytree(default_bundle(), files.models / "other")
    manifest = files.models / "other" / "model.json"
    changed = {"model_id": "other", "descriptor_id": "other-network"}
    manifest.write_text(json.dumps({**json.loads(manifest.read_text("utf-8")), **changed}))
    with Catalogue(files) as catalogue:
        comparison = Comparison(
            catalogue.model_id, "other", 8, SAME, None, None, SAME, None, 0,
            [Disagreement(1, [8], [7])],
        )  # fmt: skip
        photos = load_comparison_photos(
            catalogue, LibraryModels(files, default_bundle()), comparison
        )
    (pair,) = photos.previews
    assert pair.old is not None
    assert pair.new is None
