"""Lookalike's window on a library of eight photos.

    python -m tests.ui.x11.lookalike_window LIBRARY

Writes 'photo X Y PATH', where the first photo is on the screen; 'over' when something is dragged
over the window; and 'result NAME' for the first photo that a search has found.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop_app.core.base.paths import own_program, resources
from desktop_app.core.catalogue.settings import Settings
from desktop_app.ui.grid.photo_grid import PhotoGrid
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.shell.app import Places, build_window, make_application
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.desktop import real_desktop
from tests.ui.x11.drag_report import DragReport, say


class Report:
    """Looks at the window again and again, and writes what is new."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._said: set[str] = set()

    def look(self) -> None:
        window = self._window
        if window.browse.count == 8:
            self._say_place(window.browse.grid)
        first = window.results.model.photo(0) if window.results.model.rowCount() else None
        if first is not None:
            self._say(f"result {first.path.name}")

    def _say_place(self, grid: PhotoGrid) -> None:
        shown = grid.photos.photo(0)
        if shown is not None:
            place = grid.viewport().mapToGlobal(grid.photo_rect(0, shown).center())
            self._say(f"photo {place.x()} {place.y()} {shown.path}")

    def _say(self, line: str) -> None:
        if line not in self._said:
            self._said.add(line)
            say(line)


def main(library: Path) -> None:
    app = make_application()
    DragReport(app)
    theme = Theme(app, resources() / "icons", "light")
    language = Language(app, resources() / "translations", "en")
    home = Path.home()
    places = Places(library, home / "settings.json", home / "samples", home / "logs")
    settings = Settings(theme="light", language="en", watch_folders=False, tips=False)
    window = build_window(theme, language, places, settings, real_desktop(), own_program())
    window.setGeometry(0, 0, 1100, 800)
    window.show()
    report, timer = Report(window), QTimer(interval=50)
    timer.timeout.connect(report.look)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
