"""What a job and its parent say to each other, as lines of text (docs/formats.md).

The child writes one event a line to the descriptor that was its standard output: `started`, any
number of `progress`, and exactly one of `finished`, `cancelled`, `failed`. It reads lines from its
standard input: `pause`, `resume`; the end of the input, which a dead parent causes too, cancels.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_type_hints

from desktop_app.core.base.errors import AppError
from desktop_app.core.base.json_codec import from_builtins, parse_json, to_builtins


class JobMessage(StrEnum):
    """The events of a job, and the commands that it reads (PAUSE, RESUME)."""

    STARTED = "started"
    PROGRESS = "progress"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"
    PAUSE = "pause"
    RESUME = "resume"


ENDINGS = frozenset({JobMessage.FINISHED, JobMessage.CANCELLED, JobMessage.FAILED})


@dataclass(frozen=True)
class JobEvent:
    """One line. `data` is the value that the job yielded or its error, as plain JSON values; `kind`
    is the name of its class.
    """

    message: JobMessage
    kind: str = ""
    data: dict[str, Any] | None = None

    @classmethod
    def of_value(cls, message: JobMessage, value: object) -> JobEvent:
        """An event that carries a dataclass or an AppError."""
        return cls(message, type(value).__name__, to_builtins(value))


def encode_event(event: JobEvent) -> str:
    parts = {"event": event.message, "kind": event.kind or None, "data": event.data}
    return json.dumps({name: part for name, part in parts.items() if part is not None})


def decode_event(line: str | bytes) -> JobEvent | None:
    """None for a line that is not an event."""
    try:
        values = parse_json(line)
        event = JobEvent(JobMessage(values["event"]), values.get("kind", ""), values.get("data"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    is_event = isinstance(event.kind, str) and isinstance(event.data, dict | None)
    return event if is_event else None


def decode_value(event: JobEvent, kinds: tuple[type, ...]) -> Any:
    """The value that the job yielded. Raises ValueError where it is not a valid one of `kinds`."""
    kind = next((kind for kind in kinds if kind.__name__ == event.kind), None)
    if kind is None:
        raise ValueError(f"unknown kind {event.kind!r}")
    return from_builtins(event.data or {}, kind)


def decode_error(event: JobEvent) -> AppError | None:
    """The error of a `failed` event; None where it is not an AppError. Raises ValueError."""
    kind = next((kind for kind in _kinds_of(AppError) if kind.__name__ == event.kind), None)
    if kind is None:
        return None
    hints = get_type_hints(kind)  # msgspec makes dataclasses, but cannot make exceptions
    known = {name: value for name, value in (event.data or {}).items() if name in hints}
    values = {name: from_builtins(value, hints[name]) for name, value in known.items()}
    try:
        return kind(**values)
    except TypeError as error:  # a field is missing
        raise ValueError(str(error)) from error


def _kinds_of(kind: type[AppError]) -> Iterator[type[AppError]]:
    """Yield the kinds of an error, and the kinds of these."""
    for inner in kind.__subclasses__():
        yield inner
        yield from _kinds_of(inner)
