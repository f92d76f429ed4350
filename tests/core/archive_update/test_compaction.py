"""A compacted archive has what remains, in its order, and takes less space."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.archive_search import ArchiveSearch
from desktop_app.core.archive.code_file import open_codes
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import ArchiveCompacted, Compacting
from desktop_app.core.archive.removed_rows import removed_path
from desktop_app.core.archive.shard_rows import ShardRows
from desktop_app.core.archive.thumbnail_places import ThumbnailPlaces
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.archive_update.compaction import compact
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.code_index import Query
from tests.cluster.made_archives import contents_of, indexed, made_manifest, paths_of, rows_of
from tests.core.archive_update.updated import listed_rows, run, updated

_GONE = {"beach-0.jpg", "flower-1.jpg", "notes.txt"}


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Path:
    """Nine photos and a text, in four shards; two photos and the text were removed."""
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    for name in _GONE:
        (photo_folder / name).unlink()
    updated(tmp_path / "manifest", tmp_path / "archive", encoder)
    return tmp_path / "archive"


def found(archive: Path, encoder: Encoder) -> list[list[tuple[Any, ...]]]:
    """Return what searches for several random queries find."""
    opened, model = Archive(archive), encoder.bundle.manifest
    codes = open_codes(opened)
    search = ArchiveSearch(codes.codes, model, remaining=codes.remaining)
    random = np.random.default_rng(3)
    results = []
    for _ in range(5):
        query = Query(random.standard_normal(model.code_bits).astype(np.float32))
        matches = search.nearest(query, 20)
        paths = paths_of(opened, codes, [match.row for match in matches])
        results.append(
            [
                (path, match.distance, match.score, match.related)
                for path, match in zip(paths, matches, strict=True)
            ]
        )
    return results


def size_of(archive: Path) -> int:
    return sum(len(content) for path, content in contents_of(archive).items() if "shards" in path)


def test_a_search_finds_the_same_after_a_compaction(archive: Path, encoder: Encoder) -> None:
    before, size, rows = found(archive, encoder), size_of(archive), listed_rows(archive)
    compacted = run(compact(Archive(archive)))
    assert (compacted.shards, compacted.rows) == (3, 3)
    assert size - size_of(archive) == compacted.freed_bytes > 0
    run(collect_codes(Archive(archive)))
    assert found(archive, encoder) == before
    assert listed_rows(archive) == rows
    assert open_codes(Archive(archive)).remaining is None
    assert not removed_path(archive).exists()


def test_thumbnails_stay_with_their_photos(archive: Path) -> None:
    kept = {row["path"]: row["thumbnail"] for row in rows_of(archive)}
    run(compact(Archive(archive)))
    compacted = {row["path"]: row["thumbnail"] for row in rows_of(archive)}
    assert len(compacted) == 7
    assert compacted == {path: kept[path] for path in compacted}
    assert len(list(archive.rglob("*.thumbnails"))) == 4


@pytest.mark.parametrize("shards", [1, 2, 3])
def test_a_compaction_that_was_killed_goes_on(archive: Path, encoder: Encoder, shards: int) -> None:
    before = found(archive, encoder)
    events = compact(Archive(archive))
    for _ in range(shards):
        assert isinstance(next(events), Compacting)
    events.close()
    with pytest.raises(ArchiveError) as caught:
        open_codes(Archive(archive))
    assert caught.value.problem is ArchiveProblem.NO_CODES
    run(collect_codes(Archive(archive)))
    assert found(archive, encoder) == before
    compacted = run(compact(Archive(archive)))
    assert isinstance(compacted, ArchiveCompacted)
    assert compacted.rows == 3 - shards
    run(collect_codes(Archive(archive)))
    assert found(archive, encoder) == before


def test_a_program_that_has_the_archive_open_shows_no_other_photos(archive: Path) -> None:
    opened = Archive(archive)
    codes = open_codes(opened)
    rows = ShardRows(opened, codes, ThumbnailPlaces())
    deque(compact(Archive(archive)), maxlen=0)
    with pytest.raises(ArchiveError) as caught:
        rows.photos(range(9))
    assert caught.value.problem is ArchiveProblem.COMPACTED


def test_an_archive_is_updated_after_a_compaction(
    tmp_path: Path, photo_folder: Path, archive: Path, encoder: Encoder
) -> None:
    run(compact(Archive(archive)))
    (photo_folder / "flower-0.jpg").rename(photo_folder / "moved.jpg")
    listed, removed = updated(tmp_path / "manifest", archive, encoder)
    assert (listed.files, removed.gone) == (1, 1)
    assert len(listed_rows(archive)) == 7


def test_a_shard_that_is_read_again_after_a_compaction_is_put_right_by_an_update(
    tmp_path: Path, archive: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.core.archive_storage.patience.PATIENCE_SECONDS", 0)
    run(compact(Archive(archive)))
    rows = listed_rows(archive)
    Archive(archive).files.table_path(0).unlink()
    updated(tmp_path / "manifest", archive, encoder)
    assert listed_rows(archive) == rows
