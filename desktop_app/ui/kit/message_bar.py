"""The message bar above the photos, and the messages that it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.core.base.errors import AppError
from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.direction import margins
from desktop_app.ui.kit.messages import message
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import IconButton, IconLabel, button, label

READING_MS = 8000  # for a message of one or two lines

# A sentence; or what yields one in the current language.
MessageText = str | AppError | Callable[[], str]


@dataclass(frozen=True)
class Notice:
    """A message with up to two buttons.

    Attributes:
        details: The tool tip; empty for none.
        button: The label of the button that calls `act`.
        other_button: The label of the button that calls `other_act`.
        retranslate: Returns the message in the current language; None if it is not translated.
    """

    text: str
    details: str = ""
    button: str = ""
    act: Callable[[], None] | None = None
    is_warning: bool = False
    other_button: str = ""
    other_act: Callable[[], None] | None = None
    retranslate: Callable[[], Notice] | None = None

    @property
    def retranslated(self) -> Notice:
        return self.retranslate() if self.retranslate else self

    @property
    def can_vanish(self) -> bool:
        """Whether it need only be read: it is no warning, and has no buttons."""
        return not (self.is_warning or self.act or self.other_act)


def translated(make: Callable[[], Notice]) -> Notice:
    """Return a notice that calls `make` again after a change of language.

    `make` may be called after the view that posted the notice was deleted.
    """
    return replace(make(), retranslate=lambda: translated(make))


def warning(text: MessageText, details: str = "") -> Notice:
    if isinstance(text, str):
        return Notice(text, details, is_warning=True)
    if isinstance(text, AppError):
        return translated(lambda: Notice(message(text), details, is_warning=True))
    return translated(lambda: Notice(text(), details, is_warning=True))


class MessageBar(QFrame):
    """Shows one message at a time; hidden while there is none. A new message replaces the old.
    One that need only be read vanishes by itself.

    Attributes:
        notice: The message that is shown now.
        waiting: Messages that are shown after it.
        reading: The time after which a message that need only be read vanishes.

    Signals:
        dismissed (Notice): The user has closed this message, or pressed its button.
    """

    dismissed = Signal(Notice)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        metrics = theme.metrics
        self._text = label("", wrapped=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton(theme, "close", self.tr("Dismiss"))
        close.clicked.connect(lambda: self._run(None))
        self._icon = IconLabel(theme, "warning", Tint.WARNING, metrics.icon)
        self._announcer = Announcer(self)
        self.notice: Notice | None = None
        self.waiting: list[Notice] = []
        self.reading = QTimer(self, interval=READING_MS, singleShot=True)
        self.reading.timeout.connect(self.clear)
        self.button = button("", "link")
        self.other_button = button("", "link")
        self.button.clicked.connect(lambda: self._run(self.notice and self.notice.act))
        self.other_button.clicked.connect(lambda: self._run(self.notice and self.notice.other_act))
        row = QHBoxLayout(self)
        row.setContentsMargins(
            margins(metrics.space + metrics.tight, metrics.tight, metrics.tight, metrics.tight)
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
        """The text that is shown; empty while there is no message."""
        return self._text.text()

    def show_error(self, text: MessageText, details: str = "") -> None:
        """Show an error; `details` becomes the tool tip."""
        self.show_notice(warning(text, details))

    def show_notice(self, notice: Notice) -> None:
        self.notice = notice
        self._text.setText(notice.text)
        self._text.setToolTip(notice.details)
        self.setAccessibleDescription(notice.details)
        self.setAccessibleName(notice.text)
        for made, text, act in (
            (self.button, notice.button, notice.act),
            (self.other_button, notice.other_button, notice.other_act),
        ):
            made.setText(text)
            made.setVisible(act is not None)
        self._icon.setVisible(notice.is_warning)
        self.setProperty("tone", "warning" if notice.is_warning else "quiet")
        self.style().polish(self)
        self.style().polish(self._text)
        self.show()
        self._announcer.announce(notice.text, is_error=notice.is_warning)
        self.reading.stop()
        if notice.can_vanish:
            self.reading.start()

    def queue_notice(self, notice: Notice) -> None:
        """Show a message after the current one, and those queued before it, were dismissed."""
        if self.notice is None:
            self.show_notice(notice)
        else:
            self.waiting.append(notice)

    def clear(self) -> None:
        self.notice = None
        self._text.clear()
        self._announcer.announce("")
        self.hide()
        if self.waiting:
            self.show_notice(self.waiting.pop(0))

    def withdraw(self, notice: Notice) -> None:
        """Show a message no more that does not hold any longer, or is known by now."""
        self.waiting = [other for other in self.waiting if other is not notice]
        if self.notice is notice:
            self.clear()

    def _run(self, act: Callable[[], None] | None) -> None:
        """Run the function of a button, and dismiss the message."""
        notice = self.notice
        self.clear()
        if notice:
            self.dismissed.emit(notice)
        if act:
            act()
