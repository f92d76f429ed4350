"""Values with how many photos have each; any number of them can be checked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.core.catalogue.facets import Facet
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.theme import Theme

_VALUE_ROLE = Qt.ItemDataRole.UserRole


class CheckList(QListWidget):
    """`chosen` tells the checked values, a frozenset of str."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` is told to screen readers."""
        super().__init__()
        self._theme = theme
        self.setObjectName("checkList")
        self.setAccessibleName(name)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._tint)
        self.itemChanged.connect(lambda _: self.chosen.emit(self.checked()))

    def show_values(self, facets: list[Facet]) -> None:
        before = self.checked()
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        for facet in facets:
            item = QListWidgetItem(f"{facet.value}  ({numbers.counted(facet.count)})", self)
            item.setData(_VALUE_ROLE, facet.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self.blockSignals(False)  # noqa: FBT003
        self.show_checked(before)

    def checked(self) -> frozenset[str]:
        items = (self.item(row) for row in range(self.count()))
        return frozenset(
            str(item.data(_VALUE_ROLE))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def show_checked(self, values: frozenset[str]) -> None:
        """Check these without telling it."""
        self.blockSignals(True)  # noqa: FBT003
        for row in range(self.count()):
            is_checked = self.item(row).data(_VALUE_ROLE) in values
            state = Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
            self.item(row).setCheckState(state)
        self.blockSignals(False)  # noqa: FBT003

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Dressed by the stylesheet only now, which has taken our palette back."""
        super().showEvent(event)
        self._tint()

    def _tint(self) -> None:
        """The style takes the outline of a check box from the ground around it, darkened."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._theme.colour("secondary"))
        self.setPalette(palette)
