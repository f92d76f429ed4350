# ruff: noqa: INP001 -- a script, in no package
"""Write the README's pictures: the real window with real results from the sample pictures.

    python packaging/screenshot.py [FOLDER]     (docs/ where none is named)

Needs no display. The pictures look best where the font Inter or Cantarell is installed
(`sudo apt install fonts-inter`).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

QUERY = "beach"
SIZE = (1280, 800)
FONTS = ("Inter", "Cantarell", "Noto Sans", "Ubuntu", "Segoe UI", "SF Pro Text")
LIMIT_SECONDS = 600


def main() -> None:
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home  # the window shows '~/Pictures'
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _photograph(Path(home), target)


def _photograph(home: Path, target: Path) -> None:
    from PySide6.QtGui import QFont, QFontDatabase

    from desktop_app.core.paths import resources
    from desktop_app.core.settings import Settings
    from desktop_app.ui.app import Places, build_window, make_application
    from desktop_app.ui.desktop import real_desktop
    from desktop_app.ui.job_process import job_program
    from desktop_app.ui.queries import FileSource
    from desktop_app.ui.theme import Theme

    app = make_application()
    family = next((name for name in FONTS if name in QFontDatabase.families()), None)
    if family:
        app.setFont(QFont(family))
    theme = Theme(app, resources() / "icons", "light")
    samples = home / "Pictures" / "Sample pictures"
    places = Places(home / "library", home / "settings.json", samples, home / "logs")
    window = build_window(
        theme, places, Settings(watch_folders=False), real_desktop(), job_program()
    )
    window.resize(*SIZE)
    window.show()
    window.try_samples()
    strip = window.work.strip
    _wait(app.processEvents, lambda: strip.text.startswith("Indexed"))
    query = min(path for path in samples.rglob("*.jpg") if QUERY in str(path))
    window.search(FileSource(query))
    model = window.results.model
    _wait(app.processEvents, lambda: bool(model.rowCount()) and model.photo(0).path == query)
    for scheme, name in (("light", "screenshot.png"), ("dark", "screenshot-dark.png")):
        theme.choose(scheme)
        _wait(app.processEvents, _after(seconds=1))
        window.grab().save(str(target / name))
        sys.stdout.write(f"{target / name}\n")
    window.close()


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _wait(process_events: Callable[[], object], is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT_SECONDS
    while not is_done():
        if time.monotonic() > end:
            sys.exit("The window did not get there; run it and look.")
        process_events()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
