"""How long the codes of a trained model can be: one bit for each number of a descriptor."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.base.codes import longest_code
from desktop_app.core.base.errors import AppError


@dataclass(eq=False)
class CodeTooLongError(AppError):
    """A code of `bits` was requested of descriptors of fewer `numbers`; `longest` is possible."""

    bits: int
    numbers: int
    longest: int


def check_code_length(bits: int, descriptor_size: int) -> None:
    """Raise CodeTooLongError for a code with more bits than its descriptors have numbers."""
    if bits > descriptor_size:
        raise CodeTooLongError(bits, descriptor_size, longest_code(descriptor_size))
