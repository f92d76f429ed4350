"""Texts beside pictures: which photos come first, and which stand out.

The library has three beaches, three flowers and three cities at night.
"""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.core.base.paths import text_model
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.search.code_index import Query, TextPart
from desktop_app.core.search.code_lens import flipped
from desktop_app.core.search.photo_search import Found, PhotoSearch
from desktop_app.core.search.text_ranking import as_descriptor
from desktop_app.core.words.vocabulary import unit
from desktop_app.core.words.words import Words


@pytest.fixture(scope="module")
def words(encoder: Encoder) -> Words:
    return Words(text_model(), encoder.bundle.manifest.descriptor_id)


def kinds(found: list[Found]) -> list[str]:
    return [item.photo.path.name.partition("-")[0] for item in found]


def text(words: Words, line: str, *, is_wanted: bool = True) -> TextPart:
    return TextPart(words.look_up(line), is_wanted=is_wanted)


def id_of(search: PhotoSearch, words: Words, name: str) -> int:
    everything = search.search(search.query([], [], [text(words, "beach")]), 9).found
    return next(item.photo.id for item in everything if item.photo.path.name == name)


@pytest.mark.parametrize(
    ("line", "kind"),
    [("flower", "flower"), ("花朵", "flower"), ("beach", "beach"), ("city at night", "night_city")],
)
def test_the_photos_of_a_text_come_first(
    search: PhotoSearch, words: Words, line: str, kind: str
) -> None:
    found = search.search(search.query([], [], [text(words, line)]), 9).found
    assert kinds(found)[:3] == [kind] * 3
    assert len(found) == 9


def test_photos_come_in_the_order_of_an_obvious_search(
    search: PhotoSearch, words: Words, encoder: Encoder
) -> None:
    part = text(words, "flower")
    found = search.search(search.query([], [], [part]), 9).found
    cosines = []
    for item in found:
        pixels = network_input(search.open(item.photo.path).image, encoder.image_size)
        descriptor = encoder.encode(pixels).descriptors[0].astype(np.float32)
        cosines.append(float(unit(descriptor) @ part.words.direction))
    assert cosines == sorted(cosines, reverse=True)


def test_only_photos_of_the_text_stand_out_and_none_for_what_looks_like_nothing(
    search: PhotoSearch, words: Words
) -> None:
    flowers = search.search(search.query([], [], [text(words, "flower")]), 9)
    standing_out = [item for item in flowers.found if item.match.related]
    assert set(kinds(standing_out)) == {"flower"}
    assert flowers.related_distance == max(item.match.distance for item in standing_out)
    nothing = search.search(search.query([], [], [text(words, "tax return")]), 9)
    assert not any(item.match.related for item in nothing.found)
    assert nothing.related_distance is None


def test_what_is_not_wanted_comes_later(search: PhotoSearch, words: Words) -> None:
    both = [text(words, "flower"), text(words, "beach")]
    assert set(kinds(search.search(search.query([], [], both), 4).found)) == {"flower", "beach"}
    without = [text(words, "flower"), text(words, "beach", is_wanted=False)]
    found = search.search(search.query([], [], without), 9).found
    assert kinds(found)[:3] == ["flower"] * 3
    assert "beach" in kinds(found)[-3:]


def test_a_text_and_a_picture_are_searched_for_together(search: PhotoSearch, words: Words) -> None:
    beach = search.logits_of_photo(id_of(search, words, "beach-0.jpg"))
    found = search.search(search.query([beach], [], [text(words, "flower")]), 4).found
    assert set(kinds(found)) == {"beach", "flower"}
    alone = search.search(search.query([beach], [], []), 3).found
    assert kinds(alone) == ["beach"] * 3


def test_a_filter_leaves_out_other_photos(search: PhotoSearch, words: Words) -> None:
    query = search.query([], [], [text(words, "flower")])
    trip = next(item for item in search.search(query, 9).found if "trip" in str(item.photo.path))
    found = search.search(query, 9, PhotoFilter(folder=trip.photo.path.parent)).found
    assert len(found) == 3
    assert kinds(found)[0] == "flower"


def test_as_many_photos_are_returned_as_are_asked_for(search: PhotoSearch, words: Words) -> None:
    query = search.query([], [], [text(words, "flower")])
    assert len(search.search(query, 2).found) == 2


def test_flipped_bits_are_searched_for_instead_of_the_text(
    search: PhotoSearch, words: Words
) -> None:
    query = search.query([], [], [text(words, "flower")])
    assert flipped(query, []) is query
    assert flipped(query, [0]).texts == ()


def test_the_code_of_a_text_is_near_those_of_its_photos(
    search: PhotoSearch, words: Words, encoder: Encoder
) -> None:
    logits = encoder.hash_descriptors(as_descriptor(words.look_up("flower")))[0]
    nearest = search.search(Query(logits), 3).found
    assert kinds(nearest) == ["flower"] * 3


def test_a_query_needs_something_that_is_wanted(search: PhotoSearch, words: Words) -> None:
    with pytest.raises(ValueError, match="needs an example"):
        search.query([], [], [text(words, "flower", is_wanted=False)])
