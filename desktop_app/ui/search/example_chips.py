"""The examples of a query as a row of chips; a click or Delete removes one."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import Example
from desktop_app.ui.inspector.example_chip import ExampleChip
from desktop_app.ui.kit.direction import open_below
from desktop_app.ui.kit.navigation import focus_near, focused_place
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, lead_tab


class ExampleChips(QWidget):
    """The examples in the order of the query; those that do not fit are counted.

    Attributes:
        chips: All of them, also those that are hidden.
        more: Button that counts the hidden ones, and opens a menu with them.

    Signals:
        remove_requested (Example): Remove this example from the query.
    """

    remove_requested = Signal(Example)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[ExampleChip] = []
        self.more = button("", "link")
        self.more.clicked.connect(self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.metrics.tight)
        self._row.addWidget(self.more)
        theme.colours_changed.connect(self._update_chips)
        self.show_examples([])

    @property
    def has_focus(self) -> bool:
        """True if a chip, or the button for the rest, has the keyboard focus."""
        return focused_place([*self.chips, self.more]) is not None

    def show_examples(self, examples: list[tuple[Example, QueryPicture]]) -> None:
        """Replace the chips; the focus keeps its position in the row."""
        focused = focused_place([*self.chips, self.more])
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [ExampleChip(self._theme, *example) for example in examples]
        for index, chip in enumerate(self.chips):
            chip.clicked.connect(
                lambda _=False, chip=chip: self.remove_requested.emit(chip.example)
            )
            self._row.insertWidget(index, chip)
        lead_tab(self.more, self.chips, anchor_is_last=True)
        self.setVisible(bool(self.chips))
        self.updateGeometry()
        self._fit()
        if focused is not None:
            focus_near(self.chips, focused)

    def sizeHint(self) -> QSize:  # noqa: N802
        gap = self._row.spacing()
        width = sum(chip.width() + gap for chip in self.chips)
        return QSize(max(0, width - gap), self._theme.metrics.chip_picture)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        widest = max((chip.width() for chip in self.chips), default=0)
        return QSize(widest, self._theme.metrics.chip_picture)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the chips for which there is no room, and count them."""
        width = self.width()
        fitting = self._count_fitting()
        for index, chip in enumerate(self.chips):
            chip.setVisible(index < fitting)
        self._show_hidden_count(max(0, len(self.chips) - fitting))
        if self.width() != width:  # showing a chip has made room for it
            self._fit()

    def _count_fitting(self) -> int:
        """One at least; the button for the rest needs room too."""
        if not self.chips:
            return 0
        gap = self._row.spacing()
        room = self.width() + gap
        if sum(chip.width() + gap for chip in self.chips) <= room:
            return len(self.chips)
        self.more.setText(f"+{len(self.chips)}")
        room -= self.more.sizeHint().width() + gap
        ends = accumulate(chip.width() + gap for chip in self.chips)
        return max(1, sum(end <= room for end in ends))

    def _show_hidden_count(self, hidden: int) -> None:
        self.more.setText(f"+{hidden}")
        self.more.setVisible(bool(hidden))
        self.more.setToolTip(self.tr("More examples"))
        text = self.tr("Remove 1 more example")
        if hidden != 1:
            text = self.tr("Remove one of {count} more examples")
        self.more.setAccessibleName(text.format(count=hidden))

    def menu(self) -> QMenu:
        """A menu that removes the examples for which there is no room."""
        menu = QMenu(self)
        for chip in self.chips:
            if chip.isHidden():
                text = self.tr("Remove {name}").format(name=chip.name)
                menu.addAction(chip.icon(), text, chip.click)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, self.more)

    def _update_chips(self) -> None:
        for chip in self.chips:
            chip.update()
