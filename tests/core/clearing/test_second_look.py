"""What has changed since it was compared is compared again right before it goes."""

import os
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.discards import Discards, Refusal, check_discards
from desktop_app.core.clearing.ranked_groups import ranked
from desktop_app.core.clearing.second_look import SecondLook
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.indexer import index
from desktop_app.core.reading.bounded_reader import BoundedReader

Scene = Callable[[str, int], Image.Image]
SIDES = {"large.jpg": 240, "small.jpg": 160, "tiny.jpg": 120, "other.jpg": 200}


@pytest.fixture
def photos(tmp_path: Path, scene: Scene) -> Path:
    """A beach in three sizes, and a car."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name, side in SIDES.items():
        picture = scene("car" if name == "other.jpg" else "beach", 0)
        picture.resize((side, side)).save(folder / name)
    return folder


@pytest.fixture
def marked(photos: Path, encoder: Encoder, tmp_path: Path) -> Callable[..., Discards]:
    """Index the photos, and mark all of a group but the first to be discarded."""
    files = LibraryFiles(tmp_path / "library")

    def check(*names: str, level: Level = Level.SAME_PHOTO) -> Discards:
        for _ in index(files, encoder, [photos]):
            pass
        with Catalogue(files) as catalogue:
            ids = [catalogue.photo_id(photos / name) or 0 for name in names]
            by_path = {row.path.name: row for row in catalogue.photos(ids)}
            rows: list[PhotoRow] = [by_path[name] for name in names]
            group = DuplicateGroup(level, tuple(map(Member, rows)))
            groups = ranked([group], KeepRules())[level]
            return check_discards(catalogue, groups, {row.id for row in rows[1:]}, KeepRules())

    return check


def troubles(discards: Discards) -> list[Refusal | None]:
    with closing(SecondLook(discards)) as look:
        return [look.trouble(each) for each in discards.allowed]


def test_what_is_unchanged_may_go(marked: Callable[..., Discards]) -> None:
    assert troubles(marked("large.jpg", "small.jpg", "tiny.jpg")) == [None, None]


def test_the_same_photo_in_another_file_may_go(
    marked: Callable[..., Discards], photos: Path, scene: Scene
) -> None:
    found = marked("large.jpg", "small.jpg")
    scene("beach", 0).resize((150, 150)).save(photos / "small.jpg", quality=60)
    assert troubles(found) == [None]


def test_another_photo_that_has_got_the_name_stays(
    marked: Callable[..., Discards], photos: Path, scene: Scene
) -> None:
    found = marked("large.jpg", "small.jpg", "tiny.jpg")
    scene("flower", 0).save(photos / "small.jpg")
    assert troubles(found) == [Refusal.CHANGED, None]


def test_nothing_goes_for_another_photo_that_has_got_the_name_of_the_one_that_stays(
    marked: Callable[..., Discards], photos: Path, scene: Scene
) -> None:
    found = marked("large.jpg", "small.jpg")
    scene("flower", 0).save(photos / "large.jpg")
    assert troubles(found) == [Refusal.KEPT_GONE]
    scene("beach", 0).save(photos / "large.jpg")
    assert troubles(found) == [None]


def test_a_file_that_cannot_be_read_now_stays(
    marked: Callable[..., Discards], photos: Path
) -> None:
    found = marked("large.jpg", "small.jpg")
    whole = (photos / "small.jpg").read_bytes()
    (photos / "small.jpg").write_bytes(whole[:200])
    assert troubles(found) == [Refusal.UNREADABLE]
    (photos / "small.jpg").write_bytes(whole)
    (photos / "large.jpg").write_bytes(b"no photo")
    assert troubles(found) == [Refusal.KEPT_GONE]


def test_what_vanishes_after_the_check_is_noticed(
    marked: Callable[..., Discards], photos: Path
) -> None:
    found = marked("large.jpg", "small.jpg", "tiny.jpg")
    (photos / "small.jpg").unlink()
    assert troubles(found) == [Refusal.GONE, None]
    (photos / "large.jpg").unlink()
    assert troubles(found) == [Refusal.GONE, Refusal.KEPT_GONE]


def test_a_link_that_has_got_the_name_stays(
    marked: Callable[..., Discards], photos: Path, tmp_path: Path
) -> None:
    found = marked("large.jpg", "small.jpg")
    (photos / "small.jpg").rename(tmp_path / "moved.jpg")
    (photos / "small.jpg").symlink_to(tmp_path / "moved.jpg")
    assert troubles(found) == [Refusal.CHANGED]


def test_a_plain_picture_goes_if_only_its_time_has_changed(
    marked: Callable[..., Discards], photos: Path
) -> None:
    """Plain pictures are never the same photo, but the bytes say enough."""
    for name, side in SIDES.items():
        Image.new("RGB", (side, side), "grey").save(photos / name)
    found = marked("large.jpg", "small.jpg")
    os.utime(photos / "small.jpg", ns=(2, 2))
    assert troubles(found) == [None]
    Image.new("RGB", (150, 150), "grey").save(photos / "small.jpg")
    assert troubles(found) == [Refusal.CHANGED]


def test_of_different_photos_each_must_show_what_it_showed(
    marked: Callable[..., Discards], photos: Path, scene: Scene
) -> None:
    """As with a burst: the user has discarded one shot for another one."""
    found = marked("large.jpg", "other.jpg", level=Level.BURST)
    scene("car", 0).resize((180, 180)).save(photos / "other.jpg", quality=70)
    assert troubles(found) == [None]
    scene("beach", 0).resize((230, 230)).save(photos / "large.jpg", quality=70)
    assert troubles(found) == [None]
    scene("beach", 0).save(photos / "other.jpg")
    assert troubles(found) == [Refusal.CHANGED]


def test_a_copy_is_compared_with_the_one_that_stays(
    marked: Callable[..., Discards], photos: Path, scene: Scene
) -> None:
    """Each is a part of what it was, but they have nothing in common any more."""
    found = marked("large.jpg", "small.jpg")
    beach = scene("beach", 0)
    half = beach.width // 2
    beach.crop((0, 0, half, beach.height)).save(photos / "small.jpg")
    beach.crop((half, 0, beach.width, beach.height)).save(photos / "large.jpg")
    assert troubles(found) == [Refusal.CHANGED]


def test_a_copy_that_was_mirrored_meanwhile_is_still_the_same_photo(
    marked: Callable[..., Discards], photos: Path, scene: Scene
) -> None:
    found = marked("large.jpg", "small.jpg")
    ImageOps.mirror(scene("beach", 0)).save(photos / "small.jpg")
    assert troubles(found) == [None]


def test_without_thumbnails_the_files_are_read(
    marked: Callable[..., Discards], photos: Path, scene: Scene, tmp_path: Path
) -> None:
    found = marked("large.jpg", "small.jpg")
    (tmp_path / "library" / "thumbnails.sqlite").unlink()
    os.utime(photos / "small.jpg", ns=(2, 2))
    assert troubles(found) == [None]
    scene("beach", 0).save(photos / "small.jpg")
    assert troubles(found) == [None]
    scene("flower", 0).save(photos / "small.jpg")
    assert troubles(found) == [Refusal.CHANGED]


def test_a_file_is_read_once_and_again_when_it_changes_again(
    marked: Callable[..., Discards], photos: Path, scene: Scene
) -> None:
    found = marked("large.jpg", "small.jpg", "tiny.jpg")
    scene("beach", 0).save(photos / "large.jpg")
    with closing(SecondLook(found)) as look:
        first, second = found.allowed
        assert look.trouble(first) is None
        scene("flower", 0).save(photos / "large.jpg")
        assert look.trouble(second) is Refusal.KEPT_GONE


@pytest.mark.parametrize(
    ("name", "refusal"), [("small.jpg", Refusal.CHANGED), ("large.jpg", Refusal.KEPT_GONE)]
)
def test_a_file_that_is_written_while_it_is_compared_stays(
    marked: Callable[..., Discards],
    photos: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    refusal: Refusal,
) -> None:
    found = marked("large.jpg", "small.jpg")
    for each in ("large.jpg", "small.jpg"):
        os.utime(photos / each, ns=(2, 2))
    read, times = BoundedReader.content, count(3)

    def read_and_write(*args: Any) -> Any:
        answer = read(*args)
        os.utime(photos / name, ns=(next(times),) * 2)
        return answer

    monkeypatch.setattr(BoundedReader, "content", read_and_write)
    assert troubles(found) == [refusal]
