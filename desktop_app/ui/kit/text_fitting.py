"""Texts fitted to a width: shortened by words at their end, or broken into lines.

A number is never cut: '12,480' is shown whole or not at all. A file name loses its middle, since
its end tells it from its neighbours; a path loses its first folders.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

Advance = Callable[[str], int]  # the width of a text in pixels

_ELLIPSIS = "…"
# Chinese and Japanese have no blanks between words: a line may end after any of their characters,
# but does not begin with a mark or a small kana, and does not end with an opening bracket.
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENING = "「『（〈《【"
_NOT_FIRST = "、。，．：；！？」』）〉》】～ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_WORD = re.compile(rf"\s*(?:[{_OPENING}]*[{_HAN}][{_NOT_FIRST}]*|[^\s{_HAN}]+)")
_BEFORE_HAN = re.compile(rf"(?<=.)(?=[{_HAN}])")
_DOT = " · "
_NUMBER_OR_CHARACTER = re.compile(r"\d+(?:[.,:]\d+)*|.", re.DOTALL)
_LOOSE_END = re.compile(r"[\s·×,;:–/_.-]+\Z")
_NUMBER_AT_END = re.compile(r"(?:\A|\s)[\d.,:]*\d\Z")
_FOLDER = re.compile(r"[^/\\]*[/\\](?=.)")
_ISOLATES = ("\u2066", "\u2068")  # before paths and names in a layout from right to left
_LEAST_SHOWN = 5  # characters of a part of a word; fewer are of no use


def shortened(text: str, width: int, advance: Advance) -> str:
    """Leave out words at the end until the text fits, or characters if no word does.

    Returns:
        The text with an ellipsis; empty where there is too little room for anything of use.
    """
    if advance(text) <= width:
        return text
    by_words = _beginning(text, _ends(_WORD, text), width, advance)
    if by_words:
        return by_words
    by_characters = _beginning(text, _ends(_NUMBER_OR_CHARACTER, text), width, advance)
    return by_characters if len(by_characters) > _LEAST_SHOWN else ""


def shortened_name(name: str, width: int, advance: Advance) -> str:
    """Leave out characters in the middle of a file name until it fits; more of its end is kept."""
    if advance(name) <= width:
        return name

    def shown(kept: int) -> str:
        return name[: kept // 2] + _ELLIPSIS + name[len(name) - (kept + 1) // 2 :]

    kept = bisect_right(range(1, len(name)), width, key=lambda kept: advance(shown(kept)))
    return shown(kept) if kept else ""


def shortened_caption(text: str, name: str, width: int, advance: Advance) -> str:
    """Shorten a text that may begin with a file name; what follows the name goes first."""
    if advance(text) <= width:
        return text
    if not name or not text.startswith(name):
        return shortened(text, width, advance)
    room = width - advance(text[len(name) :])
    if room >= min(advance(name), width // 2):
        return shortened_name(name, room, advance) + text[len(name) :]
    return shortened_name(name, width, advance)


def shortened_path(path: str, width: int, advance: Advance) -> str:
    """Leave out folders at the beginning of a path until it fits."""
    shown, rest, isolate = path, path, path[:1] if path[:1] in _ISOLATES else ""
    while advance(shown) > width and (found := _FOLDER.match(rest)):
        rest = rest[found.end() :]
        shown = f"{isolate}{_ELLIPSIS}{found.group()[-1]}{rest}"
    return shown if advance(shown) <= width else shortened(rest, width, advance)


def broken(text: str, width: int, advance: Advance) -> list[str]:
    """Break a text into lines that fit; a word that is too wide has a line of its own."""
    lines: list[str] = []
    for match in _WORD.finditer(text):
        longer = (lines[-1] if lines else "") + match.group()
        if lines and advance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(match.group().strip())
    return lines


def unbroken(text: str) -> str:
    """Join the words between dots, so that a label breaks the text only after a dot."""
    parts = (part.replace(" ", "\u00a0") for part in text.split(_DOT))
    return _DOT.join(_BEFORE_HAN.sub("\u2060", part) for part in parts)


def widest_word(text: str, advance: Advance) -> int:
    return max((advance(match.group().strip()) for match in _WORD.finditer(text)), default=0)


def _ends(part: re.Pattern[str], text: str) -> list[int]:
    return [match.end() for match in part.finditer(text)]


def _beginning(text: str, ends: list[int], width: int, advance: Advance) -> str:
    """The longest beginning that ends at one of these places, and fits with an ellipsis.

    A number at its end is left out, unless a dot follows: what it counts comes after it.
    """
    place = bisect_right(ends, width, key=lambda end: advance(text[:end] + _ELLIPSIS))
    while place:
        shown = _LOOSE_END.sub("", text[: ends[place - 1]])
        is_whole = text[len(shown) :].startswith(_DOT) or not _NUMBER_AT_END.search(shown)
        if shown and is_whole:
            return shown + _ELLIPSIS
        place -= 1
    return ""
