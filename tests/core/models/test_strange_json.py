"""JSON in a library from a stranger, nested 200,000 deep or linked elsewhere, stops nothing."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from desktop_app.core.base.errors import BundleError, SettingsError
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import load_searches
from desktop_app.core.catalogue.settings import load_settings
from desktop_app.core.catalogue.window_state import WindowState, load_window_state
from desktop_app.core.jobs.messages import decode_event
from desktop_app.core.jobs.requests import TrainRequest, decode_request
from desktop_app.core.models.drift import RetrainingSuggestions
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import Retraining, RetrainingPhase

DEEP = {"lists": "[" * 200_000, "objects": '{"saved": ' * 200_000 + "0" + "}" * 200_000}


@pytest.fixture(params=[*DEEP.values()], ids=[*DEEP])
def deep(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text


@pytest.fixture
def library(files: LibraryFiles, deep: str) -> LibraryFiles:
    """A library whose files of JSON are all too deep."""
    for name in (
        *("searches.json", "suggestion.json", "models/names.json", "models/deep/model.json"),
        *("retraining/request.json", "retraining/progress.json", "retraining/result.json"),
    ):
        path = files.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(deep)
    return files


def test_no_file_of_a_library_stops_the_program(
    library: LibraryFiles, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        models = LibraryModels(library).all()
        assert [(model.is_shipped, model.name) for model in models] == [(True, "")]
        assert Retraining(library).state.phase is RetrainingPhase.NONE
    assert RetrainingSuggestions(library).may_be_due("model", 5000)
    assert "names of the models" in caplog.text
    assert "request.json" in caplog.text


def test_searches_are_named_as_damaged_and_kept(library: LibraryFiles, deep: str) -> None:
    with pytest.raises(SettingsError, match=r"deep|Expecting"):
        load_searches(library.searches)
    assert library.searches.read_text() == deep


def test_a_model_is_damaged(library: LibraryFiles) -> None:
    with pytest.raises(BundleError):
        read_bundle(library.models / "deep")


def test_settings_and_the_state_of_the_window_are_left_alone(tmp_path: Path, deep: str) -> None:
    path = tmp_path / "file.json"
    path.write_text(deep)
    with pytest.raises(SettingsError):
        load_settings(path)
    assert load_window_state(path) == WindowState()
    assert path.read_text() == deep


def test_messages_and_requests_are_refused(deep: str) -> None:
    assert decode_event(deep) is None
    with pytest.raises(ValueError, match=r"deep|Expecting"):
        decode_request(deep, [TrainRequest])


def test_links_to_files_of_another_library_are_not_read(
    files: LibraryFiles, tmp_path: Path
) -> None:
    (tmp_path / "suggestion.json").write_text('{"model_id": "m", "photos": 5}')
    (tmp_path / "searches.json").write_text('{"saved": [], "recent": []}')
    files.create()
    for path in (files.suggestion, files.searches):
        path.symlink_to(tmp_path / path.name)
    assert RetrainingSuggestions(files).may_be_due("m", 5)
    with pytest.raises(SettingsError):
        load_searches(files.searches)
