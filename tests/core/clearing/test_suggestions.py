from pathlib import Path

import pytest

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules, suggest
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.photos.capture import Capture
from tests.core.duplicates.test_groups import photo

DATED = Capture(taken_at="2024-05-01T10:00:00", camera="X100")
BETTER: dict[KeepRule, tuple[PhotoRow, PhotoRow]] = {
    KeepRule.RAW: (photo("a.nef", format="RAW"), photo("b.jpg")),
    KeepRule.MORE_PIXELS: (photo("a.jpg", width=900), photo("b.jpg", width=800)),
    KeepRule.LARGER_FILE: (photo("a.jpg", size_bytes=2000), photo("b.jpg", size_bytes=1000)),
    KeepRule.METADATA: (photo("a.jpg", capture=DATED), photo("b.jpg")),
    KeepRule.OLDER: (
        photo("a.jpg", capture=Capture(taken_at="2019-05-01T10:00:00")),
        photo("b.jpg", capture=Capture(taken_at="2020-01-01T00:00:00.100")),
    ),
    KeepRule.LOSSLESS: (photo("a.png", format="PNG"), photo("b.jpg")),
    KeepRule.SHORTER_PATH: (photo("a.jpg"), photo("old/b.jpg")),
    KeepRule.PREFERRED_FOLDER: (photo("best/a.jpg"), photo("b.jpg")),
}


def group(*photos: PhotoRow) -> DuplicateGroup:
    return DuplicateGroup(Level.SAME_PHOTO, tuple(map(Member, photos)))


@pytest.mark.parametrize("rule", KeepRule)
def test_each_rule_chooses_the_better_photo_whatever_the_order(rule: KeepRule) -> None:
    rules = KeepRules((rule,), preferred=(Path("/photos/best"),))
    better, worse = BETTER[rule]

    for photos in ((better, worse), (worse, better)):
        suggestion = suggest(group(*photos), rules)
        assert (suggestion.kept.photo, suggestion.reason) == (better, rule)


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
