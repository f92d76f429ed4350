from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules, suggest
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.photos.capture import Capture
from desktop_app.core.same_photo.verification import Part, Verdict
from tests.core.duplicates.test_groups import photo

DATED = Capture(taken_at="2024-05-01T10:00:00", camera="X100")
BETTER: dict[KeepRule, tuple[PhotoRow, PhotoRow]] = {
    KeepRule.RAW: (photo("a.nef", format="RAW"), photo("b.jpg")),
    KeepRule.MORE_PIXELS: (photo("a.jpg", width=900), photo("b.jpg", width=800)),
    KeepRule.LARGER_FILE: (photo("a.jpg", size_bytes=2000), photo("b.jpg", size_bytes=1000)),
    KeepRule.SHARPER: (photo("a.jpg", "sharp"), photo("b.jpg", "blurred")),
    KeepRule.METADATA: (photo("a.jpg", capture=DATED), photo("b.jpg")),
    KeepRule.OLDER: (
        photo("a.jpg", capture=Capture(taken_at="2019-05-01T10:00:00")),
        photo("b.jpg", capture=Capture(taken_at="2020-01-01T00:00:00.100")),
    ),
    KeepRule.LOSSLESS: (photo("a.png", format="PNG"), photo("b.jpg")),
    KeepRule.SHORTER_PATH: (photo("a.jpg"), photo("old/b.jpg")),
    KeepRule.PREFERRED_FOLDER: (photo("best/a.jpg"), photo("b.jpg")),
}

SHARPER_ONLY = KeepRules((KeepRule.SHARPER,))
SHARPNESS = {
    photo("a.jpg", "sharp").content_hash: {1024: 0.5, 512: 0.6},
    photo("b.jpg", "blurred").content_hash: {1024: 0.4, 512: 0.6},
    photo("c.jpg", "small").content_hash: {512: 0.5},
    photo("d.jpg", "tiny").content_hash: {},
}


def group(*photos: PhotoRow) -> DuplicateGroup:
    return DuplicateGroup(Level.SAME_PHOTO, tuple(map(Member, photos)))


@pytest.mark.parametrize("rule", BETTER)
def test_each_rule_chooses_the_better_photo_whatever_the_order(rule: KeepRule) -> None:
    rules = KeepRules((rule,), preferred=(Path("/photos/best"),))
    better, worse = BETTER[rule]

    for photos in ((better, worse), (worse, better)):
        suggestion = suggest(group(*photos), rules, SHARPNESS)
        assert (suggestion.kept.photo, suggestion.reason) == (better, rule)


@pytest.mark.parametrize("is_core", [True, False])
def test_a_photo_is_better_than_its_screenshot_with_more_pixels(is_core: bool) -> None:
    original, screenshot = photo("a.jpg", width=400), photo("b.png", width=1900)
    verdict = Verdict(0.9, 1.0, part=Part.FIRST, framed=Part.SECOND)
    members = Member(original), Member(screenshot, verdict=verdict)
    if not is_core:
        members = Member(screenshot), Member(original, verdict=verdict.reversed)

    suggestion = suggest(DuplicateGroup(Level.SAME_PHOTO, members), KeepRules())

    assert (suggestion.kept.photo, suggestion.reason) == (original, KeepRule.UNFRAMED)


def test_a_photo_is_better_than_a_crop_of_it() -> None:
    core, crop = photo("a.png", width=900), photo("b.png", width=400)
    members = Member(core), Member(crop, verdict=Verdict(0.9, 1.0, part=Part.SECOND))

    suggestion = suggest(DuplicateGroup(Level.SAME_PHOTO, members), KeepRules())

    assert (suggestion.kept.photo, suggestion.reason) == (core, KeepRule.MORE_PIXELS)


def test_a_photo_without_a_date_counts_as_the_newest() -> None:
    dated, undated = photo("a.jpg", capture=DATED), photo("b.jpg")

    assert suggest(group(undated, dated), KeepRules((KeepRule.OLDER,))).kept.photo == dated


def test_the_first_rule_that_tells_them_apart_decides() -> None:
    large, raw = photo("a.jpg", width=900), photo("b.nef", width=800, format="RAW")
    pixels_first = KeepRules((KeepRule.MORE_PIXELS, KeepRule.RAW))
    raw_first = KeepRules((KeepRule.RAW, KeepRule.MORE_PIXELS))

    assert suggest(group(large, raw), pixels_first).kept.photo == large
    assert suggest(group(large, raw), raw_first).kept.photo == raw


def test_equals_are_told_apart_by_the_next_rule() -> None:
    large, larger = photo("a.jpg", size_bytes=1000), photo("b.jpg", size_bytes=2000)
    rules = KeepRules((KeepRule.MORE_PIXELS, KeepRule.LARGER_FILE))

    suggestion = suggest(group(large, larger), rules)

    assert (suggestion.kept.photo, suggestion.reason) == (larger, KeepRule.LARGER_FILE)


def test_photos_that_no_rule_tells_apart_are_kept_by_their_age_in_the_library() -> None:
    first, second = photo("a.jpg"), photo("b.jpg")

    suggestion = suggest(group(second, first), KeepRules())

    assert (suggestion.kept.photo, suggestion.reason) == (first, None)


def test_the_better_of_the_preferred_folders_comes_first() -> None:
    good, best = photo("good/a.jpg"), photo("best/b.jpg")
    rules = KeepRules(preferred=(Path("/photos/best"), Path("/photos/good")))

    assert suggest(group(good, best), rules).kept.photo == best


def test_a_photo_in_a_protected_folder_is_kept_before_all_others() -> None:
    small, large = photo("reference/a.jpg", width=60), photo("b.jpg")

    suggestion = suggest(group(large, small), KeepRules(protected=(Path("/photos/reference"),)))

    assert suggestion.kept.photo == small


@pytest.mark.parametrize(
    ("contents", "best"),
    [
        ("sharp blurred small", {"sharp", "blurred"}),  # at 512, which all have
        ("blurred small", {"blurred"}),
        ("sharp blurred tiny", {"sharp", "blurred", "tiny"}),  # one has no size in common
        ("sharp blurred unknown", {"sharp", "blurred", "unknown"}),
        ("small small", {"small"}),
    ],
)
def test_the_sharpest_are_found_at_the_largest_size_that_all_have(
    contents: str, best: set[str]
) -> None:
    photos = [photo(f"{number}.jpg", word) for number, word in enumerate(contents.split())]
    rules = KeepRules((KeepRule.SHARPER, KeepRule.SHORTER_PATH))
    for at, first in enumerate(photos):
        nearest = replace(first, path=Path("/a.jpg"))  # which is kept if it is sharp enough
        ordered = [*photos[:at], nearest, *photos[at + 1 :]]
        kept = suggest(group(*ordered), rules, SHARPNESS).kept.photo
        assert (kept == nearest) is (first.content_hash.rstrip(b".").decode() in best)


def test_photos_that_are_nearly_as_sharp_are_equals() -> None:
    values = {photo("a.jpg").content_hash: {512: 0.50}, photo("b.jpg").content_hash: {512: 0.54}}
    suggestion = suggest(group(photo("a.jpg"), photo("b.jpg")), SHARPER_ONLY, values)
    assert (suggestion.kept.photo.path.name, suggestion.reason) == ("a.jpg", None)
