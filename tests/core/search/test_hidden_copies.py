from pathlib import Path

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.photos.capture import Capture
from desktop_app.core.search.code_index import Match
from desktop_app.core.search.hidden_copies import hide_copies
from desktop_app.core.search.photo_search import Found


def found(number: int, content: bytes, duplicates: int = 0) -> Found:
    path = Path(f"/photos/{number}.jpg")
    photo = PhotoRow(number, path, 1, 1, 1, "JPEG", Capture(), 0, content, away=False)
    return Found(photo, Match(number, number, 0.5, related=True, duplicates=duplicates))


def shown(results: list[Found], copies: dict[bytes, set[bytes]]) -> list[tuple[int, int]]:
    kept = hide_copies(results, lambda content: copies.get(content, set()))
    return [(item.photo.id, item.match.duplicates) for item in kept]


def test_a_copy_is_hidden_behind_the_first_of_its_photos() -> None:
    results = [found(1, b"a"), found(2, b"b"), found(3, b"c")]

    assert shown(results, {b"c": {b"a"}, b"a": {b"c"}}) == [(1, 1), (2, 0)]


def test_a_hidden_photo_hides_no_others() -> None:
    results = [found(1, b"a"), found(2, b"b"), found(3, b"c")]
    copies = {b"a": {b"b"}, b"b": {b"a", b"c"}, b"c": {b"b"}}

    assert shown(results, copies) == [(1, 1), (3, 0)]


def test_what_a_hidden_photo_has_hidden_is_counted() -> None:
    results = [found(1, b"a", 2), found(2, b"b", 3)]

    assert shown(results, {b"b": {b"a"}}) == [(1, 6)]


def test_identical_files_are_copies() -> None:
    assert shown([found(1, b"a"), found(2, b"a")], {}) == [(1, 1)]
