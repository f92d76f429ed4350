"""What an export reports."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.jobs.progress_event import ProgressEvent


@dataclass(frozen=True)
class Exporting(ProgressEvent):
    """`done` of the `total` parts of a library or an archive are written: pages or shards."""

    done: int
    total: int


@dataclass(frozen=True)
class PhotosExported(ProgressEvent):
    """An export is complete.

    Attributes:
        target: The file or folder that was written, or the table and its database.
        photos: How many photos it has.
        code_bits: Length of their codes, K.
    """

    target: str
    photos: int
    code_bits: int
