"""The bar above the photos: what is shown, and how to search for something else."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import Example
from desktop_app.ui.kit.actions import ActionSet
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, IconButton, fit_labels, label
from desktop_app.ui.search.example_chips import ExampleChips
from desktop_app.ui.search.words_box import WordsBox


class TopBar(QFrame):
    """Buttons of the window's actions, the examples, and a title.

    Attributes:
        chips: The examples of the query.
        words: The box for words; not there for archives. Where there is no room for it beside the
            examples and the title, a button stands for it until the user wants to type.
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
        self.words.hide()
        self._to_words: IconButton | None = None
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
        row.addWidget(self.words)
        if of_library:
            self._to_words = actions.button(theme, "search_words")
            self.words.setToolTip(self._to_words.toolTip())
            self.words.editingFinished.connect(self._fit_labels)
            row.addWidget(self._to_words)
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

    def show_examples(self, examples: list[tuple[Example, QueryPicture]]) -> None:
        """Show the examples of the query as chips."""
        self.chips.show_examples(examples)
        self._fit_labels()

    def begin_words(self) -> None:
        """Let the user type words."""
        self._show_words(is_box=True)
        self.words.begin()

    def _fit_labels(self) -> None:
        is_typing = self.words.hasFocus()
        self._show_words(is_box=is_typing)
        is_wide = self.width() >= self._min_width_for_text
        fit_labels(self._row, self.width() if is_wide else 0, (self._paste, self._open))
        self._show_words(is_box=is_typing or self._has_room_for_words())

    def _show_words(self, *, is_box: bool) -> None:
        if self._to_words is not None:
            self.words.setVisible(is_box)
            self._to_words.setHidden(is_box)

    def _has_room_for_words(self) -> bool:
        """Whether the box fits beside all examples and the whole title, instead of its button."""
        if self._to_words is None:
            return False
        title = self._title.fontMetrics().horizontalAdvance(self._title.accessibleName())
        hidden = self.chips.sizeHint().width() - self.chips.minimumSizeHint().width()
        room = self.width() - self._row.totalMinimumSize().width() - title - max(0, hidden)
        return room >= self.words.minimumWidth() - self._to_words.width()


def _close_together(*buttons: IconButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    return row
