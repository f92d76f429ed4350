"""The dialog for what makes a photo the one to keep, and for folders that are treated otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.clearing.suggestions import KeepRule, KeepRules
from desktop_app.ui.duplicate_groups.group_text import rule_reason
from desktop_app.ui.duplicates.folder_choice import FolderChoice
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import IconButton, button, label, lay_out_dialog

_RULE = Qt.ItemDataRole.UserRole


class RulesDialog(QDialog):
    """A non-modal dialog. Nothing changes before it is saved.

    Attributes:
        rules: The rules, the most important first; those that count are checked.

    Signals:
        saved (KeepRules): The user's choice.
    """

    saved = Signal(KeepRules)

    def __init__(
        self,
        theme: Theme,
        rules: KeepRules,
        ask: Callable[[], Path | None],
        parent: QWidget,
        *,
        is_stored: bool,
    ) -> None:
        """`ask` lets the user choose a folder; `is_stored`: the rules outlast the window."""
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What to keep"))
        self.rules = self._list_of(rules)
        self.up = IconButton(theme, "chevron-up", self.tr("More important"))
        self.down = IconButton(theme, "chevron-down", self.tr("Less important"))
        self.preferred = FolderChoice(
            theme, self.tr("Preferred folders, the best first"), rules.preferred, ask
        )
        self.protected = FolderChoice(
            theme, self.tr("Folders from which nothing is discarded"), rules.protected, ask
        )
        self.cancel = button(self.tr("Cancel"))
        self.save = button(self.tr("Save"), "primary")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.cancel.clicked.connect(self.close)
        self.save.clicked.connect(self._save)
        self._lay_out(is_stored=is_stored)
        self.rules.setFocus()

    @property
    def chosen(self) -> KeepRules:
        items = (self.rules.item(row) for row in range(self.rules.count()))
        checked = Qt.CheckState.Checked
        order = (KeepRule(item.data(_RULE)) for item in items if item.checkState() is checked)
        return KeepRules(tuple(order), self.preferred.folders, self.protected.folders)

    def _list_of(self, rules: KeepRules) -> QListWidget:
        made = QListWidget()
        made.setObjectName("rules")
        made.setAccessibleName(self.tr("Rules, the most important first"))
        made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        others = [rule for rule in KeepRule if rule not in rules.order]
        for rule in (*rules.order, *others):
            reason = rule_reason(rule)
            item = QListWidgetItem(reason[:1].upper() + reason[1:])
            item.setData(_RULE, str(rule))
            is_on = rule in rules.order
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            made.addItem(item)
        made.setCurrentRow(0)
        made.setFixedHeight(made.sizeHintForRow(0) * made.count() + 6)
        return made

    def _move(self, rows: int) -> None:
        """Move the current rule up or down."""
        row = self.rules.currentRow()
        target = row + rows
        if 0 <= target < self.rules.count():
            self.rules.insertItem(target, self.rules.takeItem(row))
            self.rules.setCurrentRow(target)

    def _save(self) -> None:
        self.saved.emit(self.chosen)
        self.close()

    def _lay_out(self, *, is_stored: bool) -> None:
        metrics = self._theme.metrics
        text = self.tr(
            "The first rule that tells the photos of a group apart decides which one is suggested."
        )
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(metrics.tight)
        row.addWidget(self.rules, 1)
        row.addLayout(buttons)
        column = QVBoxLayout()
        column.setSpacing(metrics.wide)
        column.addWidget(label(text, wrapped=True))
        column.addLayout(row)
        column.addWidget(self.preferred)
        column.addWidget(self.protected)
        if not is_stored:
            text = self.tr(
                "The rules cannot be saved in this library: they last until the window closes."
            )
            column.addWidget(label(text, "warning", wrapped=True))
        lay_out_dialog(self, self._theme, metrics.settings, column, self.cancel, self.save)
