"""A Parquet file has all photos of a source, with all their values."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from desktop_app.core.exporting.parquet_file import export_parquet
from tests.core.exporting.made_source import BITS, LABEL, MadeSource, all_rows, written


def test_every_value_is_kept_and_the_model_is_named(tmp_path: Path) -> None:
    source = MadeSource(count=40)
    assert written(export_parquet, tmp_path / "photos.parquet", source).photos == 40
    table = pq.read_table(tmp_path / "photos.parquet")
    assert table.to_pylist() == all_rows(source)
    label = table.schema.metadata[b"lookalike"].decode()
    assert f'"model_id": "{LABEL.model_id}"' in label
    assert f'"code_bits": {BITS}' in label


def test_nothing_to_export_is_an_empty_table(tmp_path: Path) -> None:
    written(export_parquet, tmp_path / "photos.parquet", MadeSource(count=0))
    assert len(pq.read_table(tmp_path / "photos.parquet")) == 0
