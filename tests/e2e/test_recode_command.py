"""`lookalike cluster recode`, and the switch to the codes that it has computed."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from desktop_app.core.base.paths import own_program
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import contents_of, finished
from tests.cluster.retrained_models import retrained
from tests.command_line import run_cli, run_json
from tests.core import tiny_bundle

pytestmark = pytest.mark.e2e


@pytest.fixture
def manifest(photo_folder: Path, tmp_path: Path) -> Path:
    run_cli("cluster", "manifest", photo_folder, "--out", tmp_path / "manifest", "--shard-files", 3)
    return tmp_path / "manifest"


@pytest.fixture
def archive(manifest: Path, tmp_path: Path) -> Path:
    """Nine photos in three shards."""
    run_cli("cluster", "index", manifest, "--out", tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def model(tmp_path: Path, encoder: Encoder) -> Path:
    return retrained(tmp_path / "model", encoder).folder


def distances(archive: Path, picture: Path, *options: object) -> list[int]:
    found = run_json("cluster", "search", archive, picture, *options)["matches"]
    return [match["distance"] for match in found]


def test_an_archive_is_searched_with_a_retrained_model_and_then_with_the_first(
    archive: Path, manifest: Path, model: Path, photo_folder: Path, tmp_path: Path
) -> None:
    picture = photo_folder / "beach-0.jpg"
    before = distances(archive, picture)
    done = run_cli("cluster", "recode", archive, "--model", model)
    assert done.stdout.startswith("Computed the codes of 9 photos in 3 shards in ")
    assert distances(archive, picture) == before
    switch = done.stdout.splitlines()[1].partition("'")[2].partition("'")[0].split()
    run_cli(*switch[1:])
    run_cli("cluster", "index", manifest, "--out", tmp_path / "fresh", "--model", model)
    after = distances(archive, picture)
    assert after == distances(tmp_path / "fresh", picture, "--model", model)
    assert after != before
    named = ("--model", Path(switch[-1]))
    assert distances(archive, picture, "--model", model) == after
    run_cli("cluster", "collect", archive, "--model", "default-256-19e4cca1")
    refused = run_cli("cluster", "search", archive, picture, "--model", model, fails=1)
    assert f"is not in use in the archive {archive}" in refused.stderr
    assert distances(archive, picture) == before
    run_cli("cluster", "collect", archive, *named)
    assert distances(archive, picture) == after


def test_one_shard_a_command_gives_the_same_codes(
    archive: Path, manifest: Path, model: Path, tmp_path: Path
) -> None:
    for number in range(3):
        done = run_json("cluster", "recode", archive, "--model", model, "--shard", number)
        assert (done["shards"], done["photos"]) == (1, 3)
    run_cli("cluster", "index", manifest, "--out", tmp_path / "other")
    run_cli("cluster", "recode", tmp_path / "other", "--model", model)
    assert contents_of(archive) == contents_of(tmp_path / "other")
    refused = run_cli("cluster", "recode", archive, "--model", model, "--shard", 3, fails=1)
    assert "has no shard 3" in refused.stderr


def test_an_update_gives_new_photos_codes_of_the_model_in_use(
    archive: Path, manifest: Path, model: Path, photo_folder: Path
) -> None:
    run_cli("cluster", "recode", archive, "--model", model)
    run_cli("cluster", "collect", archive, "--model", model)
    before = distances(archive, photo_folder / "beach-0.jpg")
    (photo_folder / "new.jpg").write_bytes((photo_folder / "flower-0.jpg").read_bytes())
    run_cli("cluster", "update", manifest, "--out", archive)
    after = distances(archive, photo_folder / "beach-0.jpg")
    assert len(after) == 10
    assert set(after) == set(before)
    (photo_folder / "flower-1.jpg").unlink()
    run_cli("cluster", "update", manifest, "--out", archive)
    run_cli("cluster", "compact", archive)
    assert len(distances(archive, photo_folder / "beach-0.jpg")) == 9


def test_what_cannot_be_used_is_named_with_the_remedy(archive: Path, tmp_path: Path) -> None:
    other = tiny_bundle.write_folder(tmp_path / "tiny", tiny_bundle.tiny_files())
    before = contents_of(archive)
    refused = run_cli("cluster", "recode", archive, "--model", other, fails=1)
    assert f"lookalike train --archive {archive}" in refused.stderr
    refused = run_cli("cluster", "recode", archive, "--model", "quick-128-0", fails=1)
    assert "Name its folder with --model" in refused.stderr
    refused = run_cli("cluster", "collect", archive, "--model", "quick-128-0", fails=1)
    assert f"lookalike cluster recode {archive} --model quick-128-0" in refused.stderr
    run_cli("cluster", "collect", archive, "--model", tmp_path / "nowhere", fails=2)
    assert contents_of(archive) == before


@pytest.mark.slow
def test_a_command_that_is_killed_is_continued(
    manifest: Path, model: Path, photo_folder: Path, tmp_path: Path
) -> None:
    one_each = tmp_path / "one each"
    run_cli("cluster", "manifest", photo_folder, "--out", one_each, "--shard-files", 1)
    archives = [tmp_path / "killed", tmp_path / "at once"]
    for archive in archives:
        run_cli("cluster", "index", one_each, "--out", archive)
    killed, at_once = archives
    words = ["cluster", "recode", str(killed), "--model", str(model), "--threads", "1"]
    process = subprocess.Popen([*own_program(), *words], stdout=subprocess.DEVNULL)
    while process.poll() is None and not list(killed.glob("codes/*/0000/*.parquet")):
        time.sleep(0.001)
    process.kill()
    process.wait()
    run_cli(*words)
    run_cli("cluster", "recode", at_once, "--model", model)
    assert finished(killed) == finished(at_once)
