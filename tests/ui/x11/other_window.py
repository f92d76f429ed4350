"""A window of another program: it accepts files, and offers one.

    python -m tests.ui.x11.other_window FILE

Writes 'shown', 'over' when something is dragged over it, and 'dropped PATH' for each file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.system.file_urls import file_url
from tests.ui.x11.drag_report import DragReport, say

PLACE = (1200, 100, 300, 300)
MIDDLE = (1350, 250)


class OtherWindow(QWidget):
    """Nothing of Lookalike."""

    def __init__(self, offered: Path) -> None:
        super().__init__()
        self._offered = offered
        self.setAcceptDrops(True)
        self.setGeometry(*PLACE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            say(f"dropped {url.toLocalFile()}")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        del event
        drag, mime = QDrag(self), QMimeData()
        mime.setUrls([file_url(self._offered)])
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


def main(offered: Path) -> None:
    app = QApplication([])
    DragReport(app)
    window = OtherWindow(offered)
    window.show()
    say("shown")
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
