"""Shows the photos of a group over the whole window, large and side by side."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.same_photo.difference import DIFFERENCE_GAIN
from desktop_app.ui.duplicate_groups.compared_canvases import (
    MOST_COMPARED,
    ComparedCanvases,
    GroupMode,
)
from desktop_app.ui.duplicate_groups.compared_pictures import ComparedPictures
from desktop_app.ui.duplicate_groups.comparison_text import caption_text, difference_caption
from desktop_app.ui.duplicate_groups.desk_commands import DeskCommands
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import Action, ActionKeys, ActionSet
from desktop_app.ui.kit.navigation import step_focus_within
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel
from desktop_app.ui.photos.picture_loader import PictureLoader

# Ids of actions.
_DECISIONS = ("keep", "discard")
_BUTTONS = (
    "group_side_by_side", "group_flicker", "group_difference", "group_fit", "group_whole_pixels",
    "group_close",
)  # fmt: skip


class GroupComparison(QFrame):
    """Follows the cursor of the grid of groups, and moves it.

    Attributes:
        desk: What can be done with the photos.
        canvases: The photos; of a large group, some at a time.
    """

    def __init__(
        self,
        theme: Theme,
        loader: PictureLoader,
        desk: DeskCommands,
        actions: Iterable[Action[GroupComparison]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Comparing"))
        self.desk = desk
        self._rows = range(0)
        self.canvases = ComparedCanvases(theme)
        self._pictures = ComparedPictures(loader, self.canvases)
        self._actions = ActionSet(actions, self, self)
        ActionKeys(self, self._actions)
        self._title = ElidedLabel("strong")
        self._lay_out(theme)
        self.canvases.current_changed.connect(self._move_cursor)
        self._pictures.loaded.connect(self._show_difference)
        self.hide()

    @property
    def title(self) -> str:
        return self._title.accessibleName()

    def open(self, over: QWidget) -> None:
        """Show the group under the cursor over a widget."""
        self.setParent(over)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.canvases.set_mode(GroupMode.SIDE_BY_SIDE)
        self.show()
        self.raise_()
        self.setFocus()
        self.follow()
        self._actions.refresh()

    def leave(self) -> None:
        """Return to the groups."""
        self._rows = range(0)
        self.canvases.set_mode(GroupMode.SIDE_BY_SIDE)
        self._pictures.stop()
        self.hide()
        self.desk.cursor.focus()

    def follow(self) -> None:
        """Show the photos beside the cursor, and what becomes of each."""
        row = self.desk.cursor.row
        if self.isHidden():
            return
        if row is None:
            self.leave()
            return
        rows = _page(self.desk.cursor.rows, row)
        shown = self.desk.cursor.model.photo
        photos = [shown(each).photo for each in rows]
        self._rows = rows
        if photos != self._pictures.photos:
            self._pictures.show(photos)
        self.canvases.set_current(row - rows.start)
        self._show_texts()

    def toggle(self, mode: GroupMode) -> None:
        """Show the photos so, or side by side if that is the current mode."""
        is_on = mode is self.canvases.mode
        self.canvases.set_mode(GroupMode.SIDE_BY_SIDE if is_on else mode)
        self._show_difference()
        self._actions.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of what is covered."""
        if isinstance(event, QResizeEvent) and watched is self.parent():
            self.resize(event.size())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802, FBT001 -- Qt's argument
        """Keep the focus off the widgets that are covered."""
        step_focus_within(self, 1 if is_next else -1)
        return True

    def _move_cursor(self) -> None:
        self.desk.cursor.go_to(self._rows.start + self.canvases.current)
        self._show_difference()

    def _show_texts(self) -> None:
        cursor = self.desk.cursor
        place, count = numbers.counted(cursor.number + 1), numbers.counted(len(self.desk.groups))
        title = self.tr("Group {place} of {count}").format(place=place, count=count)
        self._title.set_full_text(title)
        shown = cursor.model.photo
        for row, canvas in zip(self._rows, self.canvases.canvases, strict=True):
            caption = caption_text(shown(row))
            canvas.show_caption(caption)
            canvas.setAccessibleName(caption)

    def _show_difference(self) -> None:
        """Show where the current photo differs from the suggested one, or that from another."""
        rows, current = self._rows, self.canvases.current
        if self.canvases.mode is not GroupMode.DIFFERENCE or not rows:
            return
        shown = self.desk.cursor.model.photo
        kept = next((at for at, row in enumerate(rows) if shown(row).is_suggested), 0)
        other = kept if kept != current else (current + 1) % len(rows)
        if self._pictures.show_difference(current, other):
            pair = shown(rows[current]), shown(rows[other])
            self.canvases.difference.show_caption(difference_caption(*pair, DIFFERENCE_GAIN))

    def _lay_out(self, theme: Theme) -> None:
        metrics = theme.metrics
        bar = QFrame()
        bar.setObjectName("bar")
        bar.setFixedHeight(metrics.bar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(metrics.wide, 0, metrics.space, 0)
        row.setSpacing(metrics.tight)
        row.addWidget(self._title, 1)
        for name in _DECISIONS:
            row.addWidget(self._actions.button(theme, name, labelled=True))
        row.addSpacing(metrics.wide)
        for name in _BUTTONS:
            row.addWidget(self._actions.button(theme, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.canvases, 1)


def _page(rows: range, row: int) -> range:
    """Return the rows that are shown together with one of a group."""
    start = rows.start + (row - rows.start) // MOST_COMPARED * MOST_COMPARED
    return range(start, min(start + MOST_COMPARED, rows.stop))
