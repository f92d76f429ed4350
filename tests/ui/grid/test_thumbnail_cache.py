"""Which thumbnails stay in memory, and what they look like."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.ui.grid.thumbnail_loader import ThumbnailCache, ThumbnailRequest, _fitted

SIDE = 10
BYTES = 4 * SIDE * SIDE


def request(name: bytes, side: int = SIDE) -> ThumbnailRequest:
    return ThumbnailRequest(name, side, side)


@pytest.fixture
def cache(qapp: QApplication) -> ThumbnailCache:
    """Has room for three thumbnails, and holds three."""
    del qapp
    cache = ThumbnailCache(3 * BYTES)
    for name in (b"a", b"b", b"c"):
        cache.add(request(name), QPixmap(SIDE, SIDE))
    return cache


def names(cache: ThumbnailCache) -> set[bytes]:
    return {key.content_hash for key in cache}


def test_the_least_recently_used_thumbnail_makes_room_for_another(cache: ThumbnailCache) -> None:
    assert cache.get(request(b"a")) is not None
    cache.add(request(b"d"), QPixmap(SIDE, SIDE))
    assert names(cache) == {b"a", b"c", b"d"}


def test_a_large_thumbnail_takes_the_room_of_several(cache: ThumbnailCache) -> None:
    cache.add(request(b"d", 14), QPixmap(14, 14))
    assert names(cache) == {b"c", b"d"}


def test_a_thumbnail_that_never_fits_drops_no_other(cache: ThumbnailCache) -> None:
    cache.add(request(b"d", 99), QPixmap(99, 99))
    assert names(cache) == {b"a", b"b", b"c"}


def test_a_photo_is_found_at_the_size_that_was_added_last(cache: ThumbnailCache) -> None:
    cache.add(request(b"c", 5), QPixmap(5, 5))
    found = cache.of_other_size(b"c")
    assert found is not None
    assert found.width() == 5
    assert cache.of_other_size(b"unknown") is None


def test_a_dropped_thumbnail_is_not_found_at_another_size(cache: ThumbnailCache) -> None:
    cache.add(request(b"d"), QPixmap(SIDE, SIDE))
    assert cache.of_other_size(b"a") is None


def test_a_smaller_limit_keeps_the_most_recently_used(cache: ThumbnailCache) -> None:
    assert cache.get(request(b"a")) is not None
    smaller = cache.moved_to(2 * BYTES)
    assert names(smaller) == {b"c", b"a"}
    assert smaller.of_other_size(b"a") is not None
    assert names(smaller.moved_to(0)) == set()


def test_a_cache_of_the_same_limit_moves_nothing(cache: ThumbnailCache) -> None:
    assert cache.moved_to(3 * BYTES) is cache
    assert names(cache) == {b"a", b"b", b"c"}


def radius_of(image: QImage) -> int:
    """How many pixels of the upper edge are not opaque, on the left."""
    alphas = [image.pixelColor(x, 0).alpha() for x in range(image.width())]
    return alphas.index(255)


def test_thumbnails_are_scaled_down_and_their_corners_are_round() -> None:
    photo = Image.new("RGB", (320, 240), "red")
    image = _fitted(photo, ThumbnailRequest(b"", 80, 60, 8))
    assert image.size() == QSize(80, 60)
    assert 6 <= radius_of(image) <= 8
    assert radius_of(_fitted(photo, ThumbnailRequest(b"", 80, 60))) == 0


def test_a_small_photo_is_not_enlarged_and_its_corners_fit_the_size_that_is_painted() -> None:
    image = _fitted(Image.new("RGB", (40, 30)), ThumbnailRequest(b"", 80, 60, 16))
    assert image.size() == QSize(40, 30)
    assert 6 <= radius_of(image) <= 8
