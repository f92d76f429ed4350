"""New messages, read out by screen readers wherever the focus is.

Screen readers follow the focus. A text that appears elsewhere is not read unless the window asks
for it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.kit.direction import align_to_start


def announce(place: QWidget, text: str, *, is_error: bool = False) -> None:
    """Announce a text that `place` shows. An error interrupts what is being read."""
    politeness = QAccessible.AnnouncementPoliteness
    event = QAccessibleAnnouncementEvent(place, text)
    event.setPoliteness(politeness.Assertive if is_error else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Announcer:
    """Announces the messages of one place, each once for as long as it stays.

    Texts that count while work runs are not messages: each number would be read out.
    """

    def __init__(self, place: QWidget) -> None:
        """`place` is the widget that shows the messages."""
        self._place = place
        self._latest = ""

    def announce(self, text: str, *, is_error: bool = False) -> None:
        """Announce a message unless it is the latest one.

        An empty text means that the message is gone: if it comes again, it is announced again.
        """
        is_new = text not in ("", self._latest)
        self._latest = text
        if is_new:
            announce(self._place, text, is_error=is_error)


class MessageLabel(QLabel):
    """Says in a dialog what has failed or has ended; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._announcer = Announcer(self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        align_to_start(self)
        self.setProperty("kind", "warning")
        self.hide()

    def show_message(self, text: str, *, is_error: bool = True) -> None:
        """Show and announce a text; hide the label if it is empty."""
        self.setText(text)
        self.setProperty("kind", "warning" if is_error else "quiet")
        self.style().polish(self)
        self.setVisible(bool(text))
        self._announcer.announce(text, is_error=is_error)

    def clear(self) -> None:
        self.show_message("")
