"""Text that is safe to print: file names may hold what controls a terminal."""

from __future__ import annotations

import re

# Control characters, the Unicode property Bidi_Control (which shows a name in another order than it
# has), separators of lines and paragraphs, and surrogates.
_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def escape_controls(text: str, keep: str = "") -> str:
    r"""Replace each control character, but for those in `keep`, by a backslash escape.

    Bytes of a file name that are not UTF-8 become `\udcXX`, as in JSON.
    """
    return _CONTROLS.sub(lambda mark: mark[0] if mark[0] in keep else _escaped(mark[0]), text)


def _escaped(mark: str) -> str:
    return mark.encode("unicode_escape").decode()
