"""The shards that an archive lacks are found without parsing those that it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.cluster import missing_shards as module
from desktop_app.cluster.missing_shards import missing_shards
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.bundle.encoder import Encoder
from tests.cluster.made_archives import indexed, made_manifest


@pytest.fixture
def manifest(tmp_path: Path, photo_folder: Path) -> Manifest:
    """Nine photos in five shards."""
    return made_manifest(tmp_path / "manifest", photo_folder, 2)


@pytest.fixture
def archive(tmp_path: Path, manifest: Manifest, encoder: Encoder) -> ArchiveFiles:
    indexed(manifest, tmp_path / "archive", encoder)
    return ArchiveFiles(tmp_path / "archive")


def test_missing_shards_are_found_in_order(
    manifest: Manifest, archive: ArchiveFiles, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SHARDS_AT_ONCE", 2)
    for number in (4, 1, 2):
        archive.table_path(number).unlink()
    assert missing_shards(manifest, archive, encoder) == [1, 2, 4]
    assert missing_shards(manifest, archive, encoder, [4, 3]) == [4]
    assert missing_shards(manifest, archive, encoder, [1]) == [1]
    assert missing_shards(manifest, archive, encoder, [0]) == []


def test_a_whole_shard_is_known_by_its_last_bytes(
    manifest: Manifest, archive: ArchiveFiles, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ArchiveFiles, "label", lambda *_: pytest.fail("it was parsed"))
    assert missing_shards(manifest, archive, encoder) == []


def test_a_shard_of_another_archive_is_not_taken_for_whole(
    tmp_path: Path, manifest: Manifest, archive: ArchiveFiles, encoder: Encoder
) -> None:
    header = tmp_path / "manifest" / "manifest.json"
    header.write_text(header.read_text().replace(manifest.header.digest, "of other files"))
    with pytest.raises(ArchiveError) as caught:
        missing_shards(Manifest(tmp_path / "manifest"), archive, encoder)
    assert caught.value.problem is ArchiveProblem.OTHER_SOURCE


def test_a_shard_that_was_cut_off_is_not_taken_for_whole(
    manifest: Manifest, archive: ArchiveFiles, encoder: Encoder
) -> None:
    path = archive.table_path(3)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ArchiveError) as caught:
        missing_shards(manifest, archive, encoder)
    assert (caught.value.path, caught.value.problem) == (path, ArchiveProblem.BAD_SHARD)
