"""Asked when the window is to be closed while a model is trained."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button, label


class Closing(Enum):
    """What is to become of the training: it goes on in the BACKGROUND, or STOPs until next time."""

    BACKGROUND = auto()
    STOP = auto()


class ClosingQuestion(QDialog):
    """Beside the window, which goes on until there is an answer. `answered` gives a Closing; who
    closes the question closes nothing else.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lookalike")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.metrics.closing_question)
        text = self.tr(
            "In the background it goes on without the window, and the next start tells what has"
            " come of it. Stopped, what was learned is kept, and it can go on next time."
        )
        self.setAccessibleName(text)
        self.background = button(self.tr("Go on in the background"), "primary")
        self.stop = button(self.tr("Stop until next time"))
        self.stay = button(self.tr("Do not close"), "link")
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
        column.addWidget(label(self.tr("A model is being trained"), "heading"))
        column.addWidget(label(text, wrapped=True))
        column.addLayout(row)
        self.background.setFocus()

    def _answer(self, closing: Closing) -> None:
        self.close()
        self.answered.emit(closing)


def ask_before_closing(
    theme: Theme, window: QWidget, answer: Callable[[Closing], object]
) -> ClosingQuestion:
    """One question, however often the window is to be closed."""
    question = window.findChild(ClosingQuestion)
    if question is None:
        question = ClosingQuestion(theme, window)
        question.answered.connect(answer)
    question.show()
    question.raise_()
    question.activateWindow()
    return question
