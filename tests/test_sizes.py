"""Files, functions and classes stay small enough to be read at a glance."""

from __future__ import annotations

import pytest

from tests.sizes import PROJECT, Sizes, sizes_of

PARTS = ["desktop_app/core", "desktop_app/ui", "training"]


@pytest.fixture(params=PARTS)
def sizes(request: pytest.FixtureRequest) -> Sizes:
    return sizes_of(PROJECT / request.param)


def test_no_file_is_longer_than_400_lines(sizes: Sizes) -> None:
    assert [file for file in sizes.files if file.size > 400] == []


def test_no_function_is_longer_than_40_lines(sizes: Sizes) -> None:
    assert [function for function in sizes.functions if function.size > 40] == []


def test_functions_have_6_lines_in_the_median_and_18_in_the_95th_percentile(sizes: Sizes) -> None:
    assert sizes.median_function <= 6
    assert sizes.p95_function <= 18


@pytest.mark.slow
def test_at_most_ten_classes_have_more_than_twelve_methods() -> None:
    large = [each for part in PARTS for each in sizes_of(PROJECT / part).large_classes]
    assert len(large) <= 10, large


def test_a_room_holds_at_most_20_modules() -> None:
    parts = [PROJECT / part for part in [*PARTS, "packaging"]]
    rooms = {path.parent for part in parts for path in part.rglob("*.py")}
    modules = {room: len({*room.glob("*.py")} - {room / "__init__.py"}) for room in rooms}
    assert {str(room): count for room, count in modules.items() if count > 20} == {}
