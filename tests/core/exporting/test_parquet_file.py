"""A Parquet file has all photos of a source, and gives the same nearest ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from desktop_app.core.exporting.parquet_file import export_parquet
from tests.core.exporting.made_source import BITS, LABEL, Found, MadeSource, all_rows, written


def nearest(target: Path, code: bytes, top: int) -> Found:
    """As docs/exporting.md says it."""
    table = pq.read_table(target, columns=["id", "code"])
    codes = np.frombuffer(b"".join(table["code"].to_pylist()), np.uint8).reshape(len(table), -1)
    distances = np.bitwise_count(codes ^ np.frombuffer(code, np.uint8)).sum(1)
    rows = np.argsort(distances, kind="stable")[:top]
    ids = table["id"].to_numpy()[rows]
    return list(zip(ids.tolist(), distances[rows].tolist(), strict=True))


def test_the_nearest_photos_are_those_of_the_library_ties_included(tmp_path: Path) -> None:
    source = MadeSource()
    exported = written(export_parquet, tmp_path / "photos.parquet", source)
    assert exported.photos == 3000
    for row in (0, 1700):
        found = nearest(tmp_path / "photos.parquet", source.codes[row].tobytes(), 200)
        assert found == source.nearest(source.codes[row], 200)


def test_every_value_is_kept_and_the_model_is_named(tmp_path: Path) -> None:
    source = MadeSource(count=40)
    written(export_parquet, tmp_path / "photos.parquet", source)
    table = pq.read_table(tmp_path / "photos.parquet")
    assert table.to_pylist() == all_rows(source)
    label = table.schema.metadata[b"lookalike"].decode()
    assert f'"model_id": "{LABEL.model_id}"' in label
    assert f'"code_bits": {BITS}' in label


def test_nothing_to_export_is_an_empty_table(tmp_path: Path) -> None:
    written(export_parquet, tmp_path / "photos.parquet", MadeSource(count=0))
    assert len(pq.read_table(tmp_path / "photos.parquet")) == 0
