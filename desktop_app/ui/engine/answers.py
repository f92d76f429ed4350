"""Answers of the search thread. Immutable, so both threads may hold them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.core.base.errors import AppError
from desktop_app.ui.engine.queries import Example
from desktop_app.ui.grid.likeness import DistanceScale

if TYPE_CHECKING:  # these bring the networks' runtime with them
    from desktop_app.core.base.errors import BundleError
    from desktop_app.core.catalogue.catalogue import PhotoRow, Root
    from desktop_app.core.catalogue.exclusions import Exclusions
    from desktop_app.core.catalogue.library_status import LibraryStatus, RootCounts
    from desktop_app.core.search.code_lens import Bits, Comparison, Weights
    from desktop_app.core.search.photo_search import Found


@dataclass(frozen=True)
class QueryPicture:
    """The picture of an example, for display.

    Attributes:
        image: In sRGB, scaled down; null if it cannot be shown.
        path: The picture's file; None for picture data without a file.
        width: Width of the whole picture, in pixels.
        height: Height of the whole picture, in pixels.
        text: Of an example that is a text, which has no picture; else empty.
    """

    image: QImage
    path: Path | None
    width: int
    height: int
    text: str = ""


@dataclass(frozen=True)
class SearchAnswer:
    """One answer to a search request; a search has several, in the order of the subclasses below.

    Attributes:
        number: The number of the request.
    """

    number: int


@dataclass(frozen=True)
class PictureOpened(SearchAnswer):
    """The lead's picture; comes again when it has been decoded with more pixels."""

    picture: QueryPicture


@dataclass(frozen=True)
class ExamplesFailed(SearchAnswer):
    """Examples that could not be opened, each with the reason; the others are searched for."""

    errors: tuple[tuple[Example, AppError], ...]


@dataclass(frozen=True)
class ExamplesOpened(SearchAnswer):
    """The pictures of all examples that could be opened, in the order of the query."""

    pictures: tuple[QueryPicture, ...]


@dataclass(frozen=True)
class SearchResults(SearchAnswer):
    """The photos that were found; comes again when the library or the request changes.

    Attributes:
        found: The photos, nearest first.
        related: How many of them are related to the query; these come first.
        searched: Number of photos that were compared, all those that pass the filter.
        scale: What the distances mean with the model in use.
        histogram: [K + 1], the number of compared photos at each Hamming distance.
        related_distance: Largest distance of a related photo, in bits; None if there is none.
        is_filtered: True if a filter left photos out.
        is_limited: True if the request's limits may hide photos.
        identical: Content hashes of the photos whose files are those of an example, byte by byte.
        same_photos: Content hashes of the photos that show the photo of an example.
        by_words: The query has texts only: photos that do not stand out are left out.
    """

    found: list[Found]
    related: int
    searched: int
    scale: DistanceScale
    histogram: tuple[int, ...]
    related_distance: int | None = None
    is_filtered: bool = False
    is_limited: bool = False
    identical: frozenset[bytes] = frozenset()
    same_photos: frozenset[bytes] = frozenset()
    by_words: bool = False


@dataclass(frozen=True)
class SearchFailed(SearchAnswer):
    """The search could not be run, and has no other answer."""

    error: AppError


@dataclass(frozen=True)
class LensPictures:
    """Pictures that the generator draws of codes.

    Attributes:
        query: Of the query's code.
        photo: Of the photo's code; None if there is no photo.
        shared: Of the bits that both have in common; None if there is no photo.
        changes: Of the query's code with so many of the differing bits taken over from the photo,
            those that matter most first.
    """

    query: QImage
    photo: QImage | None = None
    shared: QImage | None = None
    changes: tuple[tuple[int, QImage], ...] = ()


@dataclass(frozen=True)
class WaypointPhoto:
    """A photo of the library that lies between two codes, and the flips that lead there."""

    flips: tuple[int, ...]
    photo: PhotoRow


@dataclass(frozen=True)
class LensAnswer:
    """What the code lens shows.

    Attributes:
        number: The number of the search whose query is shown.
        flips: The bits that are flipped.
        photo_id: The photo that is compared with; None for none.
        bits: bool [K], the query's bits as flipped.
        confidence: float32 [K], the confidence of the query before the flips; its sum is 1.
        code: `bits` as hexadecimal text.
        comparison: Where the flipped query and the photo differ; None if there is no photo.
        flip_order: The flips that lead from the query before the flips to the photo.
        waypoints: Photos between the two.
        pictures: What the generator draws; None if the model has none, or why it cannot be run.
    """

    number: int
    flips: tuple[int, ...]
    photo_id: int | None
    bits: Bits
    confidence: Weights
    code: str
    comparison: Comparison | None
    flip_order: tuple[int, ...]
    waypoints: tuple[WaypointPhoto, ...]
    pictures: LensPictures | BundleError | None


@dataclass(frozen=True)
class SeenPictures:
    """What the generator draws of a photo's code.

    Attributes:
        whole: From all of its bits.
        without: How many of the surest bits are left out, and the picture of the others.
    """

    whole: QImage
    without: tuple[tuple[int, QImage], ...]


@dataclass(frozen=True)
class SeenNeighbour:
    """A photo near another one, at this distance in bits; `picture` is that of its code."""

    photo: PhotoRow
    distance: int
    picture: QImage | None = None


@dataclass(frozen=True)
class SeenCode:
    """What the code of a photo has kept of it; comes again when the neighbours are drawn.

    Attributes:
        number: The number of the request.
        photo: The photo.
        code_bits: Length of its code, in bits.
        pictures: What the generator draws; None if the model has none, or why it cannot be run.
        neighbours: The photos nearest to it.
    """

    number: int
    photo: PhotoRow
    code_bits: int
    pictures: SeenPictures | BundleError | None
    neighbours: tuple[SeenNeighbour, ...]


@dataclass(frozen=True)
class CodeNotSeen:
    """The photo of the request with this number has no code that could be shown."""

    number: int
    error: AppError


@dataclass(frozen=True)
class FoundOutliers:
    """The most unusual photos so far.

    Attributes:
        number: The number of the request.
        found: Each photo with the distance to its `neighbours`-th nearest photo, in bits, the
            largest first.
        done: How many photos have been scanned.
        total: How many will be.
        neighbours: Which neighbour the distances are measured to.
        code_bits: Length of the codes, in bits.
    """

    number: int
    found: list[tuple[PhotoRow, int]]
    done: int
    total: int
    neighbours: int
    code_bits: int

    @property
    def is_complete(self) -> bool:
        return self.done == self.total


@dataclass(frozen=True)
class LibraryState:
    """The library at the last refresh.

    Attributes:
        roots: Its folders.
        status: Counts of the whole library.
        counts: Counts of each folder, by the id of the root.
        exclusions: What scans leave out.
        is_read_only: This user cannot change the library.
    """

    roots: list[Root]
    status: LibraryStatus
    counts: dict[int, RootCounts]
    exclusions: Exclusions
    is_read_only: bool
