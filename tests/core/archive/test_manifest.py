"""A manifest lists the files of folders in shards, the same each time."""

from __future__ import annotations

import os
import sys
from collections import deque
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from desktop_app.core.archive import manifest_writer
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest, part_path
from desktop_app.core.archive.manifest_writer import write_manifest
from desktop_app.core.archive.progress import ManifestWritten
from desktop_app.core.base.errors import NotAFolderError, RootsOverlapError
from desktop_app.core.indexing.folder_walk import walk


def written(target: Path, *roots: Path, shard_files: int = 4) -> ManifestWritten:
    last = deque(write_manifest(target, list(roots), shard_files), maxlen=1)[0]
    assert isinstance(last, ManifestWritten)
    return last


def paths(manifest: Manifest) -> list[Path]:
    shards = range(manifest.header.shards)
    return [manifest.path_of(file) for shard in shards for file in manifest.files(shard)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Eleven files in three folders."""
    for name in ("a", "b/c", "b/d"):
        (tmp_path / "photos" / name).mkdir(parents=True)
    places = ["a/1", "a/2", "a/3", "b/1", "b/c/1", "b/c/2", "b/c/3", "b/d/1", "b/d/2", "x", "y"]
    for number, place in enumerate(places):
        (tmp_path / "photos" / f"{place}.jpg").write_bytes(b"*" * number)
    return tmp_path / "photos"


def test_a_manifest_lists_what_a_scan_finds_in_its_order(folder: Path, tmp_path: Path) -> None:
    found = written(tmp_path / "manifest", folder)
    manifest = Manifest(tmp_path / "manifest")
    scanned = [each.path / file.name for each in walk(folder) for file in each.files or []]
    assert paths(manifest) == scanned
    assert (found.files, found.shards) == (11, 3)
    assert [manifest.file_count(shard) for shard in range(3)] == [4, 4, 3]
    assert [len(manifest.files(shard)) for shard in range(3)] == [4, 4, 3]
    status = (folder / "a" / "2.jpg").stat()
    (file,) = [each for each in manifest.files(0) + manifest.files(1) if each.path == b"a/2.jpg"]
    assert (file.size, file.mtime_ns) == (status.st_size, status.st_mtime_ns)


def test_the_same_files_give_the_same_manifest(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        written(tmp_path / name, folder)
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
    os.utime(folder / "x.jpg", (1, 1))
    written(tmp_path / "three", folder)
    digests = [Manifest(tmp_path / name).header.digest for name in ("one", "three")]
    assert digests[0] != digests[1]


def test_shards_go_on_in_another_part(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest_writer, "SHARDS_PER_PART", 2)
    monkeypatch.setattr("desktop_app.core.archive.manifest.SHARDS_PER_PART", 2)
    written(tmp_path / "manifest", folder)
    names = sorted(path.name for path in (tmp_path / "manifest").iterdir())
    assert names == ["manifest.json", "part-00000.parquet", "part-00001.parquet"]
    assert len(paths(Manifest(tmp_path / "manifest"))) == 11


def test_several_folders_share_a_manifest(folder: Path, tmp_path: Path) -> None:
    written(tmp_path / "manifest", folder / "b", folder / "a")
    manifest = Manifest(tmp_path / "manifest")
    assert manifest.roots == [folder / "b", folder / "a"]
    assert paths(manifest)[-1] == folder / "a" / "3.jpg"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have names of text only")
def test_names_that_are_no_text_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / os.fsdecode(b"\xff.jpg")).touch()
    written(tmp_path / "manifest", folder)
    assert paths(Manifest(tmp_path / "manifest")) == [folder / os.fsdecode(b"\xff.jpg")]


def test_a_folder_without_files_has_no_shards(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert written(tmp_path / "manifest", tmp_path / "empty").shards == 0


def test_what_a_killed_process_has_left_is_replaced(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "manifest").mkdir()
    part_path(tmp_path / "manifest", 7).write_bytes(b"half")
    written(tmp_path / "manifest", folder)
    assert not part_path(tmp_path / "manifest", 7).exists()


@pytest.mark.parametrize("name", ["manifest.json", "holiday.jpg"])
def test_a_folder_with_other_files_is_not_overwritten(
    folder: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "manifest").mkdir()
    (tmp_path / "manifest" / name).write_text("mine")
    with pytest.raises(ArchiveError) as caught:
        written(tmp_path / "manifest", folder)
    assert caught.value.problem is ArchiveProblem.MANIFEST_EXISTS
    assert (tmp_path / "manifest" / name).read_text() == "mine"


def test_roots_have_to_be_folders_beside_each_other(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NotAFolderError):
        written(tmp_path / "manifest", folder / "x.jpg")
    with pytest.raises(RootsOverlapError):
        written(tmp_path / "manifest", folder, folder / "b")
    assert not (tmp_path / "manifest").exists()


def test_a_manifest_inside_a_root_would_list_itself(folder: Path) -> None:
    with pytest.raises(RootsOverlapError):
        written(folder / "manifest", folder)
    assert not (folder / "manifest").exists()


def test_a_shard_that_is_not_there_is_refused(folder: Path, tmp_path: Path) -> None:
    written(tmp_path / "manifest", folder)
    manifest = Manifest(tmp_path / "manifest")
    for number in (-1, 3):
        with pytest.raises(ArchiveError) as caught:
            manifest.files(number)
        assert caught.value.problem is ArchiveProblem.NO_SUCH_SHARD


@pytest.mark.parametrize("path", [b"../secret", b"/etc/passwd", b"a//b", b"./a", b""])
def test_a_path_that_leads_out_of_its_root_is_refused(
    folder: Path, tmp_path: Path, path: bytes
) -> None:
    written(tmp_path / "manifest", folder, shard_files=100)
    part = part_path(tmp_path / "manifest", 0)
    table = pq.read_table(part)
    rows = table.to_pylist()
    rows[3]["path"] = path
    pq.write_table(table.from_pylist(rows, table.schema), part)
    with pytest.raises(ArchiveError) as caught:
        Manifest(tmp_path / "manifest").files(0)
    assert caught.value.problem is ArchiveProblem.BAD_MANIFEST


def test_a_damaged_manifest_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        Manifest(tmp_path / "nowhere")
    assert caught.value.problem is ArchiveProblem.NO_MANIFEST
    written(tmp_path / "manifest", folder)
    part_path(tmp_path / "manifest", 0).write_bytes(b"broken")
    with pytest.raises(ArchiveError) as caught:
        Manifest(tmp_path / "manifest").files(0)
    assert caught.value.path == part_path(tmp_path / "manifest", 0)
    (tmp_path / "manifest" / "manifest.json").write_text('{"roots": 3}')
    with pytest.raises(ArchiveError) as caught:
        Manifest(tmp_path / "manifest")
    assert caught.value.problem is ArchiveProblem.BAD_MANIFEST


def test_a_manifest_of_a_newer_version_is_refused(folder: Path, tmp_path: Path) -> None:
    written(tmp_path / "manifest", folder)
    header = tmp_path / "manifest" / "manifest.json"
    header.write_text(header.read_text().replace('"format": 1', '"format": 3'))
    with pytest.raises(ArchiveError) as caught:
        Manifest(tmp_path / "manifest")
    assert caught.value.problem is ArchiveProblem.NEWER_MANIFEST


def test_storage_that_is_mounted_inside_a_root_is_listed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) in {folder, folder / "b"})
    written(tmp_path / "manifest", folder)
    manifest = Manifest(tmp_path / "manifest")
    assert manifest.header.mounts == [str(folder / "b")]
    files = [file for shard in range(3) for file in manifest.files(shard)]
    inside = {file.path for file in files if manifest.storage_of(file) == [folder, folder / "b"]}
    assert inside == {file.path for file in files if file.path.startswith(b"b/")}
