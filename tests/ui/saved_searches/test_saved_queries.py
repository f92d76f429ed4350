"""What a search is called before its user names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.saved_searches import SavedExample, SavedSearch
from desktop_app.ui.saved_searches.saved_queries import with_current_name

PHOTO = SavedExample(Path("/photos/beach.jpg"))
PART = SavedExample(PHOTO.path, region=Region(0.1, 0.2, 0.9, 1))
OTHER = SavedExample(Path("/photos/flower.jpg"))
UNWANTED = SavedExample(Path("/photos/boat.jpg"), is_wanted=False)


@pytest.mark.parametrize(
    ("examples", "name"),
    [
        ((PHOTO,), "beach.jpg"),
        ((PART,), "Part of beach.jpg"),
        ((PHOTO, OTHER), "beach.jpg and 1 more"),
        ((PHOTO, OTHER, OTHER), "beach.jpg and 2 more"),
        ((UNWANTED, PHOTO), "beach.jpg, excluding 1"),
        ((PHOTO, UNWANTED, OTHER, UNWANTED), "beach.jpg and 1 more, excluding 2"),
    ],
)
def test_a_search_is_named_after_its_first_photo(
    examples: tuple[SavedExample, ...], name: str
) -> None:
    assert with_current_name(SavedSearch("", examples)).name == name
