"""What is discarded, and what stays although it is marked, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.core.clearing.discards import Discards, Refusal
from desktop_app.core.files.hard_links import CHANGED_MEANWHILE, NOT_IDENTICAL
from desktop_app.core.files.reflinks import NOT_SHARED
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_folder, shown_path

_MOST_FOLDERS = 12


def summary_title(discards: Discards) -> str:
    count = len(discards.allowed)
    if not count:
        return _tr("Nothing can be discarded")
    text = _tr("Discard 1 file") if count == 1 else _tr("Discard {count} files")
    return text.format(count=numbers.counted(count))


def folder_lines(discards: Discards) -> list[tuple[str, str]]:
    """Return the folders that files go from, with '12 files · 34 MB'; the largest first."""
    sizes: dict[Path, list[int]] = defaultdict(list)
    for discard in discards.allowed:
        sizes[discard.photo.path.parent].append(discard.photo.size_bytes)
    ordered = sorted(sizes.items(), key=lambda item: -sum(item[1]))
    lines = [(shown_folder(folder), _amount(found)) for folder, found in ordered[:_MOST_FOLDERS]]
    rest = [size for _, found in ordered[_MOST_FOLDERS:] for size in found]
    if rest:
        count = len(ordered) - _MOST_FOLDERS
        lines.append((_tr("{count} other folders").format(count=count), _amount(rest)))
    return lines


def _amount(sizes: Iterable[int]) -> str:
    sizes = list(sizes)
    return f"{numbers.files(len(sizes))} · {numbers.file_size(sum(sizes))}"


def refusal_lines(discards: Discards) -> list[str]:
    """Return a sentence for each reason why marked files stay: '2 files stay: …'."""
    counts: dict[Refusal, int] = defaultdict(int)
    for refused in discards.refused:
        counts[refused.reason] += 1
    return [
        (
            _tr("1 file stays: {reason}.") if count == 1 else _tr("{count} files stay: {reason}.")
        ).format(count=numbers.counted(count), reason=refusal_text(reason))
        for reason, count in counts.items()
    ]


def changed_line(discards: Discards) -> str:
    """Return what is done about files that have changed since they were compared."""
    count = sum(discard.is_changed for discard in discards.allowed)
    if not count:
        return ""
    text = (
        _tr("1 file has changed since the comparison. It is compared again before it goes.")
        if count == 1
        else _tr(
            "{count} files have changed since the comparison. Each is compared again before it"
            " goes."
        )
    )
    return text.format(count=numbers.counted(count))


def sidecar_line(discards: Discards) -> str:
    """Return what becomes of the sidecars of what goes."""
    if not any(discard.has_sidecar for discard in discards.allowed):
        return ""
    return _tr(
        "XMP files go to the trash or the folder with their photos, unless other photos use them,"
        " too."
    )


def refusal_paths(discards: Discards, most: int) -> str:
    """Return the first files that stay, a line for each."""
    paths = [shown_path(refused.photo.path) for refused in discards.refused[:most]]
    return "\n".join([*paths, *(["…"] if len(discards.refused) > most else [])])


def refusal_text(reason: Refusal) -> str:
    return {
        Refusal.PROTECTED: _tr("in a folder that is never touched"),
        Refusal.GONE: _tr("not there any more"),
        Refusal.CHANGED: _tr("changed since the comparison, and not the same photo any more"),
        Refusal.UNREADABLE: _tr("changed since the comparison, and cannot be read now"),
        Refusal.LAST: _tr("the last of its group"),
        Refusal.ALONE: _tr("no other file of its group is there any more"),
        Refusal.KEPT_GONE: _tr("the photo that should be kept has changed or is gone"),
    }[reason]


def link_reason(reason: str) -> str:
    """Return why identical files were not joined; what the system says stays as it is."""
    return {
        NOT_IDENTICAL: _tr("it is not identical any more"),
        CHANGED_MEANWHILE: _tr("it was changed meanwhile"),
        NOT_SHARED: _tr("its disk cannot share the space of files; Btrfs, XFS and APFS can"),
    }.get(reason, reason)


def _tr(text: str) -> str:
    return QCoreApplication.translate("discard_text", text)
