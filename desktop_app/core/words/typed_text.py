"""What a user types into the box: texts that are wanted, and after '-' texts to avoid."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A sign counts at the beginning of a word, not inside one: 'close-up' is one word.
_SIGN = re.compile(r"(?:^|(?<=\s))([-\u2212+])(?=\S)")
LONGEST_TEXT = 200


@dataclass(frozen=True)
class TypedText:
    """A text, with blanks only between its words."""

    text: str
    is_wanted: bool = True


def parse_typed(line: str) -> list[TypedText]:
    """Split 'beach -people' into what is wanted and what is not; empty texts are left out.

    A '+' begins another text that is wanted. Texts are cut after 200 characters.
    """
    first, *others = _SIGN.split(line)
    parts = [(first, True)]
    for sign, text in zip(others[::2], others[1::2], strict=True):
        parts.append((text, sign == "+"))
    cleaned = ((" ".join(text.split())[:LONGEST_TEXT], wanted) for text, wanted in parts)
    return [TypedText(text, is_wanted=wanted) for text, wanted in cleaned if text]
