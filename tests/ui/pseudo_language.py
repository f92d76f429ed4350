"""A language that is read from right to left, made of the English texts; it exists in tests only.

Each letter becomes a Hebrew one. Numbers, signs and placeholders stay, as in a real translation.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from PySide6.QtCore import QTranslator

from desktop_app.core.base.languages import ENGLISH, LANGUAGES
from desktop_app.core.base.paths import resources

_HEBREW = [chr(code) for code in range(ord("א"), ord("ת") + 1) if chr(code) not in "ךםןףץ"]
_LETTERS = {
    ord(letter): _HEBREW[place % len(_HEBREW)]
    for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
}
_KEPT = re.compile(r"(\{[^}]*\}|%n|%\d|&)")
_DATE_FORMAT = re.compile(r"[yMd\W]+")


def pseudo_text(text: str) -> str:
    """A text in the language; formats of dates and what stands for values stay."""
    if _DATE_FORMAT.fullmatch(text):
        return text
    parts = _KEPT.split(text)
    parts[::2] = [part.lower().translate(_LETTERS) for part in parts[::2]]
    return "".join(parts)


class RightToLeftTexts(QTranslator):
    """Translates our texts, and says as Qt's own translations do which way the language runs."""

    def __init__(self) -> None:
        super().__init__()
        known = next(code for code in LANGUAGES if code != ENGLISH)
        file = resources() / "translations" / f"lookalike_{known}.ts"
        sources = [made.findtext("source", "") for made in ET.parse(file).iter("message")]
        self._texts = {text: pseudo_text(text) for text in sources}
        self._texts["QT_LAYOUT_DIRECTION"] = "RTL"

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """Other texts are Qt's, and stay in English."""
        del context, disambiguation, number
        return self._texts.get(text)

    def isEmpty(self) -> bool:  # noqa: N802
        return False
