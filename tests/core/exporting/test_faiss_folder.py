"""A folder for faiss has the index that faiss would write, and all that is known of the photos."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import pyarrow.parquet as pq
import pytest

from desktop_app.core.base.errors import ExportError
from desktop_app.core.exporting.errors import TargetError
from desktop_app.core.exporting.faiss_folder import INDEX_NAME, PHOTOS_NAME, export_faiss
from tests.core.exporting.made_source import BITS, MadeSource, all_rows, written
from tests.full_disk import full_disk


@pytest.mark.parametrize("count", [0, 1, 3000])
def test_the_index_has_the_bytes_that_faiss_writes(tmp_path: Path, count: int) -> None:
    source = MadeSource(count)
    index = faiss.IndexBinaryIDMap2(faiss.IndexBinaryFlat(BITS))
    index.add_with_ids(source.codes, source.ids)
    faiss.write_index_binary(index, str(tmp_path / "of-faiss"))
    assert written(export_faiss, tmp_path / "photos", source).photos == count
    assert (tmp_path / "photos" / INDEX_NAME).read_bytes() == (tmp_path / "of-faiss").read_bytes()


def test_faiss_opens_it_and_gives_each_code_by_its_id(tmp_path: Path) -> None:
    source = MadeSource(count=50)
    written(export_faiss, tmp_path / "photos", source)
    index = faiss.read_index_binary(str(tmp_path / "photos" / INDEX_NAME))
    assert (type(index), index.ntotal) == (faiss.IndexBinaryIDMap2, 50)
    for row, photo_id in enumerate(source.ids.tolist()):
        assert np.array_equal(index.reconstruct(photo_id), source.codes[row])


def test_the_photos_are_beside_it_with_all_but_their_codes(tmp_path: Path) -> None:
    source = MadeSource(count=40)
    written(export_faiss, tmp_path / "photos", source)
    assert {path.name for path in (tmp_path / "photos").iterdir()} == {INDEX_NAME, PHOTOS_NAME}
    table = pq.read_table(tmp_path / "photos" / PHOTOS_NAME)
    assert "code" not in table.schema.names
    assert b"a-model" in table.schema.metadata[b"lookalike"]
    expected = all_rows(source)
    for row in expected:
        del row["code"]
    assert table.to_pylist() == expected


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(TargetError):
        written(export_faiss, tmp_path / "photos", MadeSource(count=1))
    assert [*(tmp_path / "photos").iterdir()] == []


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(ExportError) as caught:
        written(export_faiss, tmp_path / "photos", MadeSource())
    assert caught.value.path == tmp_path / "photos"
    assert [*tmp_path.iterdir()] == []
