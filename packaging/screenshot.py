"""Write pictures of every view of the window, in both themes and every language.

    python packaging/screenshot.py [FOLDER] [--docs FOLDER] [--languages CODE ...]

They are saved in FOLDER (default: build/screenshots) as VIEW-LANGUAGE-THEME.png; those that the
README and the user guide show are also saved in the folder of the documentation. Needs no display.
The pictures look best where the font Inter is installed; Chinese and Japanese need one that has
their characters (`sudo apt install fonts-inter fonts-noto-cjk`).
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

from desktop_app.core.base.languages import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

FONTS = ("Inter", "Cantarell", "Noto Sans", "Ubuntu", "Segoe UI", "SF Pro Text")
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Larger than the window, so that no panel is moved to fit.
SCREEN = {
    "screens": [
        {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1200,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    ]
}  # fmt: skip
# The pictures that the documentation shows, and their names there.
SHOWN = {
    "results-en-light": "screenshot.png",
    "results-en-dark": "screenshot-dark.png",
    "results-zh_CN-light": "screenshot-zh_CN.png",
    "welcome-en-light": "guide-welcome.png",
    "photos-en-light": "guide-photos.png",
    "filters-en-light": "guide-filters.png",
    "examples-en-light": "guide-examples.png",
    "comparison-en-light": "guide-comparison.png",
    "code-en-light": "guide-code.png",
    "seen-en-light": "guide-seen.png",
    "unusual-en-light": "guide-unusual.png",
    "find-en-light": "guide-find-duplicates.png",
    "duplicates-en-light": "guide-duplicates.png",
    "copies-en-light": "guide-copies.png",
    "slider-en-light": "guide-slider.png",
    "discard-en-light": "guide-discard.png",
    "discarded-en-light": "guide-discarded.png",
    "told-apart-en-light": "guide-told-apart.png",
    "export-en-light": "guide-export.png",
    "settings-en-light": "guide-settings.png",
    "retrain-en-light": "guide-retrain.png",
    "learning-en-light": "guide-learning.png",
    "comparing-en-light": "guide-compare.png",
    "vote-en-light": "guide-vote.png",
    "models-en-light": "guide-models.png",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--docs", type=Path, default=Path("docs"))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=[*LANGUAGES])
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as screen:
        json.dump(SCREEN, screen)
        screen.flush()
        os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screen.name}")
        app = _application()
    for language, theme in product(arguments.languages, THEMES):
        with tempfile.TemporaryDirectory() as home:
            os.environ["HOME"] = home  # the window shows '~/Pictures'
            _photograph(app, Path(home), arguments.folder, language, theme)
    for name, shown_as in SHOWN.items():
        if name.split("-")[-2] in arguments.languages:
            _shrink(arguments.folder / f"{name}.png", arguments.docs / shown_as)


def _shrink(picture: Path, target: Path) -> None:
    """Save with 256 colours: a quarter of the size, since the repository keeps every version."""
    with Image.open(picture) as whole:
        whole.convert("RGB").quantize(256).save(target, optimize=True)


def _application() -> QApplication:
    from PySide6.QtGui import QFont, QFontDatabase

    from desktop_app.ui.shell.app import make_application

    app = make_application()
    family = next((name for name in FONTS if name in QFontDatabase.families()), None)
    if family:
        app.setFont(QFont(family))
    return app


def _photograph(
    app: QApplication, home: Path, target: Path, language: str, scheme: Literal["light", "dark"]
) -> None:
    from screens.tour import settle, tour

    from desktop_app.core.base.paths import own_program, resources
    from desktop_app.core.catalogue.settings import Settings
    from desktop_app.ui.kit.language import Language
    from desktop_app.ui.kit.theme import Theme
    from desktop_app.ui.shell.app import Places, build_window
    from desktop_app.ui.system.desktop import real_desktop

    samples = home / "Pictures" / "Sample pictures"
    places = Places(home / "library", home / "settings.json", samples, home / "logs")
    spoken = Language(app, resources() / "translations", language)
    theme = Theme(app, resources() / "icons", scheme)
    settings = Settings(watch_folders=False, theme=scheme, language=language)
    window = build_window(theme, spoken, places, settings, real_desktop(), own_program())
    window.show()
    for view, over in tour(window, theme, samples):
        settle(window, over)
        path = target / f"{view}-{language}-{scheme}.png"
        _picture(window, over).save(str(path))
        print(path, flush=True)  # noqa: T201 -- the output of the command
    window.close()
    window.deleteLater()
    spoken.choose("en")


def _picture(window: QWidget, over: QWidget | None) -> QPixmap:
    """Grab the window, with a panel or, in the middle, a dialog over it."""
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QDialog

    picture = window.grab()
    if over is not None:
        place = window.mapFromGlobal(over.mapToGlobal(over.rect().topLeft()))
        if isinstance(over, QDialog):
            place = window.rect().center() - over.rect().center()
        painter = QPainter(picture)
        painter.drawPixmap(place, over.grab())
        painter.end()
    return picture


if __name__ == "__main__":
    main()
