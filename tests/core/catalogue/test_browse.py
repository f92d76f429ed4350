"""Browsing and filtering against an obvious reference: every row read, Python's own sorting."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby, pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.core.catalogue.browse import Browse, BrowseQuery, SortKey
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import Facet, FolderFacet, count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.photo_filter import (
    CHOICE_FIELDS,
    EVERYTHING,
    VALUE_FIELDS,
    Orientation,
    PhotoFilter,
    matching_ids,
)
from desktop_app.core.stacks.folding import Folding

ROOTS = (Path("/photos/b"), Path("/photos/a"), Path("/disk"))
FOLDERS = ("", "trip", "trip/day 1", "trip 2", "trip0", "caf\udce9")
CAMERAS = ("", "Canon EOS 7D", "Pixel 8")
FORMATS = ("JPEG", "PNG")
LENSES = ("", "EF 50mm f/1.4", "XF 23mm")
ISOS = (0, 50, 100, 101, 200, 3200, 12800, 51200)
OPTICS = ((0.0, 0.0), (4.2, 1.4), (10.0, 1.8), (50.0, 5.6), (600.0, 22.0))
STEPS = {
    "≤ ISO 100": (0, 100),
    "ISO 100–200": (100, 200),
    "> ISO 12800": (12800, 10**9),
    "≤ 10 mm": (0, 10),
    "f/4–5.6": (4, 5.6),
    "> f/16": (16, 10**9),
    "≤ 0.5 MP": (0, 0.5),
    "8–12 MP": (8, 12),
}
SIZES = ((4000, 3000), (3000, 4000), (300, 300))


@dataclass(frozen=True)
class Row:
    id: int
    root: Path
    folder: str
    name: str
    size: int
    taken_at: str
    camera: str
    format: str
    width: int
    height: int
    lens: str | None
    iso: int | None
    focal_length: float | None
    aperture: float | None
    has_gps: bool | None
    is_browsed: bool

    @property
    def place(self) -> Path:
        return self.root / self.folder


@pytest.fixture
def catalogue(files: LibraryFiles) -> Iterator[Catalogue]:
    with Catalogue(files) as opened:
        yield opened


@pytest.fixture
def rows(catalogue: Catalogue) -> list[Row]:
    """400 files in three roots, the last of which is offline; some are no photos, some gone."""
    rng = random.Random(0)
    connection = catalogue.connection
    for number, root in enumerate(ROOTS, start=1):
        offline = root == ROOTS[2]
        connection.execute(
            "INSERT INTO roots (id, path, offline) VALUES (?, ?, ?)", (number, bytes(root), offline)
        )
    made = [_random_row(rng, number) for number in rng.sample(range(1, 5000), 400)]
    for row in made:
        _insert(catalogue, row)
    return [row for row in made if row.is_browsed]


def _random_row(rng: random.Random, number: int) -> Row:
    width, height = rng.choice(SIZES)
    shot: tuple[str | None, int | None, float | None, float | None, bool | None] = (
        (rng.choice(LENSES), rng.choice(ISOS), *rng.choice(OPTICS), rng.random() < 0.5)
        if rng.random() < 0.8
        else (None,) * 5  # indexed by an earlier version
    )
    taken = datetime(2018 + rng.randrange(4), 1 + rng.randrange(12), 1 + rng.randrange(28))  # noqa: DTZ001
    return Row(
        id=number,
        root=rng.choice(ROOTS),
        folder=rng.choice(FOLDERS),
        name=f"{number:04}.jpg",
        size=rng.randrange(100),
        taken_at=taken.isoformat() if rng.random() < 0.7 else "",
        camera=rng.choice(CAMERAS),
        format=rng.choice(FORMATS),
        width=width,
        height=height,
        lens=shot[0],
        iso=shot[1],
        focal_length=shot[2],
        aperture=shot[3],
        has_gps=shot[4],
        is_browsed=rng.random() < 0.8,
    )


def _insert(catalogue: Catalogue, row: Row) -> None:
    missing = not row.is_browsed and row.id % 2
    failed = not row.is_browsed and not missing
    catalogue.connection.execute(
        "INSERT INTO photos (id, root_id, folder, name, size, mtime_ns, state, missing)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row.id,
            ROOTS.index(row.root) + 1,
            os.fsencode(row.folder),
            os.fsencode(row.name),
            row.size,
            1_500_000_000 * 10**9,
            "failed" if failed else "indexed",
            missing,
        ),
    )
    if not failed:
        catalogue.connection.execute(
            "UPDATE photos SET taken_at = ?, camera = ?, format = ?, width = ?, height = ?,"
            " lens = ?, iso = ?, focal_length = ?, aperture = ?, has_gps = ? WHERE id = ?",
            (
                *(row.taken_at, row.camera, row.format, row.width, row.height),
                *(row.lens, row.iso, row.focal_length, row.aperture, row.has_gps, row.id),
            ),
        )


def obvious_key(sort: SortKey, row: Row) -> tuple[object, ...]:
    match sort:
        case SortKey.DATE:
            return row.taken_at, row.id
        case SortKey.FOLDER:
            return os.fsencode(row.place), row.name
        case SortKey.SIZE:
            return row.size, row.id
    return (row.id,)


def obvious_section(sort: SortKey, row: Row) -> str:
    return row.taken_at[:7] if sort is SortKey.DATE else str(row.place)


def obvious_listing(query: BrowseQuery, rows: list[Row]) -> list[Row]:
    """Photos without a date come last, whether the newest or the oldest photo comes first."""
    found = sorted(
        (row for row in rows if passes(query.photo_filter, row)),
        key=lambda row: obvious_key(query.sort, row),
        reverse=query.descending,
    )
    if query.sort is SortKey.DATE:
        undated = sorted((row for row in found if not row.taken_at), key=lambda row: row.id)
        return [*(row for row in found if row.taken_at), *undated]
    return found


def passes(chosen: PhotoFilter, row: Row) -> bool:
    day = date.fromisoformat(row.taken_at[:10]) if row.taken_at else None
    shape = (row.width > row.height) - (row.width < row.height)
    shapes = {Orientation.LANDSCAPE: 1, Orientation.PORTRAIT: -1, Orientation.SQUARE: 0}
    return (
        (chosen.folder is None or row.place.is_relative_to(chosen.folder))
        and (chosen.first_day is None or (day is not None and day >= chosen.first_day))
        and (chosen.last_day is None or (day is not None and day <= chosen.last_day))
        and (not chosen.undated or day is None)
        and (not chosen.cameras or row.camera in chosen.cameras)
        and (not chosen.formats or row.format in chosen.formats)
        and (chosen.least_bytes is None or row.size >= chosen.least_bytes)
        and (chosen.most_bytes is None or row.size <= chosen.most_bytes)
        and (chosen.orientation is None or shape == shapes[chosen.orientation])
        and (chosen.offline is None or chosen.offline == (row.root == ROOTS[2]))
        and (chosen.located is None or chosen.located is row.has_gps)
        and (not chosen.lenses or row.lens in chosen.lenses)
        and is_in_a_step(chosen.isos, row.iso)
        and is_in_a_step(chosen.focal_lengths, row.focal_length)
        and is_in_a_step(chosen.apertures, row.aperture)
        and is_in_a_step(chosen.pixels, row.width * row.height / 1e6)
    )


def is_in_a_step(chosen: frozenset[str], number: float | None) -> bool:
    steps = [STEPS[name] for name in chosen]
    return not steps or any(number and low < number <= high for low, high in steps)


FILTERS = (
    EVERYTHING,
    PhotoFilter(folder=ROOTS[0]),
    PhotoFilter(folder=ROOTS[1] / "trip"),
    PhotoFilter(folder=Path("/elsewhere")),
    PhotoFilter(first_day=date(2019, 3, 5)),
    PhotoFilter(last_day=date(2019, 3, 5)),
    PhotoFilter(first_day=date(2019, 1, 1), last_day=date(2019, 12, 31)),
    PhotoFilter(undated=True),
    PhotoFilter(undated=True, formats=frozenset({"PNG"})),
    PhotoFilter(undated=True, last_day=date(2019, 12, 31)),
    PhotoFilter(cameras=frozenset(CAMERAS[1:])),
    PhotoFilter(formats=frozenset({"PNG"}), orientation=Orientation.SQUARE),
    PhotoFilter(lenses=frozenset(LENSES[1:2])),
    PhotoFilter(isos=frozenset({"≤ ISO 100"})),
    PhotoFilter(isos=frozenset({"≤ ISO 100", "ISO 100–200"}), located=True),
    PhotoFilter(isos=frozenset({"> ISO 12800"}), located=False),
    PhotoFilter(focal_lengths=frozenset({"≤ 10 mm"}), cameras=frozenset({"Pixel 8"})),
    PhotoFilter(apertures=frozenset({"f/4–5.6", "> f/16"}), lenses=frozenset(LENSES[1:])),
    PhotoFilter(pixels=frozenset({"8–12 MP"}), orientation=Orientation.LANDSCAPE),
    PhotoFilter(pixels=frozenset({"≤ 0.5 MP"})),
    PhotoFilter(least_bytes=20, most_bytes=60, orientation=Orientation.PORTRAIT),
    PhotoFilter(offline=True, orientation=Orientation.LANDSCAPE),
    PhotoFilter(offline=False, folder=ROOTS[1], cameras=frozenset({"Pixel 8"})),
    PhotoFilter(offline=False, folder=ROOTS[2]),
)


def test_every_filter_in_every_order_gives_what_an_obvious_reading_gives(
    catalogue: Catalogue, rows: list[Row]
) -> None:
    browse = Browse(catalogue)
    for chosen, sort, descending in product(FILTERS, SortKey, (False, True)):
        query = BrowseQuery(chosen, sort, descending)
        expected = obvious_listing(query, rows)
        listing = browse.listing(query)
        assert listing.ids.dtype == np.int64
        assert listing.ids.tolist() == [row.id for row in expected]
        ids = matching_ids(catalogue, chosen)
        assert ids.tolist() == sorted(row.id for row in expected)


@pytest.mark.parametrize("sort", [SortKey.DATE, SortKey.FOLDER])
@pytest.mark.parametrize("descending", [False, True])
def test_sections_are_months_or_folders_and_none_is_empty(
    catalogue: Catalogue, rows: list[Row], sort: SortKey, descending: bool
) -> None:
    by_id = {row.id: row for row in rows}
    browse = Browse(catalogue)
    for chosen in FILTERS:
        listing = browse.listing(BrowseQuery(chosen, sort, descending))
        shown = [by_id[number] for number in listing.ids.tolist()]
        expected, row = [], 0
        for key, members in groupby(shown, lambda item: obvious_section(sort, item)):
            expected.append((key, row))
            row += len(list(members))
        assert list(zip(listing.keys, listing.starts.tolist(), strict=True)) == expected


@pytest.fixture
def stacked(catalogue: Catalogue, rows: list[Row]) -> list[list[int]]:
    """Ten stacks of five photos, the first on top."""
    numbers = [row.id for row in rows]
    groups = [numbers[start : start + 5] for start in range(0, 50, 5)]
    pairs = [(photo, group[0]) for group in groups for photo in group]
    catalogue.connection.executemany("INSERT INTO stacked VALUES (?, ?)", pairs)
    return groups


def test_each_folded_stack_is_one_photo_of_every_listing(
    catalogue: Catalogue, rows: list[Row], stacked: list[list[int]]
) -> None:
    browse, by_id = Browse(catalogue), {row.id: row for row in rows}
    for chosen, sort, descending in product(FILTERS, SortKey, (False, True)):
        query = BrowseQuery(chosen, sort, descending, Folding(is_on=True))
        every = browse.listing(replace(query, folding=Folding())).ids.tolist()
        listing = browse.listing(query)
        hidden = set(every) - set(listing.ids.tolist())
        for group in stacked:
            passing = [photo for photo in every if photo in group]
            lead = group[0] if group[0] in passing else next(iter(passing), None)
            assert [photo for photo in passing if photo not in hidden] == ([lead] if lead else [])
        assert listing.ids.tolist() == [photo for photo in every if photo not in hidden]
        assert listing.stacks.hidden == len(hidden)
        starts = listing.starts.tolist()
        firsts = [by_id[photo] for photo in listing.ids[starts].tolist()]
        assert listing.keys == [obvious_section(sort, row) for row in firsts]
        assert len(set(listing.keys)) == len(listing.keys)


def test_an_open_stack_is_listed_behind_its_top(
    catalogue: Catalogue, stacked: list[list[int]]
) -> None:
    opened = Folding(is_on=True, opened=frozenset({stacked[3][0]}))
    listing = Browse(catalogue).listing(BrowseQuery(folding=opened))
    ids = listing.ids.tolist()
    place = ids.index(stacked[3][0])
    assert set(ids[place : place + 5]) == set(stacked[3])


def test_stacks_are_read_again_after_a_change(
    files: LibraryFiles, catalogue: Catalogue, stacked: list[list[int]]
) -> None:
    browse, query = Browse(catalogue), BrowseQuery(folding=Folding(is_on=True))
    browse.refresh()
    assert browse.listing(query).stacks.hidden == 40
    with Catalogue(files) as other:
        other.connection.execute("DELETE FROM stacked WHERE top_id = ?", (stacked[0][0],))
    assert browse.refresh()
    assert browse.listing(query).stacks.hidden == 36


def test_other_orders_have_no_sections(catalogue: Catalogue, rows: list[Row]) -> None:
    listing = Browse(catalogue).listing(BrowseQuery(sort=SortKey.SIZE))
    assert listing.keys == []
    assert listing.starts.tolist() == []


def test_an_empty_library_has_an_empty_listing(catalogue: Catalogue) -> None:
    for sort in SortKey:
        assert Browse(catalogue).listing(BrowseQuery(sort=sort)).ids.tolist() == []


def test_a_change_by_another_process_is_seen_at_the_next_refresh(
    files: LibraryFiles, catalogue: Catalogue, rows: list[Row]
) -> None:
    browse = Browse(catalogue)
    assert browse.refresh()
    assert not browse.refresh()
    before = browse.listing(BrowseQuery()).ids.tolist()
    with Catalogue(files) as other:
        other.connection.execute("UPDATE photos SET missing = 1 WHERE id = ?", (before[0],))
    assert browse.listing(BrowseQuery()).ids.tolist() == before
    assert browse.refresh()
    assert browse.listing(BrowseQuery()).ids.tolist() == before[1:]


def test_facets_count_what_there_is(catalogue: Catalogue, rows: list[Row]) -> None:
    facets = count_facets(catalogue, Browse(catalogue))

    def count(value: str) -> int:
        return sum(value in (row.camera, row.format, row.taken_at[:7]) for row in rows)

    assert {facet.value for facet in facets.values["cameras"]} == set(CAMERAS[1:])
    assert {facet.value for facet in facets.values["formats"]} == set(FORMATS)
    assert {facet.value for facet in facets.values["lenses"]} == set(LENSES[1:])
    months = [facet.value for facet in facets.months]
    assert months == sorted({row.taken_at[:7] for row in rows if row.taken_at}, reverse=True)
    assert facets.undated == sum(not row.taken_at for row in rows) > 0
    for facet in (*facets.values["cameras"], *facets.values["formats"], *facets.months):
        assert facet == Facet(facet.value, count(facet.value))
    places = sorted({row.place for row in rows}, key=os.fsencode)
    assert facets.folders == [
        FolderFacet(place, sum(row.place == place for row in rows)) for place in places
    ]
    assert facets.roots == sorted(ROOTS)


def test_each_count_is_the_number_of_photos_that_pass(
    catalogue: Catalogue, rows: list[Row]
) -> None:
    facets = count_facets(catalogue, Browse(catalogue))

    def passing(**chosen: Any) -> int:
        return len(matching_ids(catalogue, PhotoFilter(**chosen)))

    for field in VALUE_FIELDS:
        found = facets.values[field.name]
        assert [facet.count for facet in found] == [
            passing(**{field.name: frozenset({facet.value})}) for facet in found
        ]
        everything = frozenset(facet.value for facet in found)
        assert sum(facet.count for facet in found) == passing(**{field.name: everything}) > 0
    for choices in CHOICE_FIELDS:
        counts = [passing(**{choices.name: choice.value}) for choice in choices.choices]
        assert facets.choices[choices.name] == counts


def test_steps_are_offered_in_their_order_and_none_is_empty(
    catalogue: Catalogue, rows: list[Row]
) -> None:
    facets = count_facets(catalogue, Browse(catalogue))
    names = {name: [facet.value for facet in found] for name, found in facets.values.items()}
    isos = ["≤ ISO 100", "ISO 100–200", "ISO 1600–3200", "ISO 6400–12800", "> ISO 12800"]
    assert names["isos"] == isos
    assert names["focal_lengths"] == ["≤ 10 mm", "35–60 mm", "> 400 mm"]
    assert names["apertures"] == ["≤ f/1.4", "f/1.4–2", "f/4–5.6", "> f/16"]
    assert names["pixels"] == ["≤ 0.5 MP", "8–12 MP"]


def test_steps_of_exposure_are_whole_stops() -> None:
    steps = {field.name: field.steps for field in VALUE_FIELDS}
    assert [high / low for low, high in pairwise(steps["isos"])] == [2.0] * 7
    for low, high in pairwise(steps["apertures"]):
        assert high / low == pytest.approx(2**0.5, rel=0.035)


def test_no_question_about_all_photos_looks_into_their_rows(
    catalogue: Catalogue, rows: list[Row]
) -> None:
    """At a million photos an index is read in a moment, and the table in seconds."""
    asked: list[str] = []
    catalogue.connection.set_trace_callback(asked.append)
    browse = Browse(catalogue)
    for sort, chosen in product(SortKey, FILTERS):
        browse.listing(BrowseQuery(replace(chosen, folder=ROOTS[0]), sort))
    count_facets(catalogue, browse)
    catalogue.connection.set_trace_callback(None)
    plans = [
        step[3]
        for query in asked
        if query.startswith("SELECT") and "FROM roots" not in query
        for step in catalogue.connection.execute(f"EXPLAIN QUERY PLAN {query}")
        if "photos" in step[3]
    ]
    assert plans
    assert [plan for plan in plans if "COVERING INDEX" not in plan] == []


def test_the_next_photo_by_name_is_found_in_every_order(
    catalogue: Catalogue, rows: list[Row]
) -> None:
    browse = Browse(catalogue)
    names = {row.id: row.name for row in rows}
    for sort, start in product(SortKey, (0, 57, len(rows) - 1)):
        query = BrowseQuery(EVERYTHING, sort)
        ids = browse.listing(query).ids.tolist()
        ahead = [*ids[start:], *ids[:start]]
        for beginning in ("2", "30", f"{names[ids[3]]}"):
            expected = next(each for each in ahead if names[each].startswith(beginning))
            assert browse.next_named(query, beginning, start) == expected


def test_a_name_is_found_in_capitals_too_and_its_signs_are_no_patterns(
    catalogue: Catalogue, rows: list[Row]
) -> None:
    catalogue.connection.execute(
        "UPDATE photos SET name = ? WHERE id = ?", (b"Sea_100%~.jpg", rows[0].id)
    )
    browse, query = Browse(catalogue), BrowseQuery()
    assert browse.next_named(query, "sEA_100%~", 0) == rows[0].id
    assert browse.next_named(query, "sea%", 0) is None
    assert browse.next_named(query, "s_a", 0) is None
