"""The captions of photos that are compared."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.duplicate_groups.group_cursor import GroupCursor
from desktop_app.ui.duplicate_groups.group_model import ShownMember, mark_text
from desktop_app.ui.duplicate_groups.group_text import likeness_text, size_text
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_name

_DOT = " · "


def comparison_title(cursor: GroupCursor, shown: int) -> str:
    """'Group 3 of 14', and where not all of its photos are shown '2 of 7 photos'."""
    place, count = cursor.number + 1, len(cursor.model.groups)
    title = _counted(_tr("Group {place} of {count}"), place=place, count=count)
    total = len(cursor.rows)
    part = _counted(_tr("{shown} of {count} photos"), shown=shown, count=total)
    return title if shown == total else _DOT.join([title, part])


def _counted(text: str, **counts: int) -> str:
    return text.format_map({name: numbers.counted(count) for name, count in counts.items()})


def caption_text(shown: ShownMember) -> str:
    """'Discard · beach.jpg · 4,000 × 3,000 · 2.4 MB · JPEG · 97 % alike'."""
    facts = size_text(shown.photo), likeness_text(shown.member)
    texts = (mark_text(shown), shown_name(shown.path), *facts)
    return _DOT.join(text for text in texts if text)


def difference_caption(shown: ShownMember, other: ShownMember, gain: int) -> str:
    """'beach.jpg · … · Differences from beach-2.jpg, 4 times as strong'."""
    text = _tr("Differences from {name}, {gain} times as strong")
    name = shown_name(other.path)
    return _DOT.join([caption_text(shown), text.format(name=name, gain=numbers.counted(gain))])


def _tr(text: str) -> str:
    return QCoreApplication.translate("comparison_text", text)
