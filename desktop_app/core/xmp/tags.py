"""Where things lie in the bytes of an XML tag; which tags there are, a real parser says."""

from __future__ import annotations

import re

_ATTRIBUTE = re.compile(rb"\s([^\s=/>]+)\s*=\s*(\"[^\"]*\"|'[^']*')")


def start_tag(packet: bytes, start: int) -> bytes:
    """The bytes of the tag that starts here, which expat has found to be sound."""
    quote, at = b"", start
    while True:
        sign = packet[at : at + 1]
        if quote:
            quote = b"" if sign == quote else quote
        elif sign in (b'"', b"'"):
            quote = sign
        elif sign in (b">", b""):
            return packet[start : at + 1]
        at += 1


def value_at(tag: bytes, full_name: str, start: int) -> tuple[int, int] | None:
    """Where the value of an attribute lies, without its quotes."""
    _, local, *prefix = full_name.split(" ")
    name = ":".join([*prefix, local]).encode()
    for match in _ATTRIBUTE.finditer(tag):
        if match[1] == name:
            return start + match.start(2) + 1, start + match.end(2) - 1
    return None
