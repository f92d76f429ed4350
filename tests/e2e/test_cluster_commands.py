"""Archives by the command line: a manifest, and its shards by every runner."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from desktop_app.core.base.paths import own_program
from tests.cluster.made_archives import contents_of, rows_of
from tests.command_line import run_cli, run_json
from tests.s3_server import Bucket

pytestmark = pytest.mark.e2e


@pytest.fixture
def manifest(photo_folder: Path, tmp_path: Path) -> Path:
    """A manifest of nine photos in three shards."""
    out = tmp_path / "manifest"
    done = run_cli("cluster", "manifest", photo_folder, "--out", out, "--shard-files", 3)
    assert done.stdout == f"{out} lists 9 files in 3 shards.\n"
    return out


def test_shards_are_indexed_together_and_one_by_one(manifest: Path, tmp_path: Path) -> None:
    done = run_cli("cluster", "index", manifest, "--out", tmp_path / "together")
    assert done.stdout.startswith("Indexed 9 photos in 3 shards in ")
    for number in range(3):
        indexed = run_json("cluster", "shard", number, manifest, "--out", tmp_path / "apart")
        assert (indexed["shards"], indexed["photos"], indexed["failed"]) == (1, 3, 0)
    run_cli("cluster", "collect", tmp_path / "apart")
    assert contents_of(tmp_path / "apart") == contents_of(tmp_path / "together")
    again = run_cli("cluster", "index", manifest, "--out", tmp_path / "apart")
    assert again.stdout == "All shards are there.\n"


@pytest.mark.slow
def test_a_cluster_on_this_machine_is_started_and_ended(manifest: Path, tmp_path: Path) -> None:
    words = ["cluster", "index", manifest, "--out", tmp_path / "archive", "--dask", "local"]
    command = [*own_program(), *map(str, words), "--threads", "2", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["photos"] == 9
    assert len(rows_of(tmp_path / "archive")) == 9


def test_what_is_wrong_is_named_with_the_remedy(manifest: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    done = run_cli("cluster", "index", nowhere, "--out", tmp_path / "archive", fails=1)
    assert "lookalike cluster manifest FOLDER" in done.stderr
    done = run_cli("cluster", "shard", 3, manifest, "--out", tmp_path / "archive", fails=1)
    assert "has no shard 3 of 0 to 2" in done.stderr
    done = run_cli("cluster", "manifest", tmp_path / "photos", "--out", manifest, fails=1)
    assert f"{manifest} is not empty" in done.stderr


def test_an_archive_is_searched_as_a_library_is(
    manifest: Path, photo_folder: Path, tmp_path: Path
) -> None:
    archive, library = tmp_path / "archive", tmp_path / "library"
    run_cli("cluster", "index", manifest, "--out", archive)
    run_cli("index", photo_folder, "--library", library)
    pictures = [photo_folder / "beach-0.jpg", "--not", photo_folder / "flower-1.jpg"]
    there = run_json("cluster", "search", archive, *pictures)["matches"]
    here = run_json("search", *pictures, "--library", library)["matches"]
    shown = ("path", "distance", "score", "related")
    assert [[each[name] for name in shown] for each in there] == [
        [each[name] for name in shown] for each in here
    ]
    first = run_cli("cluster", "search", archive, pictures[0], "--top", 1).stdout.splitlines()
    assert first[0] == "distance  score           photo"
    assert first[1].endswith(f"similar  {pictures[0]}")


def test_copies_in_an_archive_are_listed(
    manifest: Path, photo_folder: Path, tmp_path: Path
) -> None:
    copy = photo_folder / "zz.jpg"
    copy.write_bytes((photo_folder / "beach-0.jpg").read_bytes())
    run_cli("cluster", "manifest", photo_folder, "--out", tmp_path / "again")
    archive = tmp_path / "archive"
    run_cli("cluster", "index", tmp_path / "again", "--out", archive)
    (group,) = run_json("cluster", "duplicates", archive, "--level", "identical")["groups"]
    assert [photo["path"] for photo in group["photos"]] == [
        str(photo_folder / "beach-0.jpg"),
        str(copy),
    ]
    assert not group["stacked"]
    assert f"{copy}" in run_cli("cluster", "duplicates", archive, "--csv").stdout
    done = run_cli("cluster", "duplicates", archive, "--level", "same-pixels", fails=2)
    assert "'same-pixels' is none of" in done.stderr


def test_photos_in_a_bucket_are_named_by_their_addresses(
    bucket: Bucket, photo_folder: Path, tmp_path: Path
) -> None:
    bucket.put_folder(photo_folder, "photos")
    manifest, archive = tmp_path / "manifest", tmp_path / "archive"
    done = run_cli("cluster", "manifest", f"{bucket.address}/photos/", "--out", manifest)
    assert done.stdout == f"{manifest} lists 9 files in 1 shards.\n"
    run_cli("cluster", "index", manifest, "--out", archive)
    words = [archive, photo_folder / "trip" / "beach-2.jpg", "--top", 1]
    (found,) = run_json("cluster", "search", *words)["matches"]
    assert found["path"] == f"{bucket.address}/photos/trip/beach-2.jpg"
    first = run_cli("cluster", "search", *words, "--folder", f"{bucket.address}/photos/trip")
    assert first.stdout.splitlines()[1].endswith(f"{bucket.address}/photos/trip/beach-2.jpg")
    done = run_cli("cluster", "import", archive, "--library", tmp_path / "library", fails=1)
    assert f"are at {bucket.address}/photos, which is no folder" in done.stderr
    run_cli("export", tmp_path / "t.parquet", "--to", "parquet", "--archive", archive)
    paths = pq.read_table(tmp_path / "t.parquet").column("path").to_pylist()
    assert f"{bucket.address}/photos/trip/beach-2.jpg" in paths


def test_an_archive_at_an_address_is_refused_with_the_remedy(tmp_path: Path) -> None:
    for words in (
        ["manifest", tmp_path, "--out", "s3://bucket/manifest"],
        ["index", tmp_path, "--out", "s3://bucket/manifest"],
        ["search", "s3://bucket/manifest", tmp_path / "beach.jpg"],
    ):
        done = run_cli("cluster", *words, fails=1)
        assert "s3://bucket/manifest is an address. A manifest and an archive are" in done.stderr


def test_an_address_with_a_password_is_refused(tmp_path: Path) -> None:
    address, out = "s3://id:secret@bucket/photos", tmp_path / "manifest"
    done = run_cli("cluster", "manifest", address, "--out", out, fails=1)
    assert "The address s3://bucket/photos was given with a password" in done.stderr
    assert "secret" not in done.stdout + done.stderr
    assert not out.exists()


@pytest.mark.slow
def test_an_archive_is_searched_on_a_cluster(
    manifest: Path, photo_folder: Path, tmp_path: Path
) -> None:
    run_cli("cluster", "index", manifest, "--out", tmp_path / "archive")
    words = ["cluster", "search", tmp_path / "archive", photo_folder / "beach-0.jpg", "--json"]
    words += ["--folder", photo_folder / "trip"]
    found = [
        subprocess.run([*own_program(), *map(str, all_words)], capture_output=True, check=True)
        for all_words in (words, [*words, "--dask", "local"])
    ]
    assert len(json.loads(found[0].stdout)["matches"]) == 3
    assert found[0].stdout == found[1].stdout


def test_an_archive_with_new_shards_says_how_to_search_it(
    manifest: Path, photo_folder: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    run_cli("cluster", "shard", 0, manifest, "--out", archive)
    done = run_cli("cluster", "search", archive, photo_folder / "beach-0.jpg", fails=1)
    assert f"lookalike cluster collect {archive}" in done.stderr


def test_a_manifest_without_files_is_indexed(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run_cli("cluster", "manifest", tmp_path / "empty", "--out", tmp_path / "manifest")
    done = run_cli("cluster", "index", tmp_path / "manifest", "--out", tmp_path / "archive")
    assert done.stdout == "All shards are there.\n"


def test_an_archive_is_imported_and_searched(
    manifest: Path, photo_folder: Path, tmp_path: Path
) -> None:
    run_cli("cluster", "index", manifest, "--out", tmp_path / "archive")
    library = tmp_path / "library"
    done = run_cli("cluster", "import", tmp_path / "archive", "--library", library)
    assert done.stdout == "Imported 9 photos.\n"
    found = run_json("search", photo_folder / "beach-0.jpg", "--library", library)
    assert Path(found["matches"][0]["path"]).name.startswith("beach-")


def test_an_archive_is_searched_in_part(manifest: Path, photo_folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    run_cli("cluster", "index", manifest, "--out", archive)
    words = ["cluster", "search", archive, photo_folder / "beach-0.jpg"]

    def names(*options: object) -> list[str]:
        found = run_json(*words, *options)["matches"]
        return sorted(Path(each["path"]).name for each in found)

    in_trip = ["beach-2.jpg", "flower-2.jpg", "night_city-2.jpg"]
    assert names("--folder", photo_folder / "trip", "--format", "jpeg", "--pixels", "-2") == in_trip
    assert names("--pixels", "2-") == names("--since", "2019-03-02") == []
    for option, value in (("--pixels", "3-8"), ("--format", "PSD"), ("--folder", tmp_path / "x")):
        assert option in run_cli(*words, option, value, fails=2).stderr
