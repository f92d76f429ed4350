"""What a second start tells the window that runs already: one line of JSON."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# More than the system hands to a program as its arguments.
LONGEST_BYTES = 16_000_000
_LONGEST_TOKEN = 4_096


@dataclass(frozen=True)
class InstanceMessage:
    """`token`: the desktop's leave to come to the front, empty where it gave none."""

    pictures: tuple[Path, ...] = ()
    token: str = ""


def encode_message(message: InstanceMessage) -> bytes:
    """Names that are not UTF-8 survive: JSON spells their surrogates out."""
    values = {"pictures": [os.fspath(path) for path in message.pictures], "token": message.token}
    return json.dumps(values).encode() + b"\n"


def decode_message(line: bytes) -> InstanceMessage | None:
    """None for what is no message of ours."""
    try:
        values: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, dict):
        return None
    pictures, token = values.get("pictures"), values.get("token")
    if not isinstance(pictures, list) or not all(_is_path(name) for name in pictures):
        return None
    if not isinstance(token, str) or len(token) > _LONGEST_TOKEN or not token.isascii():
        return None
    return InstanceMessage(tuple(Path(name) for name in pictures), token.replace("\0", ""))


def _is_path(name: object) -> bool:
    if not isinstance(name, str) or "\0" in name:
        return False
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return Path(name).is_absolute()
