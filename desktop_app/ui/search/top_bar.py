"""The bar above the photos: what is shown, and how to search for something else."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, fit_labels, label
from desktop_app.ui.search.example_chips import ExampleChips
from desktop_app.ui.search.words_box import WordsBox


class TopBar(QFrame):
    """Buttons of the window's actions, the examples, and a title.

    Attributes:
        chips: The examples of the query.
        words: The box for words; not shown for archives. In a narrow bar it gives way to the title
            of a search, until the user wants to type.
    """

    def __init__(self, theme: Theme, actions: ActionSet, *, of_library: bool = True) -> None:
        """`of_library`: there is a sidebar, and there are settings."""
        super().__init__()
        self.setObjectName("bar")
        metrics = theme.metrics
        self._min_width_for_text = metrics.worded_bar
        self.setFixedHeight(metrics.bar)
        self._title = ElidedLabel("strong")
        self._count = label("", "strong")
        self._hint = ElidedLabel("quiet")
        self.back = actions.button(theme, "back")
        self.forward = actions.button(theme, "forward")
        self.chips = ExampleChips(theme)
        self.words = WordsBox(theme)
        self._paste = actions.button(theme, "paste", labelled=True)
        self._open = actions.button(theme, "open_picture", labelled=True)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(metrics.space, 0, metrics.space, 0)
        row.setSpacing(metrics.space)
        if of_library:
            row.addWidget(actions.button(theme, "sidebar"))
        row.addLayout(_close_together(self.back, self.forward))
        row.addWidget(self.chips)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        row.addWidget(self._hint, 1)
        self._has_words = of_library
        row.addWidget(self.words)
        self.words.editingFinished.connect(self._fit_labels)
        row.addWidget(self._paste)
        row.addWidget(self._open)
        if of_library:
            self.settings = actions.button(theme, "settings")
            row.addWidget(self.settings)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Hide the texts of buttons where the examples and the title need the room."""
        super().resizeEvent(event)
        self._fit_labels()

    @property
    def text(self) -> str:
        """The whole text, without elision."""
        parts = (self._count.text(), self._hint.accessibleName(), self._title.accessibleName())
        return " ".join(part for part in parts if part)

    def show_title(self, title: str) -> None:
        """Say what the photos are."""
        self._set_texts(title, "", "")

    def show_count(self, count: str, hint: str) -> None:
        """Say how many photos there are, and in quiet colour what the user can do."""
        self._set_texts("", count, hint)

    def _set_texts(self, title: str, count: str, hint: str) -> None:
        self._title.set_full_text(title)
        self._count.setText(count)
        self._hint.set_full_text(hint)
        self._title.setVisible(bool(title) or not count)
        self._count.setVisible(bool(count))
        self._hint.setVisible(bool(count))
        self._fit_labels()

    def _fit_labels(self) -> None:
        is_wide = self.width() >= self._min_width_for_text
        has_room = is_wide or not self._title.accessibleName() or self.words.hasFocus()
        self.words.setVisible(self._has_words and has_room)
        fit_labels(self._row, self.width() if is_wide else 0, (self._paste, self._open))


def _close_together(*buttons: IconButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    return row
