"""The time of a file is no date of a photo: it is often that of a copy."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop_app.core.catalogue.browse import NO_DATE, Browse, BrowseQuery, Listing
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import PhotoFilter, matching_ids
from desktop_app.core.catalogue.schema import MIGRATIONS
from desktop_app.core.database.opening import open_database

# The versions of the schema that dated files: in UTC, then in local time.
DATED_BY_FILES = (3, 6)
TIME_OF_FILE = int(datetime(2024, 2, 29, tzinfo=UTC).timestamp()) * 10**9
TAKEN = "2001-02-03T04:05:06"


def fill(files: LibraryFiles, photos: dict[str, str | None], version: int) -> None:
    """Make a library of an earlier version: the format and the date of each photo."""
    files.create()
    earlier = open_database(files.catalogue, MIGRATIONS[:version])
    earlier.execute("INSERT INTO roots (path) VALUES (x'2f')")
    earlier.executemany(
        "INSERT INTO photos (root_id, folder, name, size, mtime_ns, state, format, taken_at,"
        " width, height) VALUES (1, '', ?, 1, ?, 'indexed', ?, ?, 1, 1)",
        [(kind, TIME_OF_FILE, kind, taken_at) for kind, taken_at in photos.items()],
    )
    earlier.close()


def by_date(catalogue: Catalogue) -> Listing:
    return Browse(catalogue).listing(BrowseQuery(descending=False))


@pytest.mark.parametrize("version", [*DATED_BY_FILES, len(MIGRATIONS)])
def test_a_photo_without_a_date_is_in_no_month(files: LibraryFiles, version: int) -> None:
    fill(files, {"JPEG": "", "PNG": TAKEN}, version)
    with Catalogue(files) as catalogue:
        listing = by_date(catalogue)
    assert dict(zip(listing.keys, listing.ids.tolist(), strict=True)) == {"2001-02": 2, NO_DATE: 1}


@pytest.mark.parametrize("version", DATED_BY_FILES)
def test_a_photo_whose_date_was_never_read_has_none(files: LibraryFiles, version: int) -> None:
    fill(files, {"JPEG": None}, version)
    with Catalogue(files) as catalogue:
        assert by_date(catalogue).keys == [NO_DATE]


def test_a_date_that_was_made_up_for_a_raw_file_is_forgotten(files: LibraryFiles) -> None:
    made_up = "1970-01-01T00:00:00"
    fill(files, {"RAW": made_up, "JPEG": made_up}, DATED_BY_FILES[0])
    with Catalogue(files) as catalogue:
        assert by_date(catalogue).keys == ["1970-01", NO_DATE]


def test_a_photo_gets_into_its_month_when_its_date_is_read(files: LibraryFiles) -> None:
    fill(files, {"JPEG": ""}, DATED_BY_FILES[1])
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("UPDATE photos SET taken_at = ?", (TAKEN,))
        assert by_date(catalogue).keys == ["2001-02"]


@pytest.mark.parametrize(
    "dates",
    [
        PhotoFilter(last_day=date(2020, 1, 1)),
        PhotoFilter(first_day=date(1826, 1, 1)),
        PhotoFilter(first_day=date(2024, 2, 29), last_day=date(2024, 2, 29)),
    ],
)
def test_a_photo_without_a_date_was_taken_on_no_day(
    files: LibraryFiles, dates: PhotoFilter
) -> None:
    fill(files, {"JPEG": ""}, len(MIGRATIONS))
    with Catalogue(files) as catalogue:
        assert matching_ids(catalogue, PhotoFilter()).tolist() == [1]
        assert matching_ids(catalogue, dates).tolist() == []
