"""What a second start asks of the window that is open."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt

from desktop_app.ui.search.dropped_pictures import sorted_paths
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.instance_message import InstanceMessage


def answer(window: MainWindow, message: InstanceMessage) -> None:
    """Come to the front, and take what was brought as if it were dropped: pictures are searched
    for, folders join the library.
    """
    if message.token:
        os.putenv("XDG_ACTIVATION_TOKEN", message.token)  # from there Qt takes it, on Wayland
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if message.pictures:
        window.intake.take(sorted_paths(message.pictures))
