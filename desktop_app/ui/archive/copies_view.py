"""The copies among the photos of an archive in a grid: a section for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.duplicates.groups import Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.jobs.duplicate_events import FindingDuplicates
from desktop_app.ui.archive.archive_photo_actions import archive_photo_actions
from desktop_app.ui.duplicate_groups.group_text import (
    difference_text,
    group_detail,
    group_title,
    keep_text,
    level_title,
    total_text,
)
from desktop_app.ui.duplicates.empty_pages import nothing_passes_view
from desktop_app.ui.grid.grid_sections import NO_SECTIONS, SectionHeader, Sections
from desktop_app.ui.grid.photo_model import Index, PhotoModel, ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.empty_view import EmptyView
from desktop_app.ui.kit.messages import shown_name
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import label
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.system.desktop import Desktop

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.catalogue.id_lists import Ids


class CopiesModel(PhotoModel):
    """Every row is known; the rows of a group follow each other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ShownPhoto] = []
        self._groups: list[RankedGroup] = []
        self._starts: list[int] = []
        self.ids: Ids = np.empty(0, np.int64)

    @property
    def sections(self) -> Sections:
        return Sections(self._starts, self._header) if self._groups else NO_SECTIONS

    def show_groups(self, groups: list[RankedGroup]) -> None:
        self.beginResetModel()
        self._groups, self._rows, self._starts = groups, [], []
        for ranked in groups:
            self._starts.append(len(self._rows))
            for member in ranked.group.members:
                self._rows += [_shown(ranked, member, photo) for photo in member.files]
        self.ids = np.array([shown.photo.id for shown in self._rows], np.int64)
        self.endResetModel()

    def photo(self, row: int) -> ShownPhoto:
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def _header(self, section: int) -> SectionHeader:
        ranked = self._groups[section]
        title = f"{level_title(ranked.group.level)} · {group_title(ranked)}"
        return SectionHeader(title, group_detail(ranked), is_heading=True)


class CopiesView(PhotosView):
    """Shows what a search for copies has found, or how far it is.

    Attributes:
        model: The photos of the groups.
        none: Shown instead of the grid if there are no copies.
        nothing_passes: Shown instead of the grid if the filter hides all groups.
    """

    table = staticmethod(archive_photo_actions)

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, photo_width: int, desktop: Desktop
    ) -> None:
        model = CopiesModel()
        super().__init__(theme, thumbnails, photo_width, desktop, model)
        model.setParent(self)
        self.model = model
        self.grid.setAccessibleName(self.tr("Photos with copies, by group"))
        self._sentence = label("", "quiet", wrapped=True)
        self._announcer = Announcer(self._sentence)
        none = (self.tr("No duplicates"), self.tr("No two photos of the archive are the same."))
        self.none = EmptyView(theme, "duplicates", *none, [])
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_under(theme, self._sentence, self.grid))
        self.nothing_passes = nothing_passes_view(theme)
        self.nothing_passes.buttons[0].clicked.connect(self.clear_filters_requested)
        for page in (self.none, self.nothing_passes):
            self._stack.addWidget(page)

    @property
    def sentence(self) -> str:
        """What is said above the photos."""
        return self._sentence.text()

    def show_progress(self, progress: FindingDuplicates | None) -> None:
        """Say how far the search is; None: it begins."""
        text = self.tr("Finding duplicates…")
        if progress is not None and progress.total:
            counts = {name: numbers.counted(getattr(progress, name)) for name in ("done", "total")}
            text = self.tr("Finding duplicates: {done} of {total}").format_map(counts)
        self._sentence.setText(text)
        self._stack.setCurrentIndex(0)

    def show_groups(self, groups: list[RankedGroup], total: int) -> None:
        """Show those of all groups that pass the filter."""
        self.model.show_groups(groups)
        self.grid.show_sections(self.model.sections)
        self._sentence.setText(total_text(groups, total))
        self._announcer.announce(self.sentence)
        self._stack.setCurrentIndex(0 if groups else 2 if total else 1)


def _shown(ranked: RankedGroup, member: Member, photo: PhotoRow) -> ShownPhoto:
    """`photo` is one of the files of a member."""
    name = shown_name(photo.path)
    if photo is not member.photo:
        return ShownPhoto(photo=photo, badge=name, hint=level_title(Level.IDENTICAL))
    is_kept = member is ranked.suggestion.kept
    told = (keep_text(ranked) if is_kept else "", difference_text(ranked, member))
    return ShownPhoto(photo=photo, badge=name, hint=" · ".join(filter(None, told)))


def _under(theme: Theme, sentence: QWidget, grid: QWidget) -> QWidget:
    """Put a sentence above a grid."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    sentence.setContentsMargins(theme.metrics.wide, theme.metrics.space, theme.metrics.wide, 0)
    column.addWidget(sentence, alignment=Qt.AlignmentFlag.AlignTop)
    column.addWidget(grid, 1)
    return page
