"""Tables of photos: names that strangers have chosen are text, and numbers are numbers."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files import export_columns
from desktop_app.core.files.csv_export import export_csv
from desktop_app.core.files.export_columns import ExportedPhoto, with_stacks
from desktop_app.core.files.json_export import export_json
from desktop_app.core.photos.capture import Capture


def taken_with(camera: str) -> list[ExportedPhoto]:
    photo = PhotoRow(
        1, Path("/photos/a.jpg"), 1234, 4, 3, "JPEG", Capture("", camera), 0, b"hash", away=False
    )
    return [ExportedPhoto(photo, distance=12)]


def table_of(photos: list[ExportedPhoto], folder: Path) -> str:
    for _ in export_csv(folder / "photos.csv", photos, with_codes=False):
        pass
    return (folder / "photos.csv").read_bytes().decode("utf-8-sig")


def cell_of(camera: str, folder: Path) -> str:
    (row,) = csv.DictReader(io.StringIO(table_of(taken_with(camera), folder), newline=""))
    return row["camera"]


@pytest.mark.parametrize(
    "camera",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "-",
    ],
)
def test_a_text_that_would_be_a_formula_is_quoted(camera: str, tmp_path: Path) -> None:
    assert cell_of(camera, tmp_path) == f"'{camera}"


@pytest.mark.parametrize("camera", ["", "X-T5", "a=b", "1+1", "'quoted", '"=1"', "花"])
def test_any_other_text_stays_as_it_is(camera: str, tmp_path: Path) -> None:
    assert cell_of(camera, tmp_path) == camera


def test_numbers_stay_numbers_even_if_they_are_negative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = {**export_columns.COLUMNS, "latitude": lambda _: -12.5}
    monkeypatch.setattr(export_columns, "COLUMNS", columns)
    assert table_of(taken_with("X100"), tmp_path).splitlines() == [
        (
            '"path","distance","word","taken_at","camera","size_bytes",'
            '"lens","iso","focal_length","aperture","gps","stack_top","on_top","latitude"'
        ),
        '"/photos/a.jpg",12,"","","X100",1234,"","","","","","","",-12.5',
    ]


def test_lens_and_exposure_are_columns_too(tmp_path: Path) -> None:
    capture = Capture("", "X100", "XF 23mm", 200, 23.0, 2.8, has_gps=False)
    photo = replace(taken_with("")[0].photo, capture=capture)
    table = table_of([ExportedPhoto(photo)], tmp_path)
    (row,) = csv.DictReader(io.StringIO(table, newline=""), quoting=csv.QUOTE_NONNUMERIC)
    for _ in export_json(tmp_path / "p.json", [ExportedPhoto(photo)], with_codes=False, note=""):
        pass
    (stored,) = json.loads((tmp_path / "p.json").read_text())["photos"]
    facts = {"lens": "XF 23mm", "iso": 200, "focal_length": 23.0, "aperture": 2.8, "gps": "no"}
    assert facts.items() <= row.items()
    assert facts.items() <= stored.items()


def test_photos_in_stacks_name_the_one_on_top(files: LibraryFiles, tmp_path: Path) -> None:
    """501 of 1,002 photos are in stacks; the file of one photo on top is gone."""
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("INSERT INTO roots (id, path) VALUES (1, x'2f')")
        catalogue.connection.executemany(
            "INSERT INTO photos (id, root_id, folder, name, size, mtime_ns, state, width, height,"
            " format, content_hash, mean_colour, taken_at, camera, missing)"
            " VALUES (?, 1, x'', ?, 1, 1, 'indexed', 9, 9, 'JPEG', zeroblob(16), 1, '', '', ?)",
            [(i, b"%d.jpg" % i, i == 1) for i in range(1, 1003)],
        )
        catalogue.connection.executemany(
            "INSERT INTO stacked VALUES (?, ?)", [(i, (i - 1) // 3 * 3 + 1) for i in range(1, 502)]
        )
        listed = [ExportedPhoto(photo) for photo in catalogue.photos(list(range(2, 1003)))]
        table = table_of(list(with_stacks(catalogue, listed)), tmp_path)
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    told = {row["path"]: (row["stack_top"], row["on_top"]) for row in rows}
    assert told["/2.jpg"] == ("/1.jpg", "no")
    assert told["/499.jpg"] == ("/499.jpg", "yes")
    assert told["/501.jpg"] == ("/499.jpg", "no")
    assert told["/1002.jpg"] == ("", "")
    assert len(told) == 1001


def test_a_separator_of_another_country_begins_no_cell(tmp_path: Path) -> None:
    table = table_of(taken_with("X100;=1+1"), tmp_path)
    assert [line[4] for line in csv.reader(io.StringIO(table))][1] == "X100;=1+1"
    assert '"X100;=1+1"' in table


def test_in_json_every_text_is_as_it_was_read(tmp_path: Path) -> None:
    for _ in export_json(tmp_path / "p.json", taken_with("=1+1"), with_codes=False, note=""):
        pass
    assert json.loads((tmp_path / "p.json").read_text())["photos"][0]["camera"] == "=1+1"
