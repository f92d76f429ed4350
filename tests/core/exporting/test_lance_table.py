"""A folder for LanceDB has a table of all photos, with all their values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.base.errors import ExportError
from desktop_app.core.exporting.errors import TargetError
from tests.core.exporting.engine_searches import write_lance
from tests.core.exporting.made_source import MadeSource, all_rows, written
from tests.full_disk import full_disk


def table_in(target: Path) -> Any:
    import lancedb  # it takes seconds, and starts threads

    return lancedb.connect(target).open_table("photos")


@pytest.mark.parametrize("count", [0, 1, 90])
def test_every_value_is_kept_in_however_many_batches(
    tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.core.exporting.lance_table._ROWS", 30)
    source = MadeSource(count)
    assert written(write_lance, tmp_path / "photos", source).photos == count
    expected = all_rows(source)
    for row, code in zip(expected, source.codes, strict=True):
        row["code"] = code.tolist()
    table = table_in(tmp_path / "photos")
    assert table.to_arrow().sort_by("id").to_pylist() == expected
    assert table.version == 1 + -(-count // 30)


def test_the_model_is_named(tmp_path: Path) -> None:
    written(write_lance, tmp_path / "photos", MadeSource(count=1))
    schema = table_in(tmp_path / "photos").schema
    assert b'"model_id": "a-model"' in schema.metadata[b"lookalike"]


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(TargetError):
        written(write_lance, tmp_path / "photos", MadeSource(count=1))
    assert [*(tmp_path / "photos").iterdir()] == []


def test_a_full_disk_leaves_nothing_and_is_told(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(ExportError) as caught:
        written(write_lance, tmp_path / "photos", MadeSource())
    assert (caught.value.path, caught.value.detail) == (tmp_path / "photos", "File too large")
    assert [*tmp_path.iterdir()] == []
