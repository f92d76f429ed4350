"""`lookalike train --archive`: a model learned from a random sample of an archive."""

from __future__ import annotations

import shutil
from collections import deque
from pathlib import Path

import pytest

from desktop_app.samples.sample_pictures import write_samples
from tests.cluster.made_archives import contents_of
from tests.command_line import run_cli, run_json

pytestmark = pytest.mark.e2e


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The 208 sample pictures, which are gone since."""
    photos, manifest = tmp_path / "samples", tmp_path / "manifest"
    deque(write_samples(photos), maxlen=0)
    run_cli("cluster", "manifest", photos, "--out", manifest, "--shard-files", 50)
    run_cli("cluster", "index", manifest, "--out", tmp_path / "archive")
    shutil.rmtree(photos)
    return tmp_path / "archive"


@pytest.mark.slow
def test_an_archive_teaches_a_model_that_is_compared_and_exported(
    archive: Path, tmp_path: Path
) -> None:
    before = contents_of(archive)
    first, second = ["--library", tmp_path / "sample"], ["--library", tmp_path / "again"]
    made = run_json("train", "--quick", "--archive", archive, *first)
    assert made["photos"] == 208
    again = run_json("train", "--quick", "--archive", archive, *second)
    assert again["model_id"] == made["model_id"]
    assert contents_of(archive) == before
    told = run_cli("train", "--quick", "--archive", archive, *first).stdout.splitlines()[-1]
    run_cli(*told.partition("'")[2].partition("'")[0].split()[1:])
    run_cli("cluster", "collect", archive, "--model", made["model_id"])
    compared = run_json("model", "compare", made["model_id"], *first)
    assert (compared["new_model"], compared["photos"]) == (made["model_id"], 208)
    run_cli("model", "export", made["model_id"], tmp_path / "made", *first)
    assert (tmp_path / "made.lookalike-model").is_file()


def test_the_library_of_a_sample_has_no_other_photos(
    photo_folder: Path, tmp_path: Path, small_archive: Path
) -> None:
    refused = run_cli("train", "--quick", "--archive", small_archive, fails=2)
    assert "--library" in refused.stderr
    library = ["--library", tmp_path / "library"]
    (photo_folder.parent / "others").mkdir()
    run_cli("index", photo_folder.parent / "others", *library)
    refused = run_cli("train", "--quick", "--archive", small_archive, *library, fails=2)
    assert "has other photos" in " ".join(refused.stderr.split())


def test_an_archive_of_few_photos_teaches_nothing(tmp_path: Path, small_archive: Path) -> None:
    words = ["train", "--quick", "--archive", small_archive, "--library", tmp_path / "library"]
    assert "200" in run_cli(*words, fails=1).stderr


@pytest.fixture
def small_archive(photo_folder: Path, tmp_path: Path) -> Path:
    """Nine photos."""
    run_cli("cluster", "manifest", photo_folder, "--out", tmp_path / "manifest")
    run_cli("cluster", "index", tmp_path / "manifest", "--out", tmp_path / "archive")
    return tmp_path / "archive"
