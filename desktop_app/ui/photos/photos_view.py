"""A grid of photos and the actions on them, shared by all views that list photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.grid.grid_painter import PhotoPainter
from desktop_app.ui.grid.grid_selection import KeptSelection
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.grid.photo_model import PhotoModel, ShownPhoto
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.actions import Action, ActionKeys, ActionSet
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.hover_buttons import HoverButtons
from desktop_app.ui.photos.photo_action_flow import FileRequest
from desktop_app.ui.photos.photo_actions import LONE_MENU, PHOTO_MENU, photo_actions
from desktop_app.ui.photos.photo_commands import PhotoCommands, PhotoTarget
from desktop_app.ui.system.desktop import Desktop


@dataclass(frozen=True)
class GridState:
    """What a grid restores after its window was built again.

    Attributes:
        count: The number of rows.
        selected: The first and last row of each selected range.
        current: The row with the cursor.
        offset: The value of the vertical scroll bar.
    """

    count: int
    selected: list[tuple[int, int]]
    current: int | None
    offset: int


# Keys that mean something else on a button, in a list or in a text: Space, Enter, Delete and so on.
GRID_KEYS = ("preview", "open", "trash", "copy", "rename_files")


class PhotosView(QWidget):
    """The base of the views with a grid.

    Attributes:
        grid: The grid of photos.
        commands: What can be done with them; its signals are also signals of the view.
        kept: Selects photos again after the rows were replaced.
        hover: The buttons on the photo under the mouse.
        hover_actions: The ids of their actions.
        painter: Paints the photos.
        table: Returns the actions on photos.

    Signals:
        find_similar_requested (list[int]): See PhotoCommands.
        code_requested (PhotoRow): See PhotoCommands.
        examples_chosen (list[int], bool): See PhotoCommands.
        action_requested (FileRequest): See PhotoCommands.
        stack_toggled (int): See PhotoCommands.
        failed (MessageText): See PhotoCommands.
        rescan_requested (): Look for new photos: the view has none.
        clear_filters_requested (): Show photos again that the filters hide.
        selection_changed (): Other photos are selected, or none; emitted once for several changes.
    """

    find_similar_requested = Signal(list)
    code_requested = Signal(object)
    examples_chosen = Signal(list, bool)
    action_requested = Signal(FileRequest)
    stack_toggled = Signal(int)
    failed = Signal(object)
    rescan_requested = Signal()
    clear_filters_requested = Signal()
    selection_changed = Signal()
    hover_actions: tuple[str, ...] = ("find_similar",)
    painter: type[PhotoPainter] = PhotoPainter
    table: Callable[[], list[Action[PhotoTarget]]] = staticmethod(photo_actions)

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        photo_width: int,
        desktop: Desktop,
        model: PhotoModel,
        under_mouse: Sequence[Action[ShownPhoto]] = (),
    ) -> None:
        """`under_mouse` are further actions of the buttons on the photo under the mouse."""
        super().__init__()
        self._model = model
        cells = self.painter(theme, thumbnails)
        self.grid = PhotoGrid(theme, cells, thumbnails, photo_width, self)
        self.grid.setModel(model)
        self.grid.menu_requested.connect(self._show_menu)
        self.kept = KeptSelection(self.grid)
        self._report_selection(model)
        self.grid.typing.typed.connect(
            lambda text, is_first: self.find_name(
                text, max(0, self.grid.currentIndex().row() + is_first)
            )
        )
        self.commands = PhotoCommands(self.grid, desktop, self)
        self.commands.find_similar_requested.connect(self.find_similar_requested)
        self.commands.code_requested.connect(self.code_requested)
        self.commands.examples_chosen.connect(self.examples_chosen)
        self.commands.action_requested.connect(self.action_requested)
        self.commands.stack_toggled.connect(self.stack_toggled)
        self.commands.failed.connect(self.failed)
        actions = [action.of(PhotosView.target) for action in self.table()]
        self._actions = ActionSet(actions, self, self)
        known = {action.id: action for action in self.table()}
        hovering = [known[name].of(self.target_alone) for name in self.hover_actions]
        self.hover = HoverButtons(theme, self.grid, [*hovering, *under_mouse])
        ActionKeys(self.grid, self._actions, GRID_KEYS)

    def target(self, shown: ShownPhoto | None = None) -> PhotoTarget:
        """Return what actions are about: the selected photos, or `shown` if it is not selected."""
        selection = self.grid.selection
        if shown is not None:
            chosen = self._selection_with(shown)
            count = selection.count if chosen is None else len(chosen.ids)
            return PhotoTarget(self.commands, shown, count, lambda: chosen)
        return PhotoTarget(
            self.commands, selection.current_photo(), selection.count, selection.photo_selection
        )

    def menu(self, shown: ShownPhoto) -> QMenu:
        """Return the context menu of a photo."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        return ActionSet(self.table(), self.target(shown), menu).fill(menu, PHOTO_MENU)

    def menu_of_one(self, shown: ShownPhoto, parent: QWidget) -> QMenu:
        """Return the menu of a photo that is shown alone, whatever is selected."""
        menu = QMenu(parent)
        actions = ActionSet(self.table(), self.target_alone(shown), menu)
        for name in ("more_like", "less_like"):
            actions.entry(name).setShortcut(QKeySequence())  # these keys zoom there
        return actions.fill(menu, LONE_MENU)

    def offer_rescan(self, *, is_possible: bool) -> None:
        """Show or hide the button for `rescan_requested`, in a view that has one."""

    def find_name(self, beginning: str, start: int) -> None:
        """Go to the next photo, from a row on, whose file name begins so, in capitals or not."""
        count = self._model.rowCount()
        rows = ((start + step) % count for step in range(count))
        wanted = beginning.casefold()
        for row in rows:
            shown = self._model.known_photo(row)
            if shown is not None and shown.path.name.casefold().startswith(wanted):
                self.grid.setCurrentIndex(self._model.index(row, 0))
                return

    @property
    def state(self) -> GridState:
        current = self.grid.currentIndex()
        return GridState(
            self._model.rowCount(),
            self.grid.selection.ranges(),
            current.row() if current.isValid() else None,
            self.grid.verticalOffset(),
        )

    def restore(self, state: GridState) -> None:
        """Select and scroll as in another grid that shows the same photos."""
        if state.count == self._model.rowCount():
            self.grid.selection.select(state.selected, state.current)
            self.grid.verticalScrollBar().setValue(state.offset)

    def _selection_with(self, shown: ShownPhoto) -> PhotoSelection | None:
        """The selected photos if this one is among them, else this one alone."""
        selection = self.grid.selection.photo_selection()
        is_among = selection is None or shown.photo.id in selection.ids
        return selection if is_among else self._model.selection_of_photo(shown)

    def target_alone(self, shown: ShownPhoto) -> PhotoTarget:
        """Only one photo, also if others are selected."""
        selection = self._model.selection_of_photo(shown)
        return PhotoTarget(self.commands, shown, len(selection.ids), lambda: selection)

    def _report_selection(self, model: PhotoModel) -> None:
        """Emit `selection_changed` when all that is under way is done: rows that are replaced lose
        their selection and get it again.
        """
        timer = QTimer(self, interval=0, singleShot=True)
        timer.timeout.connect(self.selection_changed)
        self.grid.selectionModel().selectionChanged.connect(lambda: timer.start())  # noqa: PLW0108
        model.modelReset.connect(timer.start)

    def _show_menu(self, shown: ShownPhoto, point: QPoint) -> None:
        menu = self.menu(shown)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
