"""One quiet sentence above the photos: what happened, to which file, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.core.base.errors import AppError
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import IconButton, IconLabel, button, label

# A sentence; or what makes one, in the language of the moment.
Words = str | AppError | Callable[[], str]


@dataclass(frozen=True)
class Notice:
    """What was done, and what can be done about it by the button: `act`; by the other one:
    `other_act`. `details` are told on hover. `again` says the same in the language that is chosen
    by then; without it, these words stay.
    """

    text: str
    details: str = ""
    button: str = ""
    act: Callable[[], None] | None = None
    is_warning: bool = False
    other_button: str = ""
    other_act: Callable[[], None] | None = None
    again: Callable[[], Notice] | None = None

    @property
    def reworded(self) -> Notice:
        return self.again() if self.again else self


def worded(say: Callable[[], Notice]) -> Notice:
    """What `say` gives, now and in every language that is chosen later. It may be asked when the
    view that said it is gone.
    """
    return replace(say(), again=lambda: worded(say))


def warning(words: Words, details: str = "") -> Notice:
    if isinstance(words, str):
        return Notice(words, details, is_warning=True)
    if isinstance(words, AppError):
        return worded(lambda: Notice(message(words), details, is_warning=True))
    return worded(lambda: Notice(words(), details, is_warning=True))


class MessageBar(QFrame):
    """Hidden while there is nothing to say; a new sentence takes the place of the old one. `notice`
    is what is said now, `waiting` what is said after it.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        metrics = theme.metrics
        self._text = label("", wrapped=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton(theme, "close", self.tr("Dismiss the message"))
        close.clicked.connect(self.clear)
        self._icon = IconLabel(theme, "warning", Tint.WARNING, metrics.icon)
        self.notice: Notice | None = None
        self.waiting: list[Notice] = []
        self.button = button("", "link")
        self.other_button = button("", "link")
        self.button.clicked.connect(lambda: self._do(self.notice and self.notice.act))
        self.other_button.clicked.connect(lambda: self._do(self.notice and self.notice.other_act))
        row = QHBoxLayout(self)
        row.setContentsMargins(
            metrics.space + metrics.tight, metrics.tight, metrics.tight, metrics.tight
        )
        row.setSpacing(metrics.space)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        row.addWidget(self.other_button)
        row.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty where nothing is."""
        return self._text.text()

    def say(self, words: Words, details: str = "") -> None:
        """Something that is wrong. `details` are told on hover."""
        self.tell(warning(words, details))

    def tell(self, notice: Notice) -> None:
        self.notice = notice
        self._text.setText(notice.text)
        self._text.setToolTip(notice.details)
        self.setAccessibleDescription(notice.details)
        self.setAccessibleName(notice.text)
        for made, words, act in (
            (self.button, notice.button, notice.act),
            (self.other_button, notice.other_button, notice.other_act),
        ):
            made.setText(words)
            made.setVisible(act is not None)
        self._icon.setVisible(notice.is_warning)
        self.setProperty("tone", "warning" if notice.is_warning else "quiet")
        self.style().polish(self)
        self.style().polish(self._text)
        self.show()

    def tell_in_turn(self, notice: Notice) -> None:
        """When what is said now, and what waits, was dismissed."""
        if self.notice is None:
            self.tell(notice)
        else:
            self.waiting.append(notice)

    def clear(self) -> None:
        self.notice = None
        self._text.clear()
        self.hide()
        if self.waiting:
            self.tell(self.waiting.pop(0))

    def _do(self, act: Callable[[], None] | None) -> None:
        """What a button offers, once."""
        self.clear()
        if act:
            act()
