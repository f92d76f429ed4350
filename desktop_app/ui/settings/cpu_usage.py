"""How much of the machine indexing may use, as a photographer chooses it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop_app.core.catalogue.settings import Settings


class CpuUsage(Enum):
    """The settings can say more: a number of threads that somebody wrote there by hand."""

    ALL = auto()
    HALF = auto()
    GENTLE = auto()


def values_of(effort: CpuUsage, cores: int) -> dict[str, int | bool]:
    """By the names of Settings' fields, on a machine with so many cores."""
    threads = max(1, cores // 2) if effort is CpuUsage.HALF else 0
    return {"threads": threads, "gentle": effort is CpuUsage.GENTLE}


def effort_of(settings: Settings, cores: int) -> CpuUsage | None:
    """None for a number that is none of the three."""
    if settings.gentle:
        return CpuUsage.GENTLE
    if settings.threads in (0, cores):
        return CpuUsage.ALL
    return CpuUsage.HALF if settings.threads == max(1, cores // 2) else None


def words(effort: CpuUsage) -> str:
    return {
        CpuUsage.ALL: _tr("All of the machine"),
        CpuUsage.HALF: _tr("Half of it"),
        CpuUsage.GENTLE: _tr("Gently"),
    }[effort]


def explained(settings: Settings, cores: int) -> str:
    """What that means here."""
    if settings.gentle:
        return _tr("One photo at a time, and only while nothing else needs the machine.")
    threads = settings.threads or cores
    if threads == 1:
        return _tr("One photo at a time.")
    text = _tr("{count} photos at a time; other programs go first.")
    return text.format(count=threads)


def _tr(text: str) -> str:
    return QCoreApplication.translate("effort", text)
