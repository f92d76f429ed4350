"""The desk: tabs of levels, groups of photos side by side, and what is marked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.ui.duplicate_groups.desk_commands import (
    DESK_MENU,
    DeskCommands,
    desk_actions,
    mark_actions,
)
from desktop_app.ui.duplicate_groups.group_cursor import GroupCursor
from desktop_app.ui.duplicate_groups.group_model import GroupModel
from desktop_app.ui.duplicate_groups.likeness_filter import LikenessFilter
from desktop_app.ui.duplicate_groups.marks import Mark, Marks
from desktop_app.ui.duplicate_groups.member_painter import MemberPainter
from desktop_app.ui.duplicates.desk_head import DeskHead
from desktop_app.ui.duplicates.discard_bar import DiscardBar
from desktop_app.ui.duplicates.duplicate_worker import DuplicateListing
from desktop_app.ui.duplicates.empty_pages import NoneKnownView, nothing_passes_view
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.actions import ActionKeys, ActionSet
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.photo_action_flow import FileRequest
from desktop_app.ui.photos.photo_actions import move_photos, trash_photos
from desktop_app.ui.photos.photos_view import PhotosView
from desktop_app.ui.photos.stack_actions import stack_selected
from desktop_app.ui.system.desktop import Desktop


class DuplicatesView(PhotosView):
    """Shows the groups of one level at a time.

    Attributes:
        model: The photos of the chosen level.
        marks: What is to become of them.
        desk: What can be done with the groups.
        head: Above the groups.
        tabs: The levels.
        discarded: How much is marked to be discarded.
        none: Shown instead of the groups while there are none.
        nothing_passes: Shown instead of the groups if the filters hide all.

    Signals:
        find_requested (): Look for duplicates.
        rules_requested (): Choose what makes a photo the one to keep.
        told_apart (list[Member], RankedGroup): See DeskCommands.
        stack_requested (list[RankedGroup]): See DeskCommands.
    """

    painter = MemberPainter
    hover_actions = ()
    find_requested = Signal()
    rules_requested = Signal()
    told_apart = Signal(list, object)
    stack_requested = Signal(list)

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        photo_width: int,
        desktop: Desktop,
        marks: Marks,
        likeness: LikenessFilter,
    ) -> None:
        model = GroupModel(marks)
        hovering = mark_actions(marks, self._compare)
        super().__init__(theme, thumbnails, photo_width, desktop, model, hovering)
        model.setParent(self)
        self.model = model
        self.marks = marks
        self._likeness = likeness
        self._listing = DuplicateListing()
        self._levels = self._listing.levels
        self._is_finding, self._is_known = False, False
        self.grid.setAccessibleName(self.tr("Duplicates, the groups with most to save first"))
        self.desk = DeskCommands(GroupCursor(self.grid, model), marks, self)
        self._desk_actions = ActionSet(desk_actions(), self.desk, self)
        ActionKeys(self.grid, self._desk_actions)
        self.head = DeskHead(theme, self.desk, likeness)
        self.tabs = self.head.tabs
        self.discarded = DiscardBar(theme)
        self.none, self.nothing_passes = NoneKnownView(theme), nothing_passes_view(theme)
        self._stack = QStackedLayout(self)
        for page in (self._groups_page(), self.none, self.nothing_passes):
            self._stack.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        self.commands.action_requested.disconnect(self.action_requested)
        self.commands.action_requested.connect(lambda request: _perform(self, request))
        self.head.tabs.value_changed.connect(self._show_level)
        self.head.rules.clicked.connect(self.rules_requested)
        self.head.find_button.clicked.connect(self.find_requested)
        self.none.buttons[0].clicked.connect(self.find_requested)
        clear = self.nothing_passes.buttons[0].clicked
        clear.connect(self._likeness.clear)
        clear.connect(self.clear_filters_requested)
        self._likeness.changed.connect(self._show_passing)
        self.desk.told_apart.connect(self.told_apart)
        self.desk.stack_requested.connect(self.stack_requested)
        self.discarded.clear_requested.connect(self.marks.clear)
        self.marks.changed.connect(self._show_marked)

    def menu(self, shown: ShownPhoto) -> QMenu:
        """Return the context menu of a photo, which becomes the current one."""
        self.desk.cursor.go_to_photo(shown)
        menu, actions = QMenu(self), desk_actions()
        taken = [key for action in actions for key in action.shortcuts]
        ActionSet(actions, self.desk, menu).fill(menu, DESK_MENU)
        entries = super().menu(shown).actions()
        for entry in entries:
            if entry.shortcut() in taken:
                entry.setShortcut(QKeySequence())
        menu.addActions(entries)
        return menu

    def _compare(self, shown: ShownPhoto) -> None:
        self.desk.cursor.go_to_photo(shown)
        self.desk.compare_requested.emit()

    def show_listing(self, listing: DuplicateListing) -> None:
        """Replace the groups; the selection and the scroll position are kept."""
        self._listing = listing
        self._show_passing()
        self._show_marked()

    def show_finding(self, *, is_finding: bool, is_known: bool) -> None:
        """Show whether duplicates are being looked for; `is_known`: whether groups were read."""
        self._is_finding = is_finding
        self.head.find_button.setEnabled(not is_finding)
        self.none.show_finding(
            is_finding=is_finding,
            has_compared=self._listing.has_compared,
            has_stacked=self._listing.has_stacked,
        )
        self.head.show_sentence(self._listing, is_finding=is_finding)
        self._is_known = is_known
        self._show_page()

    def _show_passing(self) -> None:
        """Show the groups whose photos are as alike as the user wants."""
        passes = self._likeness.bounds.passes
        self._levels = {
            level: [ranked for ranked in groups if passes(ranked.group)]
            for level, groups in self._listing.levels.items()
        }
        self.tabs.show_counts(self._levels)
        self._show_groups(self._levels[self.tabs.level])
        self._show_page()

    def _show_page(self) -> None:
        """Show the groups, or why there are none."""
        if self._is_known and self._listing.is_empty:
            self._stack.setCurrentWidget(self.none)
        elif self._is_known and not any(self._levels.values()):
            self._stack.setCurrentWidget(self.nothing_passes)
        else:
            self._stack.setCurrentIndex(0)

    def _show_level(self) -> None:
        self.kept.forget()
        self._show_groups(self._levels[self.tabs.level])
        self.grid.verticalScrollBar().setValue(0)
        self.grid.setFocus()

    def _show_groups(self, groups: list[RankedGroup]) -> None:
        selection, offset = self.grid.selection, self.grid.verticalOffset()
        selected, cursor = selection.ids, selection.cursor
        self.model.show_groups(groups)
        self.grid.show_sections(self.model.sections)
        self.kept.select(selected, cursor, self.model.ids)
        self.grid.verticalScrollBar().setValue(offset)
        self.head.show_sentence(self._listing, is_finding=self._is_finding)

    def _show_marked(self) -> None:
        sizes = self._listing.sizes
        self.discarded.show_marked([sizes[i] for i in self.marks.discarded if i in sizes])

    def _groups_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.discarded)
        return page


def _perform(view: DuplicatesView, request: FileRequest) -> None:
    """Request an action on files. What would take files away is asked for in the summary instead,
    which leaves a file of each group; identical files of what is stacked are stacked, too.
    """
    wanted = set(request.selection.ids)
    rows = (row for row, number in enumerate(view.model.ids) if number in wanted)
    members = [view.model.member(row) for row in rows]
    if request.action in (trash_photos, move_photos):
        view.marks.mark(members, Mark.DISCARD)
        view.discarded.go_requested.emit()
    elif request.action is stack_selected:
        ids = [photo.id for member in members for photo in member.files]
        view.action_requested.emit(replace(request, selection=replace(request.selection, ids=ids)))
    else:
        view.action_requested.emit(request)
