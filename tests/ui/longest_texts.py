"""The longest texts of all languages at once: a layout with room for them has it for each."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFont, QFontMetrics

from desktop_app.core.base.languages import ENGLISH, LANGUAGES
from desktop_app.core.base.paths import resources

# Their lines are higher, and end after any character: they are looked at on their own.
WITHOUT_BLANKS = ("ja", "zh_CN")

Length = Callable[[str], int]


def text_length(text: str) -> int:
    """The width of a text on one line."""
    return QFontMetrics(QFont()).horizontalAdvance(text)


def word_length(text: str) -> int:
    """The width of a text's widest word, which no line can be narrower than."""
    return max(text_length(word) for word in text.split(" "))


class LongestTexts(QTranslator):
    """Translates each text into the language in which it is longest."""

    def __init__(self, length: Length) -> None:
        super().__init__()
        self._texts = {text: max(texts, key=length) for text, texts in _texts().items()}

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """Other texts are Qt's, and left to the translators below this one."""
        del context, disambiguation, number
        return self._texts.get(text)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def _texts() -> dict[str, list[str]]:
    """Every English text, with itself and its translations into languages of its kind."""
    found: dict[str, list[str]] = {}
    for language in sorted({*LANGUAGES} - {ENGLISH, *WITHOUT_BLANKS}):
        file = resources() / "translations" / f"lookalike_{language}.ts"
        for source, translation in _translations(ET.parse(file).iter("message")):
            found.setdefault(source, [source]).append(translation)
    return found


def _translations(messages: Iterable[ET.Element]) -> Iterable[tuple[str, str]]:
    for message in messages:
        yield message.findtext("source", ""), message.findtext("translation", "")
