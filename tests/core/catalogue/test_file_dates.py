"""A photo whose metadata has no date is dated by its file, as the clock on the wall showed it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from desktop_app.core.base.database import open_database
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter, matching_ids
from desktop_app.core.catalogue.schema import MIGRATIONS

UTC_DATES = 3  # the version of the schema that dated files in UTC

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one time zone")


@pytest.fixture
def set_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    def set_to(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_to
    monkeypatch.undo()
    time.tzset()


def moment(text: str) -> int:
    """The time stamp in nanoseconds of a time in UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 10**9


def dated(files: LibraryFiles, mtime_ns: int, taken_at: str = "") -> str:
    with Catalogue(files) as catalogue:
        connection = catalogue.connection
        connection.execute("INSERT INTO roots (path) VALUES (x'2f')")
        connection.execute(
            "INSERT INTO photos (root_id, folder, name, size, mtime_ns, state, taken_at)"
            " VALUES (1, '', 'a.jpg', 1, ?, 'indexed', ?)",
            (mtime_ns, taken_at),
        )
        return str(connection.execute("SELECT dated FROM photos").fetchone()[0])


@pytest.mark.parametrize(
    ("zone", "utc", "local"),
    [
        ("Asia/Shanghai", "2024-02-29T23:30:00", "2024-03-01T07:30:00"),
        ("America/New_York", "2024-01-01T03:00:00", "2023-12-31T22:00:00"),
        ("Europe/Berlin", "2024-01-15T12:00:00", "2024-01-15T13:00:00"),
        ("Europe/Berlin", "2024-07-15T12:00:00", "2024-07-15T14:00:00"),  # summer time
        ("Europe/Berlin", "2051-07-15T12:00:00", "2051-07-15T14:00:00"),
        ("UTC", "1971-01-01T00:00:00", "1971-01-01T00:00:00"),
        ("UTC", "2099-12-31T23:59:59", "2099-12-31T23:59:59"),
    ],
)
def test_the_time_of_a_file_is_local_time_of_that_day(
    files: LibraryFiles, set_zone: Callable[[str], None], zone: str, utc: str, local: str
) -> None:
    set_zone(zone)
    assert dated(files, moment(utc)) == local


@pytest.mark.parametrize(
    "mtime_ns",
    [-(2**63), -1, 0, 10**9, moment("1970-12-31"), moment("2100-01-01"), 2**63 - 1],
)
def test_times_that_no_clock_showed_are_unknown(files: LibraryFiles, mtime_ns: int) -> None:
    assert dated(files, mtime_ns) == ""


def test_the_date_of_the_metadata_comes_before_the_time_of_the_file(
    files: LibraryFiles, set_zone: Callable[[str], None]
) -> None:
    set_zone("Asia/Shanghai")
    assert dated(files, moment("2024-02-29"), "2001-02-03T04:05:06") == "2001-02-03T04:05:06"


def test_dates_in_a_library_of_an_earlier_version_are_mended(
    files: LibraryFiles, set_zone: Callable[[str], None]
) -> None:
    set_zone("Asia/Shanghai")
    time_of_file = moment("2024-02-29T23:30:00")
    files.create()
    earlier = open_database(files.catalogue, MIGRATIONS[:UTC_DATES])
    earlier.execute("INSERT INTO roots (path) VALUES (x'2f')")
    earlier.executemany(
        "INSERT INTO photos (root_id, folder, name, size, mtime_ns, state, format, taken_at)"
        " VALUES (1, '', ?, 1, ?, 'indexed', ?, ?)",
        [
            ("plain", time_of_file, "JPEG", ""),
            ("taken", time_of_file, "JPEG", "2001-02-03T04:05:06"),
            ("made up", time_of_file, "RAW", "1970-01-01T00:00:00"),
        ],
    )
    earlier.close()
    with Catalogue(files) as catalogue:
        found = dict(catalogue.rows("SELECT name, dated FROM photos"))
        assert catalogue.rows("SELECT taken_at FROM photos WHERE name = 'made up'") == [("",)]
    assert found == {
        "plain": "2024-03-01T07:30:00",
        "taken": "2001-02-03T04:05:06",
        "made up": "2024-03-01T07:30:00",
    }


def test_a_photo_of_unknown_date_is_not_from_before_a_day(files: LibraryFiles) -> None:
    assert dated(files, 0) == ""
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("UPDATE photos SET width = 1, height = 1")
        assert matching_ids(catalogue, PhotoFilter()).tolist() == [1]
        before = PhotoFilter(last_day=date(2020, 1, 1))
        assert matching_ids(catalogue, before).tolist() == []
