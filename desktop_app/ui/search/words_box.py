"""The box in the bar for words: what the photos show."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop_app.core.base.paths import text_model
from desktop_app.core.words.dictionary import read_dictionary
from desktop_app.core.words.errors import WordsError
from desktop_app.core.words.typed_text import LONGEST_TEXT
from desktop_app.ui.kit.theme import Theme


class WordsBox(QLineEdit):
    """A line with suggestions; Enter searches, Escape clears it.

    Signals:
        submitted (str): Search for what was typed.
        left (): The user does not want to type any more.
    """

    submitted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setMaxLength(LONGEST_TEXT)
        self.setMaximumWidth(theme.metrics.words_box)
        self.setPlaceholderText(self.tr("Search by words"))
        self.setAccessibleName(self.tr("Search by words"))
        self.setClearButtonEnabled(True)
        self.ensurePolished()
        text = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.setMinimumWidth(text + 2 * theme.metrics.wide)
        self._suggested = QStringListModel(self)
        self._names: list[str] = []
        self._words: tuple[str, ...] = ()
        completer = QCompleter(self._suggested, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.returnPressed.connect(self._submit)

    def suggest_names(self, names: list[str]) -> None:
        """Suggest these before the words that everybody knows."""
        self._names = names
        self._update_suggestions()

    def begin(self) -> None:
        """Let the user type, instead of what is in the box."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Read what can be suggested when it is first needed."""
        super().focusInEvent(event)
        if not self._words:
            with suppress(WordsError):  # the search says it
                self._words = read_dictionary(text_model()).words
            self._update_suggestions()

    def event(self, event: QEvent) -> bool:
        """Take Escape before the window does, which would close the search."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _update_suggestions(self) -> None:
        self._suggested.setStringList(list(dict.fromkeys([*self._names, *self._words])))

    def _submit(self) -> None:
        line = self.text().strip()
        if line:
            self.clear()
            self.submitted.emit(line)
