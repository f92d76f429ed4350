"""How long a worker may take for one photo, and how much memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.core.base.paths import own_program

# Decoding takes a few times the memory of the pixels: they are turned, converted and copied.
COPIES = 3
# A worker takes so much for pixels without asking: a question takes time.
UNASKED_BYTES = 16 * 2**20


def worker_program() -> tuple[str, ...]:
    """The command that starts a worker; its last argument, memory_bytes, is appended."""
    return (*own_program(), "read-photos")


@dataclass(frozen=True)
class ReadingLimits:
    """Limits for one photo, and the program that keeps them.

    Attributes:
        decoding_seconds: From the moment that a photo's content is known, until it is decoded.
        hashing_seconds: For opening a file and reading its content, maybe from a slow drive.
        memory_bytes: What a worker may take besides COPIES times what it was granted for pixels.
        program: The command that starts a worker.
    """

    decoding_seconds: float = 20.0
    hashing_seconds: float = 120.0
    memory_bytes: int = 2**30
    program: tuple[str, ...] = field(default_factory=worker_program)
