"""What an export says of itself, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = 1


@dataclass(frozen=True)
class ExportLabel:
    """What an export says of itself.

    Attributes:
        model_id: The model of the codes.
        descriptor_id: The network of the descriptors.
        code_bits: Length of a code, K.
        descriptor_size: Numbers in a descriptor, D; 0 where descriptors are left out.
    """

    model_id: str
    descriptor_id: str
    code_bits: int
    descriptor_size: int
    format: int = FORMAT


class ExportSource(Protocol):
    """A library or an archive, read in parts that fit into memory.

    Attributes:
        label: What its codes are.
        parts: Number of parts.
    """

    label: ExportLabel
    parts: int

    def tables(self) -> Iterator[pa.Table]:
        """Yield the photos of each part, with the columns of `export_schema`. Ids ascend."""
