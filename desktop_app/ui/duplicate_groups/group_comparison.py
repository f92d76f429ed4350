"""Shows the photos of a group over the whole window, large and side by side."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.ui.duplicate_groups.compared_canvases import ComparedCanvases, GroupMode
from desktop_app.ui.duplicate_groups.compared_pictures import ComparedPictures
from desktop_app.ui.duplicate_groups.compared_rows import ComparedRows
from desktop_app.ui.duplicate_groups.comparison_bar import ComparisonBar
from desktop_app.ui.duplicate_groups.comparison_text import caption_text, comparison_title
from desktop_app.ui.duplicate_groups.desk_commands import DeskCommands
from desktop_app.ui.duplicate_groups.picture_layers import PictureLayers
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.actions import Action, ActionKeys, ActionSet
from desktop_app.ui.kit.navigation import step_focus_within
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.picture_loader import PictureLoader


class GroupComparison(QFrame):
    """Follows the cursor of the grid of groups, and moves it.

    Attributes:
        desk: What can be done with the photos.
        rows: Which photos are compared.
        canvases: The photos; of a large group, some at a time.
    """

    def __init__(
        self,
        theme: Theme,
        loader: PictureLoader,
        thumbnails: ThumbnailLoader,
        desk: DeskCommands,
        actions: Iterable[Action[GroupComparison]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Comparing"))
        self.desk = desk
        self.rows = ComparedRows(desk.cursor)
        self.canvases = ComparedCanvases(theme)
        self._pictures = ComparedPictures(loader, thumbnails, self.canvases)
        self._layers = PictureLayers(self.canvases, self._pictures)
        self._actions = ActionSet(actions, self, self)
        ActionKeys(self, self._actions)
        self._bar = ComparisonBar(theme, self._actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.canvases, 1)
        self.canvases.current_changed.connect(self._move_cursor)
        self._pictures.loaded.connect(self._show_layers)
        self.hide()

    @property
    def title(self) -> str:
        return self._bar.title.accessibleName()

    def open(self, over: QWidget) -> None:
        """Show the group under the cursor over a widget, or the photos of it that are selected."""
        self.rows.choose()
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
        self.canvases.set_mode(GroupMode.SIDE_BY_SIDE)
        self._pictures.stop()
        self.hide()
        self.rows.leave()
        self.desk.cursor.focus()

    def follow(self) -> None:
        """Show the photos beside the cursor, and what becomes of each."""
        if self.isHidden():
            return
        self.rows.follow()
        photos = [shown.photo for shown in self.rows.photos]
        if not photos:
            self.leave()
            return
        if photos != self._pictures.photos:
            self._pictures.show(photos)
        self.canvases.set_current(self.rows.current)
        self._layers.lay(self.rows.photos)
        self._show_texts()

    def toggle(self, mode: GroupMode) -> None:
        """Show the photos so, or side by side if that is the current mode."""
        is_on = mode is self.canvases.mode
        self.canvases.set_mode(GroupMode.SIDE_BY_SIDE if is_on else mode)
        self._show_layers()
        self._show_texts()
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
        self.desk.cursor.go_to(self.rows.rows[self.canvases.current])
        self._show_layers()
        self._show_texts()

    def _show_texts(self) -> None:
        cursor, shown = self.desk.cursor, self.rows.photos
        self._bar.title.set_full_text(comparison_title(cursor, len(shown)))
        for place, canvas in enumerate(self.canvases.canvases):
            caption = caption_text(shown[place])
            canvas.show_caption(caption, is_right=self.canvases.is_right(place))
            canvas.setAccessibleName(caption)

    def _show_layers(self) -> None:
        """Lay the photos over each other, and show their differences, as the mode needs it."""
        self._layers.lay(self.rows.photos)
        self._layers.show_difference(self.rows.photos)
