"""Tips for the first use, one after another in the message bar, until they are closed for good."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop_app.ui.kit.message_bar import Notice, translated
from desktop_app.ui.settings.preferences import Preferences


class FirstTips(QObject):
    """Shows tips when the first photos of a new library appear.

    Signals:
        notice_posted (Notice): A tip, with buttons for the next one and for no more tips.
    """

    notice_posted = Signal(Notice)

    def __init__(self, preferences: Preferences, parent: QObject, *, is_wanted: bool) -> None:
        """`is_wanted`: the library is new. The user can ask for the tips at any time."""
        super().__init__(parent)
        self._preferences = preferences
        self._is_wanted = is_wanted

    def show_once(self) -> None:
        """Show the first tip, unless this window has shown it or the user wants none."""
        if self._is_wanted and self._preferences.settings.tips:
            self.start()

    def start(self) -> None:
        self._is_wanted = False
        self._show(0)

    def _show(self, place: int) -> None:
        self.notice_posted.emit(translated(lambda: self._notice(place)))

    def _notice(self, place: int) -> Notice:
        tips = _tips()
        is_last = place + 1 == len(tips)
        return Notice(
            tips[place],
            button="" if is_last else _tr("Next tip"),
            act=None if is_last else lambda: self._show(place + 1),
            other_button=_tr("No more tips"),
            other_act=lambda: self._preferences.change(tips=False),
        )


def _tips() -> list[str]:
    """In the current language."""
    return [
        _tr("To find similar photos, drop a picture on the window, or select a photo and press S."),
        _tr("Press Space to see a photo large, and the arrow keys for the next ones."),
        _tr("Ctrl+F filters the photos by folder, date, camera and more, also in a search."),
        _tr("Ctrl+Z undoes a move, even to the trash. F1 lists all keys; Help has the guide."),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("first_tips", text)
