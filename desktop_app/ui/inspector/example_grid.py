"""All examples of a query of several pictures, in the right column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import Example
from desktop_app.ui.inspector.example_chip import ExampleChip
from desktop_app.ui.kit.navigation import focus_near, focused_place
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import lead_tab

_COLUMNS = 3


class ExampleGrid(QWidget):
    """Lines of chips; hidden for a single example, whose picture is shown large.

    Attributes:
        chips: One for each example, in the order of the query.

    Signals:
        remove_requested (Example): Remove this example from the query.
    """

    remove_requested = Signal(Example)

    def __init__(self, theme: Theme, before: QWidget) -> None:
        """`before` is the widget that comes before the chips in the order of the Tab key."""
        super().__init__()
        self._theme = theme
        self._before = before
        self.chips: list[ExampleChip] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.metrics.tight)
        self._grid.setColumnStretch(_COLUMNS, 1)
        theme.colours_changed.connect(self._update_chips)
        self.hide()

    @property
    def has_focus(self) -> bool:
        """Whether a chip has the keyboard focus."""
        return focused_place(self.chips) is not None

    def show_examples(self, examples: list[tuple[Example, QueryPicture]]) -> None:
        """Replace the chips; the focus keeps its place among them."""
        focused = focused_place(self.chips)
        for chip in self.chips:
            self._grid.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        shown = examples if len(examples) > 1 else []
        self.chips = [ExampleChip(self._theme, *example) for example in shown]
        for place, chip in enumerate(self.chips):
            self._add(place, chip)
        lead_tab(self._before, self.chips)
        self.setVisible(bool(self.chips))
        if focused is not None:
            focus_near(self.chips, focused)

    def _add(self, place: int, chip: ExampleChip) -> None:
        chip.clicked.connect(lambda: self.remove_requested.emit(chip.example))
        self._grid.addWidget(chip, *divmod(place, _COLUMNS), Qt.AlignmentFlag.AlignLeft)

    def _update_chips(self) -> None:
        for chip in self.chips:
            chip.update()
