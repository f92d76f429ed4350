"""How much of the CPU indexing may use, as a choice between three levels."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop_app.core.catalogue.settings import Settings


class CpuUsage(Enum):
    """The levels; the settings file can also hold another number of threads."""

    ALL = auto()
    HALF = auto()
    GENTLE = auto()


def values_of(usage: CpuUsage, cores: int) -> dict[str, int | bool]:
    """The fields of Settings for a level, on a machine with so many cores."""
    threads = max(1, cores // 2) if usage is CpuUsage.HALF else 0
    return {"threads": threads, "gentle": usage is CpuUsage.GENTLE}


def cpu_usage_of(settings: Settings, cores: int) -> CpuUsage | None:
    """The level that the settings amount to; None if they have another number of threads."""
    if settings.gentle:
        return CpuUsage.GENTLE
    if settings.threads in (0, cores):
        return CpuUsage.ALL
    return CpuUsage.HALF if settings.threads == max(1, cores // 2) else None


def label_of(usage: CpuUsage) -> str:
    return {
        CpuUsage.ALL: _tr("Full"),
        CpuUsage.HALF: _tr("Half"),
        CpuUsage.GENTLE: _tr("Low"),
    }[usage]


def explanation(settings: Settings, cores: int) -> str:
    """Explain what the settings mean on this machine."""
    if settings.gentle:
        return _tr("One photo at a time, only while the computer is otherwise idle.")
    threads = settings.threads or cores
    if threads == 1:
        return _tr("One photo at a time.")
    text = _tr("{count} photos at a time, with lower priority than other programs.")
    return text.format(count=threads)


def _tr(text: str) -> str:
    return QCoreApplication.translate("cpu_usage", text)
