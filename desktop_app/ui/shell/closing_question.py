"""Asks whether a running training continues when the window is closed."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import WrappedButton, label, resize_to_content


class Closing(Enum):
    """The training continues in the BACKGROUND, or is to STOP until the next start."""

    BACKGROUND = auto()
    STOP = auto()


class ClosingQuestion(QDialog):
    """A non-modal question. If it is dismissed, the window stays open.

    Signals:
        answered (Closing): The window may be closed.
    """

    answered = Signal(Closing)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lookalike")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.metrics.closing_question)
        text = self.tr(
            "You can continue training in the background without the window; the next"
            " start shows the result. If you stop, progress is kept and you can resume"
            " later."
        )
        self.setAccessibleName(text)
        self.background = WrappedButton(self.tr("Continue in background"), "primary")
        self.stop = WrappedButton(self.tr("Stop for now"))
        self.stay = WrappedButton(self.tr("Cancel"), "link")
        self.background.clicked.connect(lambda: self._answer(Closing.BACKGROUND))
        self.stop.clicked.connect(lambda: self._answer(Closing.STOP))
        self.stay.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(theme.metrics.space)
        for made in (self.stay, self.stop, self.background):
            row.addWidget(made)
        row.insertStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.metrics.section] * 4)
        column.setSpacing(theme.metrics.wide)
        column.addWidget(label(self.tr("A model is being trained"), "heading", wrapped=True))
        column.addWidget(label(text, wrapped=True))
        column.addLayout(row)
        resize_to_content(self)
        self.background.setFocus()

    def _answer(self, closing: Closing) -> None:
        self.close()
        self.answered.emit(closing)


def ask_before_closing(
    theme: Theme, window: QWidget, answer: Callable[[Closing], object]
) -> ClosingQuestion:
    """Show the question, or the one that is open already."""
    question = window.findChild(ClosingQuestion)
    if question is None:
        question = ClosingQuestion(theme, window)
        question.answered.connect(answer)
    question.show()
    question.raise_()
    question.activateWindow()
    return question
