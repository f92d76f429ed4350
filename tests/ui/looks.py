"""The languages and sizes of text that windows are looked at in, by tests whether texts fit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

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

# A language, or what is as long as in any language with blanks between words, and a size of text.
Look = tuple[str, float]
_LENGTHS: dict[str, Length] = {"texts": text_length, "words": word_length}


def looks() -> list[Look]:
    """The usual looks; FIT_LANGUAGES="de fr" FIT_SIZES="1 1.33" are looked at instead."""
    if "FIT_LANGUAGES" not in os.environ:
        return [("texts", 1.0), ("words", 2.0), *((code, 2.0) for code in WITHOUT_BLANKS)]
    sizes = [float(size) for size in os.environ.get("FIT_SIZES", "1 2").split()]
    return [(code, size) for code in os.environ["FIT_LANGUAGES"].split() for size in sizes]


def look_name(look: Look) -> str:
    """Name a look in the name of a test."""
    return f"{look[0]}-{look[1]:g}"


@contextmanager
def theme_of(look: Look, app: QApplication, language: Language) -> Iterator[Theme]:
    """The theme of a look, in its language or with the longest texts of all languages."""
    chosen, text_scale = look
    language.choose("de" if chosen in _LENGTHS else chosen)
    longest = LongestTexts(_LENGTHS[chosen]) if chosen in _LENGTHS else None
    if longest is not None:
        app.installTranslator(longest)
    yield Theme(app, resources() / "icons", "light", text_scale)
    if longest is not None:
        app.removeTranslator(longest)
