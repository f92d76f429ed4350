"""When a photo was taken: from EXIF, XMP or GPS, in any of the spellings that cameras use.

docs/decisions/0037-dates.md says which programs we follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from PIL import ExifTags, Image

from desktop_app.core.photos.decoder_errors import DECODER_ERRORS
from desktop_app.core.photos.exif import exif_directory

# The oldest photograph that is kept is of 1826. No camera is set to a later year than 2099.
_YEARS = range(1826, 2100)
_NEVER_SET = datetime(1970, 1, 1)  # noqa: DTZ001

# Each with its fraction of a second.
_EXIF_DATES = (
    (ExifTags.Base.DateTimeOriginal, ExifTags.Base.SubsecTimeOriginal),
    (ExifTags.Base.DateTimeDigitized, ExifTags.Base.SubsecTimeDigitized),
    (ExifTags.Base.DateTime, ExifTags.Base.SubsecTime),
)
DATE_TAGS = tuple(tag for pair in _EXIF_DATES for tag in pair)
_XMP_DATES = (rb"exif:DateTimeOriginal", rb"photoshop:DateCreated", rb"xmp:CreateDate")
_XMP_TAG = 700

# Some phones write AM and PM in their user's language, before or after the time.
_MORNING = r"am|a\.m\.|上午|午前|오전"
_AFTERNOON = r"pm|p\.m\.|下午|午後|오후"
_DAY = r"(?P<year>\d{4})[-:/._ 年]?\s?(?P<month>\d{1,2})[-:/._ 月]?\s?(?P<day>\d{1,2})日?"
_TIME = (
    r"(?P<hour>\d{1,2})[-:._ h时]?\s?(?P<minute>\d{1,2})"
    r"(?:[-:._ m分]?\s?(?P<second>\d{1,2}))?[s秒]?(?:[.,:](?P<fraction>\d+))?"
)
_ZONE = r"\s*[a-z]{0,5}\s*(?:[-+]\d{1,2}:?\d{0,2})?"
_SPELLING = re.compile(
    rf"{_DAY}(?:[t\s:_-]*(?:(?P<before>{_MORNING}|{_AFTERNOON})\s*)?{_TIME}"
    rf"(?:\s*(?P<after>{_MORNING}|{_AFTERNOON}))?{_ZONE})?"
    r"[\s:./-]*",  # blanks in the place of what is not known
    re.IGNORECASE,
)
_LONGEST = 64  # the expression takes long for long texts
_QUOTES_AND_BLANKS = " \0\t\r\n\"'"


def taken_at(exif: Image.Exif, xmp: bytes | str = b"") -> str:
    """The local time at which a photo was taken in ISO 8601, without a zone; empty if unknown.

    The first valid date counts of EXIF's original, digitised and changed, XMP's, and GPS's.
    Milliseconds are appended where a fraction of a second is known: `2011-05-06T10:11:12.250`.
    """
    for found in _dates(exif, xmp):
        if found is not None:
            has_fraction = found.microsecond >= 1000
            return found.isoformat(timespec="milliseconds" if has_fraction else "seconds")
    return ""


def local_time(text: str, fraction: str = "") -> datetime | None:
    """Read a date or a date and time; None where it is not a valid one.

    The zone of the text is left out: the time stays what the camera's clock showed. Midnight counts
    where the time is missing.

    Args:
        text: As written by a camera or a program.
        fraction: Digits behind the decimal point of the seconds, if `text` has none.
    """
    text = text.strip(_QUOTES_AND_BLANKS)
    match = _SPELLING.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    year, month, day, minute, second = (
        int(match[name] or 0) for name in ("year", "month", "day", "minute", "second")
    )
    digits = (match["fraction"] or fraction)[:6].ljust(6, "0")
    try:
        found = datetime(year, month, day, _hour(match), minute, second, int(digits))  # noqa: DTZ001
    except ValueError:
        return None
    return found if year in _YEARS and found != _NEVER_SET else None


def _hour(match: re.Match[str]) -> int:
    """The hour from 0 to 23. Some phones call the hour after midnight 24, of the same day."""
    hour = int(match["hour"] or 0)
    half = (match["before"] or match["after"] or "").lower()
    if re.fullmatch(_AFTERNOON, half) and hour < 12:
        return hour + 12
    if (re.fullmatch(_MORNING, half) and hour == 12) or hour == 24:
        return 0
    return hour


def _dates(exif: Image.Exif, xmp: bytes | str) -> Iterator[datetime | None]:
    details = exif_directory(exif, ExifTags.IFD.Exif)
    for tag, fraction in _EXIF_DATES:
        # TIFF/EP and DNG keep the tags of the EXIF directory in the first one.
        for tags in (details, exif):
            yield local_time(_text(tags.get(tag)), _digits(tags.get(fraction)))
    packet = xmp or exif.get(_XMP_TAG) or b""
    for name in _XMP_DATES:
        yield local_time(_xmp_value(packet, name))
    yield _gps_time(exif_directory(exif, ExifTags.IFD.GPSInfo))


def _text(value: object) -> str:
    """A text tag. Pillow reads them as Latin-1; some phones write UTF-8."""
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    with suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    return str(value).split("\0")[0]


def _digits(value: object) -> str:
    text = str(value) if isinstance(value, int) else _text(value)
    return text.strip() if text.strip().isdigit() else ""


def _xmp_value(packet: object, name: bytes) -> str:
    """The value of an attribute or an element in an XMP packet; empty if there is none."""
    data = packet.encode("utf-8", "replace") if isinstance(packet, str) else packet
    if not isinstance(data, bytes):
        return ""
    match = re.search(name + rb"""(?:\s*=\s*["']|>\s*)([^"'<]{4,40})""", data)
    return match[1].decode("utf-8", "replace") if match else ""


def _gps_time(tags: Mapping[int, object]) -> datetime | None:
    """The time of the satellites, which is UTC, in this computer's zone."""
    day = local_time(_text(tags.get(ExifTags.GPS.GPSDateStamp)))
    if day is None:
        return None
    try:
        hours, minutes, seconds = (float(part) for part in tags[ExifTags.GPS.GPSTimeStamp])  # type: ignore[attr-defined]
        passed = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return (day + passed).replace(tzinfo=UTC).astimezone().replace(tzinfo=None)
    except DECODER_ERRORS:
        return day
