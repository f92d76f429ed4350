"""A library of an older version opens with everything in it (tests/data/README.md)."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.base.region import Region
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.browse import Browse, BrowseQuery, SortKey
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import read_stacks
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status, list_failures, root_counts
from desktop_app.core.catalogue.root_edits import pause_root, relocate_root
from desktop_app.core.catalogue.saved_searches import SavedExample, SavedSearch, load_searches
from desktop_app.core.catalogue.settings import Settings, load_settings
from desktop_app.core.catalogue.window_state import WindowState, load_window_state
from desktop_app.core.files.stack_edits import stack_photos
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary, TrainingProgress, TrainingStage
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.drift import Drift, RetrainingSuggestions
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import Retraining, RetrainingPhase
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.search.code_index import Query, combine
from desktop_app.core.search.photo_search import Found, PhotoSearch
from desktop_app.core.stacks.folding import Folding

ARCHIVE = Path(__file__).resolve().parents[2] / "data" / "library-of-0.1.0.zip"
HOME = Path("/tmp/lookalike-0.1.0")  # where it was made
MODEL, OTHER_MODEL = "tiny-16-0123abcd", "tiny-16-89abcdef"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The archive's folders: photos, trip, library, config."""
    with zipfile.ZipFile(ARCHIVE) as archive:
        archive.extractall(tmp_path)
    return tmp_path


@pytest.fixture
def files(place: Path) -> LibraryFiles:
    return LibraryFiles(place / "library")


@pytest.fixture
def catalogue(files: LibraryFiles) -> Iterator[Catalogue]:
    with Catalogue(files) as opened:
        yield opened


@pytest.fixture
def expected(place: Path) -> Any:
    return json.loads((place / "expected.json").read_text("utf-8"))


def test_its_counts_roots_and_failures_are_there(catalogue: Catalogue, expected: Any) -> None:
    status = library_status(catalogue)
    assert {name: getattr(status, name) for name in expected["status"]} == expected["status"]
    counts = root_counts(catalogue)
    roots = [
        {
            "path": str(root.path),
            "offline": root.offline,
            "paused": root.paused,
            "indexed": counts[root.id].indexed,
            "failed": counts[root.id].failed,
            "waiting": counts[root.id].waiting,
        }
        for root in catalogue.roots()
    ]
    assert roots == expected["roots"]
    assert [root["paused"] for root in roots] == [False, True]
    for ignored, name in ((False, "failures"), (True, "ignored")):
        failures = [
            {"path": str(item.path), "reason": item.problem, "detail": item.detail}
            for item in list_failures(catalogue, ignored=ignored)
        ]
        assert failures == expected[name]
        assert len(failures) == 1


def test_its_photos_codes_and_thumbnails_are_there(
    files: LibraryFiles, catalogue: Catalogue, expected: Any
) -> None:
    ids = [int(number) for number in expected["codes"]]
    photos: list[dict[str, Any]] = [
        {
            "id": photo.id,
            "path": str(photo.path),
            "size": photo.size_bytes,
            "width": photo.width,
            "height": photo.height,
            "format": photo.format,
            "mean_colour": photo.mean_colour,
            "hash": photo.content_hash.hex(),
            "away": photo.away,
        }
        for photo in catalogue.photos(ids)
    ]
    assert photos == expected["photos"]
    assert [item["path"] for item in photos if item["away"]] == [str(HOME / "photos/gone.jpg")]
    (page,), _ = catalogue.code_pages(catalogue.model_id)
    codes = {
        str(number): [int(page.flags[number]), page.codes[number].tobytes().hex()] for number in ids
    }
    assert codes == expected["codes"]
    thumbnails = Thumbnails(files.thumbnails)
    assert all(thumbnails.get(bytes.fromhex(item["hash"])) for item in photos if item["width"])
    thumbnails.close()


def test_a_search_finds_the_same_photos_in_the_same_order(
    files: LibraryFiles, catalogue: Catalogue, expected: Any
) -> None:
    encoder = Encoder(LibraryModels(files).in_use(catalogue))
    search = PhotoSearch(catalogue, encoder, PhotoReader())
    search.refresh()
    beach, snow = (
        search.logits_of_photo(catalogue.photo_id(HOME / name) or 0)
        for name in ("photos/sea/beach.jpg", "trip/snow.jpg")
    )
    for query, name in ((Query(beach), "search"), (combine([beach], [snow]), "counter")):
        found = [as_printed(item) for item in search.search(query, 20).found]
        assert found == expected[name]["matches"]
        assert len(found) == 6


def as_printed(item: Found) -> dict[str, object]:
    return {
        "path": str(item.photo.path),
        "distance": item.match.distance,
        "score": round(item.match.score, 6),
        "related": item.match.related,
    }


def test_its_models_and_their_names_are_there(
    files: LibraryFiles, catalogue: Catalogue, expected: Any
) -> None:
    models = LibraryModels(files)
    names = {model.model_id: model.name for model in models.all() if not model.is_shipped}
    assert names == {MODEL: "Mean colours", OTHER_MODEL: "Other colours 色"}
    assert names == {item["model_id"]: item["name"] for item in expected["models"]}
    assert models.in_use(catalogue).manifest.model_id == MODEL


def test_its_searches_are_there(files: LibraryFiles, catalogue: Catalogue) -> None:
    beach, snow = HOME / "photos/sea/beach.jpg", HOME / "trip/snow.jpg"
    sea = SavedSearch(
        "Sea, no snow",
        (
            SavedExample(beach, catalogue.photo_id(beach)),
            SavedExample(snow, catalogue.photo_id(snow), is_wanted=False),
        ),
    )
    region = Region(0.25, 0, 0.75, 0.5)
    sky = SavedSearch("天空", (SavedExample(HOME / "trip/night (1) é.jpg", None, region=region),))
    recent = SavedSearch("", (SavedExample(Path("/tmp/elsewhere/picture.jpg")),))
    searches = load_searches(files.searches)
    assert searches.saved == (sea, sky)
    assert searches.recent == (recent, sea)


def test_its_photos_can_be_stacked(files: LibraryFiles, catalogue: Catalogue) -> None:
    assert len(read_stacks(catalogue).ids) == 0
    beach, boat = (
        catalogue.photo_id(HOME / "photos/sea" / name) or 0 for name in ("beach.jpg", "boat.jpg")
    )
    list(stack_photos(files, [[boat, beach]]))
    query = BrowseQuery(folding=Folding(is_on=True))
    listed = Browse(catalogue).listing(query).ids.tolist()
    assert boat in listed
    assert beach not in listed


def test_its_settings_and_its_window_are_there(place: Path) -> None:
    assert load_settings(place / "config" / "settings.json") == Settings(
        threads=2,
        gentle=True,
        thumbnail_cache_mb=128,
        theme="dark",
        language="zh_CN",
        thumbnail_side=224,
        sort=SortKey.SIZE,
        descending=False,
        watch_folders=False,
    )
    state = WindowState("AdnQywADAAA=", False, ("metadata", "code"), "outliers")
    assert load_window_state(place / "config" / "window.json") == state


def test_its_retraining_can_be_resumed(files: LibraryFiles) -> None:
    state = Retraining(files).state
    assert state.phase is RetrainingPhase.INTERRUPTED
    assert state.request == TrainRequest(HOME / "library", [1, 3, 5], 128, 12.5, True, True)
    losses = {"code": 0.25}
    progress = TrainingProgress(TrainingStage.CODES, 40, 200, 61.5, losses, 0.5, 0.75, 0.9)
    assert state.progress == progress
    assert not RetrainingSuggestions(files).is_due(Drift(MODEL, 6, 6, suggests_retraining=True))
    assert RetrainingSuggestions(files).is_due(Drift(OTHER_MODEL, 6, 6, suggests_retraining=True))


def test_its_folders_can_be_relocated_and_no_photo_is_read_again(
    place: Path, files: LibraryFiles, expected: Any
) -> None:
    paths = sorted(path for path in place.glob("[pt][hr]*/**/*.*") if path.is_file())
    with Catalogue(files) as catalogue:
        encoder = Encoder(LibraryModels(files).in_use(catalogue))
        times = {
            os.fsdecode(name): time
            for name, time in catalogue.rows("SELECT name, mtime_ns FROM photos")
        }
    for path in paths:
        os.utime(path, ns=(times[path.name], times[path.name]))
    for name in ("photos", "trip"):
        list(relocate_root(files, HOME / name, place / name))
    list(pause_root(files, place / "trip", is_paused=False))
    *_, summary = index(files, encoder, [])
    assert isinstance(summary, IndexSummary)
    assert (summary.indexed, summary.unchanged, summary.failed) == (0, 6, 1)
    with Catalogue(files) as catalogue:
        assert library_status(catalogue).indexed == expected["status"]["indexed"]
        assert catalogue.photo_id(place / "photos/sea/boat.jpg") is not None
