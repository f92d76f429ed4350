"""Of each group a file stays that is there and unchanged, whatever is marked."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.discards import Discards, Refusal, check_discards
from desktop_app.core.clearing.ranked_groups import RankedGroup, ranked
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.indexer import index

NAMES = "abcd"
DEFAULT = KeepRules()


@pytest.fixture
def catalogue(
    tmp_path: Path, encoder: Encoder, scene: Callable[[str, int], Image.Image]
) -> Iterator[Catalogue]:
    """Of four photos: a is the largest, d the smallest."""
    (tmp_path / "photos").mkdir()
    for number, name in enumerate(NAMES):
        side = 160 - 20 * number
        scene("beach", number).resize((side, side)).save(tmp_path / "photos" / f"{name}.jpg")
    files = LibraryFiles(tmp_path / "library")
    for _ in index(files, encoder, [tmp_path / "photos"]):
        pass
    with Catalogue(files) as opened:
        yield opened


@pytest.fixture
def photos(catalogue: Catalogue, tmp_path: Path) -> dict[str, PhotoRow]:
    ids = [catalogue.photo_id(tmp_path / "photos" / f"{name}.jpg") or 0 for name in NAMES]
    return dict(zip(NAMES, catalogue.photos(ids), strict=True))


def group(
    photos: dict[str, PhotoRow], names: str, level: Level = Level.SAME_PHOTO, copies: str = ""
) -> DuplicateGroup:
    """A group; `copies` are files with the content of the last one."""
    members = [Member(photos[name]) for name in names]
    members[-1] = Member(members[-1].photo, tuple(photos[name] for name in copies))
    return DuplicateGroup(level, tuple(members))


def check(
    catalogue: Catalogue,
    groups: list[DuplicateGroup],
    marked: list[PhotoRow],
    rules: KeepRules = DEFAULT,
) -> Discards:
    found: list[RankedGroup] = [one for level in ranked(groups, rules).values() for one in level]
    return check_discards(catalogue, found, {photo.id for photo in marked}, rules)


def allowed(discards: Discards) -> list[str]:
    return sorted(discard.photo.path.stem for discard in discards.allowed)


def refused(discards: Discards) -> dict[str, Refusal]:
    return {one.photo.path.stem: one.reason for one in discards.refused}


def test_a_marked_photo_may_go_for_the_one_that_stays(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    found = check(catalogue, [group(photos, "abc")], [photos["b"], photos["c"]])
    assert allowed(found) == ["b", "c"]
    assert {discard.kept.path.stem for discard in found.allowed} == {"a"}
    assert found.refused == ()
    assert found.size_bytes == photos["b"].size_bytes + photos["c"].size_bytes


def test_of_a_group_that_is_marked_as_a_whole_the_suggested_photo_stays(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    found = check(catalogue, [group(photos, "cab")], [photos[name] for name in "abc"])
    assert allowed(found) == ["b", "c"]
    assert refused(found) == {"a": Refusal.LAST}
    assert {discard.kept.path.stem for discard in found.allowed} == {"a"}


def test_no_group_is_emptied_for_a_photo_that_goes_itself(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    """C stays for a and b in one group, and goes for d in another."""
    groups = [group(photos, "abc"), group(photos, "dc", Level.BURST)]
    found = check(catalogue, groups, [photos[name] for name in "abc"])
    assert allowed(found) == ["b", "c"]
    assert refused(found) == {"a": Refusal.LAST}


def test_all_files_of_a_version_may_go_for_a_better_one(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    groups = [group(photos, "cd", Level.IDENTICAL), group(photos, "ac", copies="d")]
    found = check(catalogue, groups, [photos["c"], photos["d"]])
    assert allowed(found) == ["c", "d"]


def test_an_identical_file_goes_for_its_twin_rather_than_for_the_suggested_photo(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    photos["d"] = replace(photos["d"], content_hash=photos["c"].content_hash)
    found = check(catalogue, [group(photos, "ac", copies="d")], [photos["d"]])
    assert [(one.photo.path.stem, one.kept.path.stem) for one in found.allowed] == [("d", "c")]
    assert found.are_identical
    found = check(catalogue, [group(photos, "ac", copies="d")], [photos["c"], photos["d"]])
    assert {one.kept.path.stem for one in found.allowed} == {"a"}
    assert not found.are_identical


def test_identical_files_without_a_better_version_do_not_all_go(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    groups = [group(photos, "cd", Level.IDENTICAL), group(photos, "ab")]
    found = check(catalogue, groups, [photos["c"], photos["d"]])
    assert len(found.allowed) == 1
    assert list(refused(found).values()) == [Refusal.LAST]


def test_photos_in_protected_folders_stay(
    catalogue: Catalogue, photos: dict[str, PhotoRow], tmp_path: Path
) -> None:
    rules = KeepRules(protected=(tmp_path / "photos",))
    found = check(catalogue, [group(photos, "ab")], [photos["b"]], rules)
    assert refused(found) == {"b": Refusal.PROTECTED}


def test_a_file_that_was_changed_since_it_was_compared_is_to_be_compared_again(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    later = photos["b"].path.stat().st_mtime_ns + 10**9
    os.utime(photos["b"].path, ns=(later, later))
    found = check(catalogue, [group(photos, "abc")], [photos["b"], photos["c"]])
    assert {one.photo.path.stem: one.is_changed for one in found.allowed} == {"b": True, "c": False}


def test_a_file_of_another_size_was_changed(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    status = photos["b"].path.stat()
    photos["b"].path.write_bytes(b"other")
    os.utime(photos["b"].path, ns=(status.st_atime_ns, status.st_mtime_ns))
    found = check(catalogue, [group(photos, "ab")], [photos["b"]])
    assert [one.is_changed for one in found.allowed] == [True]


def test_a_photo_goes_for_one_that_is_unchanged_if_there_is_one(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    photos["a"].path.write_bytes(b"other")
    found = check(catalogue, [group(photos, "abc")], [photos["c"]])
    assert [(one.kept.path.stem, one.is_changed) for one in found.allowed] == [("b", False)]
    found = check(catalogue, [group(photos, "ab")], [photos["b"]])
    assert [(one.kept.path.stem, one.is_changed) for one in found.allowed] == [("a", True)]


def test_a_twin_that_has_changed_is_no_reason_to_go(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    photos["d"] = replace(photos["d"], content_hash=photos["c"].content_hash)
    photos["c"].path.write_bytes(b"other")
    found = check(catalogue, [group(photos, "ac", copies="d")], [photos["d"]])
    assert [one.kept.path.stem for one in found.allowed] == ["a"]


def test_a_file_that_a_link_has_replaced_was_changed(
    catalogue: Catalogue, photos: dict[str, PhotoRow], tmp_path: Path
) -> None:
    moved = tmp_path / "moved.jpg"
    photos["b"].path.rename(moved)
    photos["b"].path.symlink_to(moved)
    found = check(catalogue, [group(photos, "ab")], [photos["b"]])
    assert refused(found) == {"b": Refusal.CHANGED}


def test_nothing_goes_for_a_photo_that_is_not_there(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    photos["a"].path.unlink()
    found = check(catalogue, [group(photos, "abc")], [photos["b"], photos["c"]])
    assert found.allowed == ()
    assert refused(found) == {"b": Refusal.KEPT_GONE, "c": Refusal.KEPT_GONE}


def test_another_photo_of_the_group_that_is_there_suffices(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    photos["a"].path.unlink()
    found = check(catalogue, [group(photos, "abc")], [photos["c"]])
    assert [(one.photo.path.stem, one.kept.path.stem) for one in found.allowed] == [("c", "b")]


def test_a_marked_file_that_is_gone_is_said_to_be(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    photos["b"].path.unlink()
    found = check(catalogue, [group(photos, "ab")], [photos["b"]])
    assert refused(found) == {"b": Refusal.GONE}


def test_marked_photos_that_are_in_no_group_any_more_stay(
    catalogue: Catalogue, photos: dict[str, PhotoRow]
) -> None:
    found = check(catalogue, [group(photos, "ab")], [photos["d"]])
    assert found.allowed == ()
    assert refused(found) == {"d": Refusal.ALONE}
