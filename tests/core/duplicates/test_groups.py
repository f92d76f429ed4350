"""Photos are grouped by how they are related, and never brought together by a chain of others."""

from itertools import combinations, count, pairwise
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.duplicates.groups import DuplicateGroup, group_photos
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.pair_store import ComparedPair
from desktop_app.core.photos.capture import Capture
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part, Verdict

SAME, DIFFERENT = Verdict(0.9, 1.0), Verdict(0.1, 0.5)
_numbers = count(1)


def photo(name: str, content: str = "", **facts: object) -> PhotoRow:
    """A photo whose content is named by a letter; the same letter is the same content."""
    number = next(_numbers)
    values = {"size_bytes": 1000, "width": 600, "height": 400, "format": "JPEG"} | facts
    capture = values.pop("capture", Capture())
    return PhotoRow(
        id=number,
        path=Path("/photos", name),
        capture=capture,  # type: ignore[arg-type]
        mean_colour=0,
        content_hash=(content or name).encode().ljust(16, b"."),
        away=False,
        **values,  # type: ignore[arg-type]
    )


def pair(
    first: PhotoRow, second: PhotoRow, verdict: Verdict = SAME, *, same_pixels: bool | None = None
) -> ComparedPair:
    one, other = sorted((first.content_hash, second.content_hash))
    return ComparedPair(one, other, 20, verdict, same_pixels)


def names(groups: list[DuplicateGroup], level: Level) -> list[set[str]]:
    return [
        {member.photo.path.name for member in group.members}
        for group in groups
        if group.level is level
    ]


def test_files_of_the_same_bytes_are_identical() -> None:
    photos = [photo("a.jpg", "x"), photo("b.jpg", "x"), photo("c.jpg", "y")]

    groups = group_photos(photos, [])

    assert names(groups, Level.IDENTICAL) == [{"a.jpg", "b.jpg"}]
    assert len(groups) == 1


def test_a_photo_brings_its_identical_files_into_its_group() -> None:
    a, b, c = photo("a.jpg", "x"), photo("b.jpg", "x"), photo("c.jpg", "y")

    groups = group_photos([a, b, c], [pair(a, c)])

    (group,) = [group for group in groups if group.level is Level.SAME_PHOTO]
    assert sorted(len(member.files) for member in group.members) == [1, 2]


def test_a_chain_of_pairs_does_not_bring_strangers_together() -> None:
    chain = [photo(f"{name}.jpg") for name in "abcdef"]
    pairs = [pair(first, second) for first, second in pairwise(chain)]
    related = {frozenset((each.first, each.second)) for each in pairs}

    groups = group_photos(chain, pairs)

    for group in groups:
        core, *others = group.members
        for member in others:
            assert frozenset((core.photo.content_hash, member.photo.content_hash)) in related
    in_groups = [member.photo.id for group in groups for member in group.members]
    assert len(in_groups) == len(set(in_groups)) >= 4


def test_all_photos_that_are_related_to_each_other_are_one_group() -> None:
    photos = [photo(f"{name}.jpg") for name in "abcd"]

    groups = group_photos(photos, [pair(*two) for two in combinations(photos, 2)])

    assert names(groups, Level.SAME_PHOTO) == [{"a.jpg", "b.jpg", "c.jpg", "d.jpg"}]


def test_the_core_of_a_group_is_the_largest_of_those_with_most_links() -> None:
    small, large = photo("a.jpg", width=60, height=40), photo("b.jpg")

    (group,) = group_photos([small, large], [pair(small, large)])

    assert group.members[0].photo == large
    assert group.members[0].verdict is None


@pytest.mark.parametrize("core_is_first", [True, False])
def test_verdicts_are_seen_from_the_core(core_is_first: bool) -> None:
    core, other = photo("a.jpg" if core_is_first else "z.jpg"), photo("m.jpg", width=60)
    seen = Verdict(0.9, 1.0, Turn.LEFT, Part.SECOND)
    stored = pair(core, other, seen if core_is_first else seen.reversed)

    (group,) = group_photos([core, other], [stored])

    assert group.members[1].verdict == seen


def test_photos_of_the_same_pixels_are_a_level_of_their_own() -> None:
    a, b, c = photo("a.jpg"), photo("b.png"), photo("c.jpg")
    same_pixels = pair(a, b, same_pixels=True)

    assert names(group_photos([a, b], [same_pixels]), Level.SAME_PHOTO) == []
    groups = group_photos([a, b, c], [same_pixels, pair(a, c)])
    assert names(groups, Level.SAME_PIXELS) == [{"a.jpg", "b.png"}]
    assert names(groups, Level.SAME_PHOTO) == [{"a.jpg", "b.png", "c.jpg"}]


def test_a_raw_file_and_its_picture_are_versions_of_one_shot() -> None:
    raw, picture = photo("IMG_1.NEF", format="RAW"), photo("img_1.jpg")
    stranger = photo("IMG_2.jpg")

    groups = group_photos([raw, picture, stranger], [])

    assert names(groups, Level.VERSIONS) == [{"IMG_1.NEF", "img_1.jpg"}]
    assert len(groups) == 1


@pytest.mark.parametrize(
    "name", ["a-edit.jpg", "a edited.jpg", "A_Bearbeitet.jpg", "a (Copy 2).jpg"]
)
def test_an_edited_version_is_told_by_its_name(name: str) -> None:
    original, edited = photo("a.jpg"), photo(name)

    groups = group_photos([original, edited], [pair(original, edited)])

    assert names(groups, Level.VERSIONS) == [{"a.jpg", name}]


def test_a_longer_name_alone_is_no_edited_version() -> None:
    first, second = photo("a.jpg"), photo("ab.jpg")

    assert names(group_photos([first, second], [pair(first, second)]), Level.SAME_PHOTO)


def test_photos_of_one_camera_seconds_apart_are_a_burst() -> None:
    def shot(name: str, second: int, camera: str = "X100") -> PhotoRow:
        taken_at = f"2024-05-01T10:00:{second:02}"
        return photo(name, capture=Capture(taken_at=taken_at, camera=camera))

    first, second, later = shot("a.jpg", 1), shot("b.jpg", 3), shot("c.jpg", 50)
    other = shot("d.jpg", 1, camera="D90")
    photos = [first, second, later, other]

    groups = group_photos(photos, [pair(*two) for two in combinations(photos, 2)])

    assert names(groups, Level.BURST) == [{"a.jpg", "b.jpg"}]


def test_a_copy_of_the_same_moment_is_no_burst() -> None:
    capture = Capture(taken_at="2024-05-01T10:00:01", camera="X100")
    first, second = photo("a.jpg", capture=capture), photo("b.jpg", capture=capture)

    assert names(group_photos([first, second], [pair(first, second)]), Level.SAME_PHOTO)


def test_photos_that_are_only_alike_are_similar() -> None:
    first, second = photo("a.jpg"), photo("b.jpg")

    groups = group_photos([first, second], [pair(first, second, DIFFERENT)])

    assert [group.level for group in groups] == [Level.SIMILAR]


def test_what_the_user_has_told_apart_is_not_grouped() -> None:
    a, b, raw = photo("a.jpg"), photo("b.jpg"), photo("a.nef", format="RAW")
    ends = [tuple(sorted((a.content_hash, other.content_hash))) for other in (b, raw)]

    assert group_photos([a, b, raw], [pair(a, b)], frozenset(ends)) == []  # type: ignore[arg-type]


def test_pairs_of_photos_that_are_gone_are_ignored() -> None:
    a, gone = photo("a.jpg"), photo("b.jpg")

    assert group_photos([a], [pair(a, gone)]) == []


def alike(*photos: PhotoRow, pairs: list[ComparedPair], code_bits: int = 256) -> float | None:
    """The likeness of the only group."""
    (group,) = group_photos(photos, pairs, code_bits=code_bits)
    return group.likeness


def test_copies_are_as_alike_as_their_texture_agrees() -> None:
    a, b = photo("a.jpg"), photo("b.jpg")
    assert alike(a, b, pairs=[pair(a, b, Verdict(0.83, 1.0))]) == 0.83
    assert alike(a, b, pairs=[pair(a, b, Verdict(0.99, 1.0), same_pixels=True)]) == 1.0
    assert alike(photo("a.jpg", "x"), photo("b.jpg", "x"), pairs=[]) == 1.0


def test_different_photos_are_as_alike_as_their_codes() -> None:
    a, b = photo("a.jpg"), photo("b.jpg")
    assert alike(a, b, pairs=[pair(a, b, DIFFERENT)], code_bits=200) == 0.9
    assert alike(a, b, pairs=[pair(a, b, DIFFERENT)], code_bits=0) is None


def test_a_group_is_as_alike_as_the_photo_that_is_least_like_its_core() -> None:
    a, b, c = photo("a.jpg", width=900), photo("b.jpg"), photo("c.jpg")
    pairs = [pair(a, b, Verdict(0.95, 1.0)), pair(a, c, Verdict(0.86, 1.0))]
    assert alike(a, b, c, pairs=pairs) == 0.86
