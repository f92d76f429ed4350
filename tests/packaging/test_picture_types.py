"""The types of pictures that systems open with Lookalike are those that it reads."""

from __future__ import annotations

from pathlib import Path

from integration.picture_types import MIME_TYPES, SUFFIXES

from desktop_app.core.photos.picture_formats import (
    PICTURE_SUFFIXES,
    has_photo_suffix,
    has_raw_suffix,
)


def test_systems_offer_the_program_for_every_suffix_that_is_read_and_for_no_other() -> None:
    names = {suffix: Path(f"a{suffix}") for suffix in PICTURE_SUFFIXES}
    read = {each for each, name in names.items() if has_photo_suffix(name) or has_raw_suffix(name)}
    assert sorted(SUFFIXES) == sorted(read)


def test_every_type_is_named_once() -> None:
    assert len({*MIME_TYPES}) == len(MIME_TYPES)
    assert all(each.startswith("image/") for each in MIME_TYPES)
