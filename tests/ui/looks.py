"""The languages and sizes of text that windows are looked at in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.core.base.paths import resources
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from tests.ui.longest_texts import (
    WITHOUT_BLANKS,
    Length,
    LongestTexts,
    text_length,
    word_length,
)
from tests.ui.pseudo_language import RightToLeftTexts

# A language, or what is as long as in any language with blanks between words, and a size of text.
Look = tuple[str, float]
RIGHT_TO_LEFT = "right-to-left"
_LENGTHS: dict[str, Length] = {"texts": text_length, "words": word_length}


def looks() -> list[Look]:
    """The usual looks; FIT_LANGUAGES="de fr" FIT_SIZES="1 1.33" are looked at instead."""
    if "FIT_LANGUAGES" not in os.environ:
        others = [(code, 2.0) for code in WITHOUT_BLANKS]
        return [("texts", 1.0), ("words", 2.0), *others, (RIGHT_TO_LEFT, 1.0)]
    sizes = [float(size) for size in os.environ.get("FIT_SIZES", "1 2").split()]
    return [(code, size) for code in os.environ["FIT_LANGUAGES"].split() for size in sizes]


def look_name(look: Look) -> str:
    """Name a look in the name of a test."""
    return f"{look[0]}-{look[1]:g}"


@contextmanager
def theme_of(look: Look, app: QApplication, language: Language) -> Iterator[Theme]:
    """The theme of a look, in its language or with texts that are made for tests."""
    chosen, text_scale = look
    made = _made_texts(chosen)
    language.choose("de" if chosen in _LENGTHS else "en" if made else chosen)
    if made is not None:
        app.installTranslator(made)
    yield Theme(app, resources() / "icons", "light", text_scale)
    if made is not None:
        app.removeTranslator(made)


def _made_texts(chosen: str) -> QTranslator | None:
    if chosen == RIGHT_TO_LEFT:
        return RightToLeftTexts()
    return LongestTexts(_LENGTHS[chosen]) if chosen in _LENGTHS else None
