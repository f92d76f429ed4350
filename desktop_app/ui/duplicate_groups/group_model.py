"""The photos of groups of duplicates as a Qt model: a section of the grid for each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.duplicates.groups import Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.ui.duplicate_groups.group_text import (
    difference_text,
    group_detail,
    group_title,
    keep_text,
    likeness_text,
)
from desktop_app.ui.duplicate_groups.marks import Mark, Marks
from desktop_app.ui.grid.grid_sections import SectionHeader, Sections
from desktop_app.ui.grid.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.kit.messages import shown_name

# How the parts of each description are separated.
_DESCRIPTIONS = {
    Qt.ItemDataRole.ToolTipRole: "\n",
    Qt.ItemDataRole.AccessibleDescriptionRole: "; ",
}


@dataclass(frozen=True, kw_only=True)
class ShownMember(ShownPhoto):
    """A photo of a group as the grid shows it."""

    ranked: RankedGroup
    member: Member
    mark: Mark

    @property
    def is_suggested(self) -> bool:
        return self.member is self.ranked.suggestion.kept


class GroupModel(PhotoModel):
    """Every row is known; the rows of a group follow each other.

    Attributes:
        groups: All groups, in their order.
    """

    def __init__(self, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self.groups: Sequence[RankedGroup] = ()
        self._starts: Ids = np.zeros(1, np.int64)
        self.ids: Ids = np.empty(0, np.int64)
        marks.changed.connect(self._show_marks)

    def show_groups(self, groups: Sequence[RankedGroup]) -> None:
        self.beginResetModel()
        self.groups = groups
        sizes = [len(ranked.group.members) for ranked in groups]
        self._starts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        ids = (member.photo.id for ranked in groups for member in ranked.group.members)
        self.ids = np.fromiter(ids, np.int64, int(self._starts[-1]))
        self.endResetModel()

    @property
    def sections(self) -> Sections:
        return Sections(self._starts[:-1].tolist(), self._header, share_lines=True)

    def group_at(self, row: int) -> int:
        """Return the number of the group that a row belongs to."""
        return int(np.searchsorted(self._starts, row, side="right")) - 1

    def rows_of(self, number: int) -> range:
        return range(int(self._starts[number]), int(self._starts[number + 1]))

    def suggested_row(self, number: int) -> int:
        """Return the row of the photo of a group that is suggested to stay."""
        ranked = self.groups[number]
        place = [member is ranked.suggestion.kept for member in ranked.group.members].index(True)
        return self.rows_of(number)[place]

    def member(self, row: int) -> Member:
        number = self.group_at(row)
        return self.groups[number].group.members[row - int(self._starts[number])]

    def photo(self, row: int) -> ShownMember:
        member = self.member(row)
        return ShownMember(
            photo=member.photo,
            badge=shown_name(member.photo.path),
            ranked=self.groups[self.group_at(row)],
            member=member,
            mark=self._marks.of(member),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Add what becomes of the photo, and what differs, for the tool tip and screen readers."""
        text = super().data(index, role)
        if text is None or role not in _DESCRIPTIONS:
            return text
        shown = self.photo(index.row())
        member = shown.member
        facts = (mark_text(shown), difference_text(shown.ranked, member), likeness_text(member))
        return _DESCRIPTIONS[Qt.ItemDataRole(role)].join(filter(None, (*facts, text)))

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def _header(self, number: int) -> SectionHeader:
        ranked = self.groups[number]
        return SectionHeader(group_title(ranked), group_detail(ranked), is_heading=True)

    def _show_marks(self) -> None:
        if len(self.ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, 0))


def mark_text(shown: ShownMember) -> str:
    """What becomes of a photo: 'Discard', 'Keep', 'Keep: more pixels', or nothing."""
    if shown.mark is Mark.DISCARD:
        return _tr("Discard")
    if shown.mark is Mark.KEEP:
        return _tr("Keep")
    is_offered = shown.is_suggested and shown.ranked.group.level is not Level.VERSIONS
    return keep_text(shown.ranked) if is_offered else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("group_model", text)
