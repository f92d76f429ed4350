"""A program writes photos to a file for others."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import lookalike
import pytest
from lookalike import Library


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_all_photos_are_written_with_their_codes(opened: Library, tmp_path: Path) -> None:
    opened.export(tmp_path / "photos.csv", with_codes=True)
    listed, codes = opened.codes()
    rows = _rows(tmp_path / "photos.csv")
    assert [row["path"] for row in rows] == [str(photo.path) for photo in listed]
    assert [row["code"] for row in rows] == [bytes(code).hex() for code in codes]


def test_results_are_written_with_their_distances(
    opened: Library, photos: Path, tmp_path: Path
) -> None:
    found = opened.search(photos / "beach-0.jpg", limit=3)
    opened.export(tmp_path / "found.json", found)
    written = json.loads((tmp_path / "found.json").read_text())["photos"]
    assert [(row["path"], row["distance"]) for row in written] == [
        (str(match.photo.path), match.distance) for match in found
    ]
    assert "code" not in written[0]


def test_another_kind_of_file_is_refused(opened: Library, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.csv or \.json"):
        opened.export(tmp_path / "photos.xlsx")


def test_a_file_that_cannot_be_written_is_named(opened: Library, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "photos.csv"
    with pytest.raises(lookalike.ExportError) as raised:
        opened.export(target)
    assert str(target) in str(raised.value)
