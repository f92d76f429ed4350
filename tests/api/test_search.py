"""A program searches a library by pictures, photos and codes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import lookalike
import numpy as np
import pytest
from lookalike import Encoder, Library, Match, Photo
from PIL import Image


def _names(found: list[Match]) -> list[str]:
    return [match.photo.path.stem for match in found]


def test_the_photo_itself_comes_first_and_then_its_relatives(opened: Library, photos: Path) -> None:
    found = opened.search(photos / "beach-0.jpg", limit=3)
    assert [name.split("-")[0] for name in _names(found)] == ["beach"] * 3
    assert (found[0].photo.path, found[0].distance) == (photos / "beach-0.jpg", 0)
    assert [match.score for match in found] == sorted((m.score for m in found), reverse=True)


def test_a_path_an_image_an_array_and_a_photo_are_the_same_query(
    opened: Library, photos: Path
) -> None:
    path = photos / "flower-1.jpg"
    photo = next(photo for photo in opened.photos() if photo.path == path)
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
        found = [opened.search(each) for each in (path, str(path), image, pixels, photo)]
    assert len(found[0]) == 9
    assert all(each == found[0] for each in found)


def test_a_photo_is_searched_for_without_its_file(
    indexed: Path, tmp_path: Path, library: Library
) -> None:
    copy = shutil.copytree(indexed / "photos", tmp_path / "copy")
    library.index(copy)
    photo = next(library.photos(folder=copy))
    shutil.rmtree(copy)
    assert library.search(photo, limit=1)[0].distance == 0


def test_several_pictures_form_one_query(opened: Library, photos: Path) -> None:
    beach, flower = photos / "beach-0.jpg", photos / "flower-0.jpg"
    assert set(_names(opened.search([beach, flower], limit=2))) == {"beach-0", "flower-0"}
    without = opened.search([beach, flower], unlike=flower, limit=9)
    assert _names(without).index("beach-0") < _names(without).index("flower-0")


def test_results_are_limited_by_number_distance_and_folder(opened: Library, photos: Path) -> None:
    picture = photos / "beach-0.jpg"
    everything = opened.search(picture)
    assert len(everything) == 9
    assert opened.search(picture, limit=2) == everything[:2]
    near = everything[1].distance
    within = opened.search(picture, max_distance=near)
    assert within == [match for match in everything if match.distance <= near]
    trip = opened.search(picture, folder=photos / "trip")
    assert {match.photo.path.parent for match in trip} == {photos / "trip"}
    with pytest.raises(ValueError, match="limit"):
        opened.search(picture, limit=0)


def test_a_code_finds_the_photos_with_the_nearest_codes(
    opened: Library, photos: Path, model: Encoder
) -> None:
    [code] = model.encode(photos / "night_city-0.jpg")
    found = opened.search_code(code)
    assert _names(found)[0] == "night_city-0"
    distances = [match.distance for match in found]
    assert distances == sorted(distances)
    assert found[1].score == pytest.approx(1 - found[1].distance / model.code_bits)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (np.zeros(32, np.int8), TypeError),
        (np.zeros(31, np.uint8), ValueError),
        (np.zeros((1, 32), np.uint8), ValueError),
    ],
)
def test_an_array_that_is_no_code_is_refused(
    opened: Library, code: np.ndarray, error: type[Exception]
) -> None:
    with pytest.raises(error, match="code has to be"):
        opened.search_code(code)


def test_a_photo_that_another_program_has_indexed_is_found(
    library: Library, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    picture = tmp_path / "more" / "boat.png"
    picture.parent.mkdir()
    scene("boat", 1).save(picture)
    assert library.search(picture, limit=1)[0].distance > 0
    with Library.open(library.folder) as other:
        other.index(picture.parent)
    assert library.search(picture, limit=1)[0].photo.path == picture


def test_a_file_that_is_no_picture_is_named_with_the_reason(
    opened: Library, tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no picture")
    with pytest.raises(lookalike.PhotoError) as raised:
        opened.search(text)
    assert raised.value.path == text
    assert str(text) in str(raised.value)


def test_a_photo_of_another_library_is_refused(opened: Library) -> None:
    photo = next(opened.photos())
    stranger = Photo(**{**vars(photo), "id": 99})
    with pytest.raises(lookalike.NotIndexedError):
        opened.search(stranger)


def test_a_search_needs_a_picture(opened: Library) -> None:
    with pytest.raises(ValueError, match="example"):
        opened.search([])
