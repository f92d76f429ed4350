"""Numbers in readable form: '12,480 photos', '38/s', '3 min left'."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale


def counted(number: int) -> str:
    return QLocale().toString(number)


def decimal(number: float, digits: int = 1) -> str:
    """A number with so many digits after the decimal separator."""
    return QLocale().toString(number, "f", digits)


def shortest(number: float) -> str:
    """'2.8', but '2' for 2.0."""
    return decimal(number, 0 if round(number, 1) == round(number) else 1)


def photos(number: int) -> str:
    return _with_noun(number, _tr("1 photo"), _tr("{count} photos"))


def files(number: int) -> str:
    return _with_noun(number, _tr("1 file"), _tr("{count} files"))


def bits(number: int) -> str:
    return _with_noun(number, _tr("1 bit"), _tr("{count} bits"))


def _with_noun(number: int, one: str, many: str) -> str:
    """Say how many; French has the singular also after 0."""
    if number == 0 and QLocale().language() is QLocale.Language.French:
        return one.replace("1", counted(0))
    return one if number == 1 else many.format(count=counted(number))


def pixels(width: int, height: int) -> str:
    """'4,000 × 3,000'."""
    return f"{counted(width)} × {counted(height)}"


def rate(per_second: float) -> str:
    """'38/s'; below ten with one decimal, since 0/s would look like a standstill."""
    shown = decimal(per_second) if per_second < 9.95 else counted(round(per_second))
    return _tr("{number}/s").format(number=shown)


def duration(seconds: float) -> str:
    """'20 s', '3 min', '2 h 10 min': rounded to what matters."""
    if seconds < 1:
        return _tr("less than 1 s")
    if seconds < 55:
        return _tr("{count} s").format(count=max(1, round(seconds)))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return _tr("{count} min").format(count=minutes)
    hours, rest = divmod(minutes, 60)
    if rest and hours < 10:
        return _tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    return _tr("{count} h").format(count=counted(round(minutes / 60)))


def exact_duration(seconds: float) -> str:
    """As `duration`, but '1 min 29 s': below ten minutes, seconds matter."""
    minutes, rest = divmod(round(seconds), 60)
    if rest and not minutes:
        return _tr("{count} s").format(count=rest)
    if rest and minutes < 10:
        return _tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
    return duration(seconds)


def with_total(durations: Sequence[float]) -> tuple[str, list[str]]:
    """Return a total and its parts, rounded so that the parts add up to the total."""
    total = sum(durations)
    unit = 1 if total < 600 else 60 if total < 36_000 else 3600
    parts = [max(1, round(seconds / unit)) * unit for seconds in durations]
    return exact_duration(sum(parts)), [exact_duration(part) for part in parts]


def time_left(seconds: float) -> str:
    if seconds < 5:
        return _tr("a few seconds left")
    rounded = round(seconds / 5) * 5 if seconds < 55 else seconds
    return _tr("{time} left").format(time=duration(rounded))


def file_size(size_bytes: int) -> str:
    """In decimal units, as file managers show sizes."""
    size = float(size_bytes)
    for place, text in enumerate((_tr("{size} B"), _tr("{size} kB"), _tr("{size} MB"))):
        if size < 999.5:
            digits = 1 if size < 9.95 and place else 0
            return text.format(size=decimal(size, digits))
        size /= 1000
    return _tr("{size} GB").format(size=decimal(size))


def _tr(text: str) -> str:
    return QCoreApplication.translate("numbers", text)
