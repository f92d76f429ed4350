"""The removal of the training component on its page: the button, and the question before it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.kit.numbers import file_size
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label


class ComponentRemoval(QWidget):
    """Offers to remove the component, says how much that frees, and asks before.

    The page lays out the answers to the question, beside its own buttons.

    Signals:
        asking_changed (): The question is asked, or is not asked any more.
        remove_requested (): The user wants the component to be removed, and has confirmed that.
    """

    asking_changed = Signal()
    remove_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._size_bytes = 0
        self._is_possible = False
        self.is_asking = False
        self.question = label("", wrapped=True)
        self.remove = button("")
        self.remove_now = button(self.tr("Remove"))
        self.keep = button(self.tr("Cancel"), "link")
        self.remove.clicked.connect(lambda: self._ask(is_asking=True))
        self.keep.clicked.connect(lambda: self._ask(is_asking=False))
        self.remove_now.clicked.connect(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.space)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.question)
        self.show_size(0)

    @property
    def answers(self) -> list[QPushButton]:
        return [self.remove_now, self.keep]

    @property
    def is_possible(self) -> bool:
        """Whether the button, or the question, is shown."""
        return self._is_possible

    def show_size(self, size_bytes: int) -> None:
        """Offer to remove a component of this size; 0: there is none, and nothing is offered."""
        self._size_bytes = size_bytes
        size = file_size(size_bytes)
        self.remove.setText(self.tr("Remove component ({size})…").format(size=size))
        text = self.tr(
            "This removes the training component and frees {size}. Only thorough training needs it."
            " Searching, your models and quick training work as before, and you can install it"
            " again."
        )
        self.question.setText(text.format(size=size))
        self.set_possible(is_possible=True)

    def set_possible(self, *, is_possible: bool) -> None:
        """Hide everything while other work runs, and where there is nothing to remove."""
        self._is_possible = is_possible and self._size_bytes > 0
        self.is_asking = self.is_asking and self._is_possible
        self.remove.setVisible(self._is_possible and not self.is_asking)
        for asking in (self.question, self.remove_now, self.keep):
            asking.setVisible(self.is_asking)

    def _ask(self, *, is_asking: bool) -> None:
        self.is_asking = is_asking
        self.set_possible(is_possible=True)
        self.asking_changed.emit()
        (self.keep if is_asking else self.remove).setFocus()

    def _confirm(self) -> None:
        self._ask(is_asking=False)
        self.remove_requested.emit()
