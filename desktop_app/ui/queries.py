"""What passes between the window and the search thread: questions and answers, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.ui.likeness import DistanceScale

if TYPE_CHECKING:  # these bring the networks' runtime with them
    from desktop_app.core.catalogue import LibraryStatus, PhotoRow, Root, RootCounts
    from desktop_app.core.id_lists import Ids
    from desktop_app.core.photo_search import Found


@dataclass(frozen=True)
class FileSource:
    """A picture file, in the library or not."""

    path: Path


@dataclass(frozen=True)
class ImageSource:
    """Picture data without a file: pasted, or dragged from a browser."""

    image: QImage


@dataclass(frozen=True)
class PhotoSource:
    """A photo of the library, by its id: its file need not be there."""

    photo_id: int


Source = FileSource | ImageSource | PhotoSource


@dataclass(frozen=True)
class QueryRequest:
    """A higher number supersedes a lower one."""

    number: int
    source: Source


@dataclass(frozen=True)
class QueryPicture:
    """What is shown of the query. `path` None: picture data. Sizes are of the whole picture."""

    number: int
    image: QImage
    path: Path | None
    width: int
    height: int


@dataclass(frozen=True)
class Results:
    """`found` is nearest first; `related` of them are, and those come first. `searched` photos
    were compared; `is_narrowed`: only those that pass a filter.
    """

    number: int
    found: list[Found]
    related: int
    searched: int
    scale: DistanceScale
    is_narrowed: bool = False


@dataclass(frozen=True)
class LibraryState:
    """The library as it was at the last look; `counts` by the root's id."""

    roots: list[Root]
    status: LibraryStatus
    counts: dict[int, RootCounts]


@dataclass(frozen=True)
class Block:
    """Neighbouring rows of a listing: the `number`-th run of photos in the `listing`-th listing."""

    listing: int
    number: int
    ids: Ids

    @property
    def key(self) -> tuple[int, int]:
        return self.listing, self.number


@dataclass(frozen=True)
class BlockRows:
    """What is known of the photos of a block; those that are there no more are left out."""

    block: Block
    rows: list[PhotoRow]
