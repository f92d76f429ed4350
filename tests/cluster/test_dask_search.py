"""A cluster finds what this machine finds, also if a worker is lost in the middle."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from distributed import Client

from desktop_app.cluster import scan_tasks
from desktop_app.cluster.dask_client import LOCAL, dask_client
from desktop_app.cluster.dask_search import ClusterScan
from desktop_app.cluster.scan_tasks import Part
from desktop_app.cluster.workers import WorkerLeftOut
from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.archive_search import ArchiveSearch
from desktop_app.core.archive.code_file import CodeFile, open_codes
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive_facts.collected_files import CollectedFiles
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.archive_update.collecting import collect_codes
from desktop_app.core.base.json_codec import encode_json
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.search.code_index import Query
from tests.cluster.made_archives import indexed, made_manifest
from tests.cluster.processes import processes
from tests.sizes import PROJECT

_ROWS = 4003
# Ends the worker that scans first, once for all of them.
_ENDING = """
import os
from desktop_app.core.archive_facts.code_scan import CodeScan

nearest = CodeScan.nearest

def nearest_or_end(*arguments):
    try:
        os.close(os.open({mark!r}, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return nearest(*arguments)
    os._exit(1)

CodeScan.nearest = nearest_or_end
"""
# This worker has no codes.
_WITHOUT_CODES = """
from pathlib import Path
from desktop_app.core.archive.shard_files import ArchiveFiles

ArchiveFiles.code_header = property(lambda self: Path("/nowhere"))
"""


@pytest.fixture
def archive(tmp_path: Path, photo_folder: Path, encoder: Encoder) -> Archive:
    """The archive of nine photos."""
    indexed(made_manifest(tmp_path / "manifest", photo_folder, 3), tmp_path / "archive", encoder)
    opened = Archive(tmp_path / "archive")
    deque(collect_codes(opened), maxlen=0)
    return opened


@pytest.fixture
def codes(archive: Archive, encoder: Encoder) -> CodeFile:
    """Many codes in place of the archive's, of which a third has the same distance to a query."""
    random = np.random.default_rng(5)
    codes = random.integers(0, 256, (_ROWS, encoder.bundle.manifest.code_bits // 8), np.uint8)
    codes[::3] = codes[0]
    header = replace(open_codes(archive).header, shards=[0], counts=[_ROWS])
    CollectedFiles(archive.files.folder, header).codes.write_bytes(codes.tobytes())
    archive.files.code_header.write_text(encode_json(header))
    return CodeFile(header, codes, None)


@pytest.fixture
def query(encoder: Encoder) -> Query:
    size = encoder.bundle.manifest.code_bits
    return Query(np.random.default_rng(6).standard_normal(size).astype(np.float32))


def no_one(left_out: WorkerLeftOut) -> None:
    raise AssertionError(left_out)


@contextmanager
def patched_workers(patch: pytest.MonkeyPatch, folder: Path, code: str) -> Iterator[Client]:
    """Start two workers that run this code first."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    patch.setenv("PYTHONPATH", os.pathsep.join([str(folder), str(PROJECT)]))
    with dask_client(LOCAL, 2) as client:
        yield client


@pytest.mark.slow
@pytest.mark.e2e
def test_a_cluster_finds_what_this_machine_finds_ties_and_filters_included(
    archive: Archive, codes: CodeFile, query: Query, encoder: Encoder
) -> None:
    model = encoder.bundle.manifest
    passes = RowBitmap.of(np.random.default_rng(7).random(_ROWS) < 0.3)
    with dask_client(LOCAL, 2) as client:
        there = ArchiveSearch(
            codes.codes, model, ClusterScan(client, archive, codes, no_one).nearest
        )
        for among in (None, passes, RowBitmap.of(np.zeros(_ROWS, np.bool_))):
            for top in (1, 1500):
                here = ArchiveSearch(codes.codes, model).nearest(query, top, among)
                assert there.nearest(query, top, among) == here


@pytest.mark.slow
@pytest.mark.e2e
def test_another_worker_answers_for_one_that_is_lost_in_the_middle(
    tmp_path: Path,
    archive: Archive,
    codes: CodeFile,
    query: Query,
    encoder: Encoder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mark = tmp_path / "has ended"
    code = _ENDING.format(mark=str(mark))
    here = ArchiveSearch(codes.codes, encoder.bundle.manifest).nearest(query, 1500)
    with patched_workers(monkeypatch, tmp_path / "ending", code) as client:
        scan = ClusterScan(client, archive, codes, no_one).nearest
        there = ArchiveSearch(codes.codes, encoder.bundle.manifest, scan).nearest(query, 1500)
    assert mark.exists()
    assert there == here


@pytest.mark.slow
@pytest.mark.e2e
def test_a_worker_without_the_codes_is_named_and_stays(
    tmp_path: Path, archive: Archive, codes: CodeFile, query: Query
) -> None:
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "sitecustomize.py").write_text(_WITHOUT_CODES)
    told: list[WorkerLeftOut] = []
    with processes(tmp_path) as cluster, dask_client(cluster.address, 1) as client:
        cluster.start_worker(tmp_path / "without")
        cluster.start_worker()
        client.wait_for_workers(2)
        scan = ClusterScan(client, archive, codes, told.append)
        rows = [scan.nearest(query.code, 5, None)[0].tolist() for _ in range(2)]
        assert len(client.nthreads()) == 2
    assert rows[0] == rows[1]
    assert len(rows[0]) == 5
    (lack,) = [each.error for each in told]
    assert isinstance(lack, ArchiveError)
    assert lack.problem is ArchiveProblem.NO_CODES


def test_codes_that_have_changed_are_not_searched(
    archive: Archive, codes: CodeFile, query: Query
) -> None:
    job = scan_tasks.codes_job(archive, codes.header)
    part = Part(8, 16, None)
    rows, _ = scan_tasks.scan_part(job, part, query.code, 100)
    assert sorted(rows) == list(range(8, 16))
    with pytest.raises(ArchiveError) as caught:
        scan_tasks.scan_part(replace(job, digest="other"), part, query.code, 1)
    assert caught.value.problem is ArchiveProblem.CHANGED
