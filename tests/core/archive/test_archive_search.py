"""A search of an archive finds what a search of a library finds, in the same order."""

from __future__ import annotations

from collections import deque
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.archive_search import ArchiveSearch
from desktop_app.core.archive.code_file import open_codes
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive_facts import code_scan
from desktop_app.core.archive_facts.code_scan import CodeScan
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.base.codes import Codes, Logits
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.code_index import CodeIndex, Query
from tests.cluster.made_archives import indexed, made_manifest, paths_of, rows_of


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """Nine photos and a text, in four shards."""
    (photo_folder / "notes.txt").write_text("none of them is a photo")
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    return Archive(tmp_path / "archive")


def random_codes(count: int, bits: int, distinct: int = 40) -> Codes:
    """Codes of which many are the same, so that many tie."""
    rng = np.random.default_rng(7)
    some = rng.integers(0, 256, (distinct, bits // 8), np.uint8)
    return some[rng.integers(0, distinct, count)]


def random_query(bits: int) -> Query:
    logits: Logits = np.random.default_rng(8).standard_normal(bits).astype(np.float32)
    return Query(logits)


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 5000])
def test_the_order_is_that_of_a_library_ties_included(
    encoder: Encoder, threads: int, count: int
) -> None:
    model = encoder.bundle.manifest
    codes, query = random_codes(count, model.code_bits), random_query(model.code_bits)
    library = CodeIndex(model)
    library.add_all(np.arange(count), codes)
    found = ArchiveSearch(codes, model, CodeScan(codes, threads).nearest).nearest(query, 50)
    assert [(each.row, each.distance, each.score, each.related) for each in found] == [
        (each.photo_id, each.distance, each.score, each.related)
        for each in library.nearest(query, 50)
    ]


def test_collected_codes_are_those_of_the_shards(archive: Archive) -> None:
    deque(collect_codes(archive), maxlen=0)
    opened = open_codes(archive)
    rows = [row for row in rows_of(archive.files.folder) if row["code"]]
    assert opened.codes.tobytes() == b"".join(row["code"] for row in rows)
    paths = paths_of(archive, opened, [*range(len(rows))])
    assert paths == [archive.roots[0] / row["path"].decode() for row in rows]


def test_codes_are_collected_again_only_where_shards_are_new(
    tmp_path: Path, archive: Archive
) -> None:
    assert len(list(collect_codes(archive))) == 4
    assert list(collect_codes(archive)) == []
    last = archive.files.table_path(3)
    last.rename(tmp_path / "away")
    smaller = Archive(archive.files.folder)
    with pytest.raises(ArchiveError) as caught:
        open_codes(smaller)
    assert caught.value.problem is ArchiveProblem.NO_CODES
    assert len(list(collect_codes(smaller))) == 3
    assert len(open_codes(smaller).codes) < 9


def test_codes_are_outdated_as_soon_as_a_shard_is_written(
    tmp_path: Path, photo_folder: Path, archive: Archive, encoder: Encoder
) -> None:
    deque(collect_codes(archive), maxlen=0)
    archive.files.table_path(1).unlink()
    (photo_folder / "beach-1.jpg").write_bytes(b"damaged")
    indexed(Manifest(tmp_path / "manifest"), archive.files.folder, encoder)
    with pytest.raises(ArchiveError) as caught:
        open_codes(Archive(archive.files.folder))
    assert caught.value.problem is ArchiveProblem.NO_CODES


def test_codes_that_were_cut_off_are_not_searched(archive: Archive) -> None:
    deque(collect_codes(archive), maxlen=0)
    (path,) = archive.files.folder.rglob("codes.bin")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ArchiveError) as caught:
        open_codes(archive)
    assert caught.value.problem is ArchiveProblem.NO_CODES


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 1.0])
@pytest.mark.parametrize("block_rows", [64, 2**20])
def test_a_filter_leaves_what_a_search_of_only_those_photos_finds(
    encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
    threads: int,
    share: float,
    block_rows: int,
) -> None:
    monkeypatch.setattr(code_scan, "_BLOCK_ROWS", block_rows)
    model = encoder.bundle.manifest
    codes, query = random_codes(5003, model.code_bits), random_query(model.code_bits)
    passes = np.random.default_rng(9).random(len(codes)) < share
    library = CodeIndex(model)
    library.add_all(np.arange(len(codes)), codes)
    search = ArchiveSearch(codes, model, CodeScan(codes, threads).nearest)
    found = search.nearest(query, 1500, RowBitmap.of(passes))
    assert [(each.row, each.distance, each.score, each.related) for each in found] == [
        (each.photo_id, each.distance, each.score, each.related)
        for each in library.among(np.flatnonzero(passes)).nearest(query, 1500)
    ]
    assert len(found) == min(1500, np.count_nonzero(passes))
