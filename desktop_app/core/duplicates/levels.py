"""How two photos are related, from what a look at both says and what is known of the files."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.duplicates.pair_store import ComparedPair

_BURST_SECONDS = 10
_EDITED_NAMES = ("edit", "edited", "bearbeitet", "retouched", "final", "export", "copy", "kopie")


class Level(StrEnum):
    """How photos of a group are related, from the closest to the loosest."""

    IDENTICAL = "identical"  # the same bytes
    SAME_PIXELS = "same_pixels"  # other metadata, or another container
    SAME_PHOTO = "same_photo"  # resized, recompressed, cropped, retouched, bordered, turned
    VERSIONS = "versions"  # RAW and JPEG of one shot, a photo and its edited version
    BURST = "burst"  # the same camera, seconds apart
    SIMILAR = "similar"


def level_of(first: PhotoRow, second: PhotoRow, pair: ComparedPair) -> Level:
    """Tell how two photos of different content are related."""
    if are_raw_and_picture(first, second):
        return Level.VERSIONS
    if not pair.verdict.is_same_photo:
        return Level.BURST if _are_of_one_burst(first, second) else Level.SIMILAR
    if pair.same_pixels:
        return Level.SAME_PIXELS
    if _is_edited_version(first, second):
        return Level.VERSIONS
    return Level.BURST if _are_of_one_burst(first, second) else Level.SAME_PHOTO


def are_raw_and_picture(first: PhotoRow, second: PhotoRow) -> bool:
    """Return True for the RAW file and the developed picture of one shot, by folder and name."""
    if (first.format == "RAW") == (second.format == "RAW"):
        return False
    return shot_of(first) == shot_of(second)


def shot_of(photo: PhotoRow) -> tuple[str, str]:
    """Return what the RAW file and the JPEG of one shot have in common."""
    return str(photo.path.parent), photo.path.stem.lower()


def _are_of_one_burst(first: PhotoRow, second: PhotoRow) -> bool:
    """Whether the same camera took them one soon after the other, but not at the same moment."""
    one, other = first.capture, second.capture
    if not one.camera or one.camera != other.camera or not (one.taken_at and other.taken_at):
        return False
    try:
        times = datetime.fromisoformat(one.taken_at), datetime.fromisoformat(other.taken_at)
    except ValueError:
        return False
    apart = abs((times[0] - times[1]).total_seconds())
    return 0 < apart <= _BURST_SECONDS


def _is_edited_version(first: PhotoRow, second: PhotoRow) -> bool:
    """Whether the name of one is that of the other and a word that editors add, as in 'a-edit'."""
    short, long = sorted((first.path.stem.lower(), second.path.stem.lower()), key=len)
    if first.path.parent != second.path.parent or not long.startswith(short):
        return False
    added = long[len(short) :].strip(" -_.()0123456789")
    return added in _EDITED_NAMES
