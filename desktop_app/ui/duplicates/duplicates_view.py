"""The desk: tabs of levels, groups of photos side by side, and what is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.ui.duplicate_groups.desk_commands import (
    DESK_MENU,
    DeskCommands,
    desk_actions,
    mark_actions,
)
from desktop_app.ui.duplicate_groups.group_cursor import GroupCursor
from desktop_app.ui.duplicate_groups.group_model import GroupModel
from desktop_app.ui.duplicate_groups.group_text import level_hint, total_text
from desktop_app.ui.duplicate_groups.level_tabs import LevelTabs
from desktop_app.ui.duplicate_groups.marks import Marks
from desktop_app.ui.duplicate_groups.member_painter import MemberPainter
from desktop_app.ui.duplicates.discard_bar import DiscardBar
from desktop_app.ui.duplicates.duplicate_worker import DuplicateListing
from desktop_app.ui.duplicates.spare_menu import SpareButton
from desktop_app.ui.grid.grid_selection import PhotoPlace
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.actions import ActionKeys, ActionSet
from desktop_app.ui.kit.empty_view import EmptyView
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, button
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.system.desktop import Desktop


class DuplicatesView(PhotosView):
    """Shows the groups of one level at a time.

    Attributes:
        model: The photos of the chosen level.
        marks: What is to become of them.
        desk: What can be done with the groups.
        tabs: The levels.
        spare: Marks all photos but the suggested.
        rules: Opens the rules for what is suggested.
        find_button: Starts a search for duplicates, while there are groups already.
        discarded: How much is marked to be discarded.
        none: Shown instead of the groups while there are none.

    Signals:
        find_requested (): Look for duplicates.
        rules_requested (): Choose what makes a photo the one to keep.
        told_apart (list[Member], RankedGroup): See DeskCommands.
    """

    painter = MemberPainter
    hover_actions = ()
    find_requested = Signal()
    rules_requested = Signal()
    told_apart = Signal(list, object)

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        photo_width: int,
        desktop: Desktop,
        marks: Marks,
    ) -> None:
        model = GroupModel(marks)
        hovering = mark_actions(marks)
        super().__init__(theme, thumbnails, photo_width, desktop, model, hovering)
        model.setParent(self)
        self.model = model
        self.marks = marks
        self._listing = DuplicateListing()
        self._is_finding = False
        self.grid.setAccessibleName(self.tr("Duplicates, the groups with most to save first"))
        self.desk = DeskCommands(GroupCursor(self.grid, model), marks, self)
        self._desk_actions = ActionSet(desk_actions(), self.desk, self)
        ActionKeys(self.grid, self._desk_actions)
        self.tabs = LevelTabs(theme)
        self.find_button = button(self.tr("Find duplicates"))
        self.spare = SpareButton(theme, self.desk, lambda: self.tabs.level)
        self.rules = IconButton(theme, "settings", self.tr("What to keep…"))
        self.discarded = DiscardBar(theme)
        self._sentence = ElidedLabel("quiet")
        self.none = self._empty_view(theme)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole(theme))
        self._stack.addWidget(self.none)
        self.tabs.value_changed.connect(self._show_level)
        self.rules.clicked.connect(self.rules_requested)
        self.find_button.clicked.connect(self.find_requested)
        self.none.buttons[0].clicked.connect(self.find_requested)
        self.desk.told_apart.connect(self.told_apart)
        self.discarded.clear_requested.connect(marks.clear)
        marks.changed.connect(self._show_marked)

    @property
    def sentence(self) -> str:
        return self._sentence.accessibleName()

    def menu(self, shown: ShownPhoto) -> QMenu:
        """Return the context menu of a photo, which becomes the current one."""
        if shown.photo.id not in self.grid.selection.ids:
            row = PhotoPlace(shown.photo.id, 0).row_among(self.model.ids)
            self.grid.setCurrentIndex(self.model.index(row, 0))
        menu, actions = QMenu(self), desk_actions()
        taken = [key for action in actions for key in action.shortcuts]
        ActionSet(actions, self.desk, menu).fill(menu, DESK_MENU)
        entries = super().menu(shown).actions()
        for entry in entries:
            if entry.shortcut() in taken:
                entry.setShortcut(QKeySequence())
        menu.addActions(entries)
        return menu

    def show_listing(self, listing: DuplicateListing) -> None:
        """Replace the groups; the selection and the scroll position are kept."""
        self._listing = listing
        self.tabs.show_counts(listing.levels)
        self._show_groups(listing.levels[self.tabs.level])
        self._show_marked()

    def show_finding(self, *, is_finding: bool, is_known: bool) -> None:
        """Show whether duplicates are being looked for; `is_known`: whether groups were read."""
        self._is_finding = is_finding
        for made in (self.find_button, self.none.buttons[0]):
            made.setEnabled(not is_finding)
        self.none.set_sentence(self._empty_sentence())
        self._show_sentence()
        is_empty = is_known and self._listing.is_empty
        self._stack.setCurrentIndex(1 if is_empty else 0)

    def _show_level(self) -> None:
        self.kept.forget()
        self._show_groups(self._listing.levels[self.tabs.level])
        self.grid.verticalScrollBar().setValue(0)
        self.grid.setFocus()

    def _show_groups(self, groups: list[RankedGroup]) -> None:
        selection, offset = self.grid.selection, self.grid.verticalOffset()
        selected, cursor = selection.ids, selection.cursor
        self.model.show_groups(groups)
        self.grid.show_sections(self.model.sections)
        self.kept.select(selected, cursor, self.model.ids)
        self.grid.verticalScrollBar().setValue(offset)
        self._show_sentence()

    def _show_marked(self) -> None:
        sizes = self._listing.sizes
        self.discarded.show_marked([sizes[i] for i in self.marks.discarded if i in sizes])

    def _show_sentence(self) -> None:
        """Show what there is of the level, and whether more is to be expected."""
        has_compared = self._listing.has_compared
        hint = level_hint(self.tabs.level)
        if self._is_finding:
            hint = self.tr("Finding more…")
        elif not has_compared:
            hint = self.tr("Nothing else is known yet")
        self._sentence.set_full_text(f"{total_text(self.model.groups)} · {hint}")
        self.find_button.setProperty("kind", "" if has_compared else "primary")
        self.style().polish(self.find_button)

    def _empty_sentence(self) -> str:
        if self._is_finding:
            return self.tr("Comparing the photos. What is found appears here at once.")
        if self._listing.has_compared:
            return self.tr("No two photos of the library are the same or look alike.")
        return self.tr("Finds copies, even if resized, cropped or turned. No file is changed.")

    def _empty_view(self, theme: Theme) -> EmptyView:
        title, text = self.tr("No duplicates known"), self._empty_sentence()
        return EmptyView(theme, "duplicates", title, text, [self.tr("Find duplicates")])

    def _whole(self, theme: Theme) -> QWidget:
        metrics = theme.metrics
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(metrics.wide, metrics.space, metrics.wide, metrics.tight)
        head.setSpacing(metrics.tight)
        row = QHBoxLayout()
        row.addWidget(self.tabs, 1)
        row.addWidget(self.find_button, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self._sentence, 1)
        middle = Qt.AlignmentFlag.AlignVCenter  # each as high as it wants to be
        below.addWidget(self.spare, alignment=middle)
        below.addWidget(self.rules, alignment=middle)
        head.addLayout(below)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.discarded)
        return whole
