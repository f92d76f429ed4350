"""Shows the photos of a list one after the other, over the whole screen.

Photos change at once, without a fade: a frame of one takes 46 ms on a screen of 3840 x 2160 pixels,
and Qt cannot say who has asked the desktop for less motion.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop_app.ui.settings.preferences import Preferences
from desktop_app.ui.viewer.compare_view import CompareView
from desktop_app.ui.viewer.current_photo import CurrentPhoto
from desktop_app.ui.viewer.full_screen import FullScreen
from desktop_app.ui.viewer.hidden_pointer import HiddenPointer
from desktop_app.ui.viewer.zoom_geometry import FITTED

INTERVALS = (3, 5, 10)
SECOND_MS = 1000
# How long the reason is shown why a photo cannot be read.
_MESSAGE_SECONDS = 3


class Slideshow(QObject):
    """Steps to the next photo some seconds after the current one has appeared, and from the last
    photo to the first.

    Attributes:
        is_on: True until `stop`, also while it is paused.
        is_paused: True while the photo stays.
        timer: Runs out when the next photo is due.

    Signals:
        toggled (): The slideshow has begun or ended.
    """

    toggled = Signal()

    def __init__(
        self,
        preferences: Preferences,
        current: CurrentPhoto,
        view: CompareView,
        full_screen: FullScreen,
    ) -> None:
        super().__init__(view)
        self._preferences = preferences
        self._current = current
        self._view = view
        self._full_screen = full_screen
        self._was_full_screen = False
        self._pointer = HiddenPointer(self)
        self.is_on = False
        self.is_paused = False
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._step)
        view.photo.settled.connect(self._wait)
        view.photo.zoom.view_changed.connect(self.pause)

    @property
    def seconds(self) -> int:
        """How long each photo is shown."""
        return self._preferences.settings.slideshow_seconds

    def set_seconds(self, seconds: int) -> None:
        self._preferences.change(slideshow_seconds=seconds)
        self._wait()

    def toggle(self) -> None:
        """Start with the current photo, or stop."""
        if self.is_on:
            self.stop()
        else:
            self._start()

    def stop(self) -> None:
        """Leave the full screen, unless it was on before."""
        if not self.is_on:
            return
        self.is_on = self.is_paused = False
        self.timer.stop()
        self._view.show_hint("")
        self._pointer.show()
        if not self._was_full_screen:
            self._full_screen.leave()
        self.toggled.emit()

    def pause(self) -> None:
        """Keep the current photo, for example because the user has zoomed into it."""
        if self.is_on and not self.is_paused:
            self.is_paused = True
            self.timer.stop()
            self._view.show_hint(self.tr("Paused. Space continues, Esc ends the slideshow."))

    def pause_or_continue(self) -> None:
        if self.is_paused:
            self.is_paused = False
            self._view.show_hint("")
            self._wait()
        else:
            self.pause()

    def _start(self) -> None:
        self.is_on = True
        self._was_full_screen = self._full_screen.is_on
        self._full_screen.enter()
        self._view.photo.zoom.apply(FITTED)
        self._view.show_hint(self.tr("Slideshow. Space pauses, Esc ends it."))
        self._pointer.hide()
        self._wait()
        self.toggled.emit()

    def _wait(self) -> None:
        """Count the seconds of the current photo from the beginning."""
        if self.is_on and not self.is_paused:
            longest = _MESSAGE_SECONDS if self._view.photo.message else self.seconds
            self.timer.start(min(self.seconds, longest) * SECOND_MS)

    def _step(self) -> None:
        """Go on, unless the photo is still being read or the user is in a menu or a dialog."""
        if not self._view.photo.is_settled:
            return  # its pixels or its message start the timer
        if _is_elsewhere(self._view):
            self._wait()
            return
        self._view.show_hint("")
        self._pointer.hide()
        self._current.step_round()
        self._wait()


def _is_elsewhere(view: CompareView) -> bool:
    """Whether a menu is open, or another window of this program has the focus."""
    window = QApplication.activeWindow()
    return QApplication.activePopupWidget() is not None or window not in (None, view.window())
