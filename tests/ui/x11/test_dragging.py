"""Photos and files that are dragged with the mouse between Lookalike and another program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.conftest import IndexedLibrary
from tests.ui.x11.other_window import MIDDLE
from tests.ui.x11.x_server import MISSING, Point, Shown, XServer, x_server

pytestmark = [
    pytest.mark.slow,
    pytest.mark.e2e,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[XServer]:
    home = tmp_path / "home"
    home.mkdir()
    with x_server(home) as server:
        yield server


@pytest.fixture
def lookalike(screen: XServer, own_library: IndexedLibrary) -> Shown:
    return screen.show("lookalike_window", own_library.library)


def first_photo(lookalike: Shown) -> tuple[Point, Path]:
    """The first photo of the grid: its middle on the screen, and its file."""
    x, y, path = lookalike.said("photo").split(" ", 2)
    return (int(x), int(y)), Path(path)


def test_a_photo_is_dragged_to_another_program(
    screen: XServer, lookalike: Shown, own_library: IndexedLibrary
) -> None:
    other = screen.show("other_window", own_library.picture("car", 0))
    other.said("shown")
    place, photo = first_photo(lookalike)
    screen.drag(place, MIDDLE, other)
    assert other.said("dropped") == str(photo)
    assert photo.exists(), "it is copied, not moved"


def test_a_file_that_is_dragged_in_is_searched_for(
    screen: XServer, lookalike: Shown, shared_library: IndexedLibrary
) -> None:
    other = screen.show("other_window", shared_library.picture("flower", 1))
    other.said("shown")
    place, _ = first_photo(lookalike)
    screen.drag(MIDDLE, place, lookalike)
    assert lookalike.said("result") == "flower-1.jpg"
