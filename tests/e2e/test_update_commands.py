"""Archives that are kept up to date by the command line, also if it is killed."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from desktop_app.core.archive_update.change_lock import changing
from desktop_app.core.base.paths import own_program
from tests.command_line import run_cli, run_json

pytestmark = pytest.mark.e2e


@pytest.fixture
def places(photo_folder: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The manifest and the archive of nine photos in three shards."""
    manifest, archive = tmp_path / "manifest", tmp_path / "archive"
    run_cli("cluster", "manifest", photo_folder, "--out", manifest, "--shard-files", 3)
    run_cli("cluster", "index", manifest, "--out", archive)
    return manifest, archive


def names(archive: Path, picture: Path) -> list[str]:
    """Return the names of all photos that a search finds, sorted."""
    matches = run_json("cluster", "search", archive, picture)["matches"]
    return sorted(Path(match["path"]).name for match in matches)


def test_an_archive_is_updated_compacted_and_searched(
    places: tuple[Path, Path], photo_folder: Path
) -> None:
    manifest, archive = places
    query = photo_folder / "beach-1.jpg"
    before = names(archive, query)
    (photo_folder / "beach-0.jpg").rename(photo_folder / "moved.jpg")
    (photo_folder / "trip" / "flower-2.jpg").unlink()
    shutil.copy(query, photo_folder / "new.jpg")
    done = run_cli("cluster", "update", manifest, "--out", archive)
    assert done.stdout == "Files: 2 new, 2 gone.\n"
    expected = sorted({*before, "moved.jpg", "new.jpg"} - {"beach-0.jpg", "flower-2.jpg"})
    assert names(archive, query) == expected
    assert run_cli("cluster", "update", manifest, "--out", archive).stdout == (
        "Nothing has changed.\n"
    )
    compacted = run_json("cluster", "compact", archive)
    assert (compacted["shards"], compacted["rows"]) == (2, 2)
    assert names(archive, query) == expected


def test_an_update_is_read_shard_by_shard(places: tuple[Path, Path], photo_folder: Path) -> None:
    manifest, archive = places
    for name in "abcd":
        shutil.copy(photo_folder / "beach-1.jpg", photo_folder / f"{name}.jpg")
    words = ("cluster", "update", manifest, "--out", archive)
    for _ in range(2):
        assert run_json(*words, "--list-only") == {"missing": [3, 4]}
    assert len(names(archive, photo_folder / "beach-1.jpg")) == 9
    for shard in (3, 4):
        run_cli("cluster", "shard", shard, manifest, "--out", archive)
    assert run_json(*words)["new"] == 0
    assert len(names(archive, photo_folder / "beach-1.jpg")) == 13


def test_an_update_that_completes_an_earlier_one_says_what_it_has_read(
    places: tuple[Path, Path], photo_folder: Path
) -> None:
    manifest, archive = places
    shutil.copy(photo_folder / "beach-1.jpg", photo_folder / "new.jpg")
    words = ("cluster", "update", manifest, "--out", archive)
    assert run_json(*words, "--list-only") == {"missing": [3]}
    assert run_cli(*words).stdout == "Files: 1 new.\n"


def test_an_archive_that_is_made_anew_of_an_updated_manifest_is_to_be_updated(
    places: tuple[Path, Path], photo_folder: Path, tmp_path: Path
) -> None:
    manifest, archive = places
    shutil.copy(photo_folder / "beach-1.jpg", photo_folder / "beach-0.jpg")
    run_cli("cluster", "update", manifest, "--out", archive)
    again = tmp_path / "again"
    done = run_cli("cluster", "index", manifest, "--out", again)
    assert "The manifest has updates. Run 'lookalike cluster update'" in done.stderr
    run_cli("cluster", "update", manifest, "--out", again)
    query = photo_folder / "beach-1.jpg"
    assert names(again, query) == names(archive, query)
    assert "has updates" not in run_cli("cluster", "index", manifest, "--out", again).stderr


def test_a_folder_that_is_gone_is_named(
    places: tuple[Path, Path], photo_folder: Path, tmp_path: Path
) -> None:
    manifest, archive = places
    photo_folder.rename(tmp_path / "unplugged")
    done = run_cli("cluster", "update", manifest, "--out", archive, fails=1)
    assert f"None of the photos of {photo_folder} is there." in done.stderr
    assert f"update with '--gone {photo_folder}'" in done.stderr
    assert len(names(archive, tmp_path / "unplugged" / "beach-1.jpg")) == 9


def test_photos_that_were_moved_away_are_removed_where_the_command_says_so(
    places: tuple[Path, Path], photo_folder: Path, tmp_path: Path
) -> None:
    manifest, archive = places
    words = ("cluster", "update", manifest, "--out", archive)
    done = run_cli(*words, "--gone", tmp_path / "other", fails=2)
    assert "is none of the folders of the manifest" in done.stderr.replace("\n", " ")
    photo_folder.rename(tmp_path / "moved")
    photo_folder.mkdir()
    shutil.copy(tmp_path / "moved" / "beach-1.jpg", photo_folder / "left.jpg")
    done = run_cli(*words, "--gone", photo_folder)
    assert done.stdout == "Files: 1 new, 9 gone.\n"
    assert names(archive, tmp_path / "moved" / "beach-1.jpg") == ["left.jpg"]


@pytest.mark.slow
def test_an_update_that_is_killed_again_and_again_ends_up_to_date(
    places: tuple[Path, Path], photo_folder: Path
) -> None:
    manifest, archive = places
    for number in range(8):
        shutil.copy(photo_folder / "beach-1.jpg", photo_folder / f"new-{number}.jpg")
    (photo_folder / "beach-0.jpg").unlink()
    words = ["cluster", "update", str(manifest), "--out", str(archive), "--threads", "1"]
    for shards in (4, 5):
        process = subprocess.Popen([*own_program(), *words], stdout=subprocess.DEVNULL)
        while process.poll() is None and len(list(archive.glob("shards/*/*.parquet"))) < shards:
            time.sleep(0.01)
        process.kill()
        process.wait()
    run_cli(*words)
    found = names(archive, photo_folder / "beach-1.jpg")
    on_disk = [path.name for path in photo_folder.rglob("*.jpg")]
    assert found == sorted(on_disk)


@pytest.mark.parametrize("name", ["update", "compact", "collect", "index"])
def test_one_command_at_a_time_changes_an_archive(places: tuple[Path, Path], name: str) -> None:
    manifest, archive = places
    is_of_manifest = name in {"update", "index"}
    words = [manifest, "--out", archive] if is_of_manifest else [archive]
    with changing(archive):
        done = run_cli("cluster", name, *words, fails=1)
    assert f"{archive} is being changed by another command." in done.stderr
    run_cli("cluster", name, *words)
