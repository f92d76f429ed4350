"""Requests that the window sends to the search thread. Immutable, so both may hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QImage

from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.photo_filter import EVERYTHING, PhotoFilter
from desktop_app.core.stacks.folding import UNFOLDED, Folding


@dataclass(frozen=True)
class FileSource:
    """A picture file, in the library or not."""

    path: Path


@dataclass(frozen=True)
class ImageSource:
    """A picture without a file that is decoded already: pasted, or dragged from a browser."""

    image: QImage


@dataclass(frozen=True)
class DataSource:
    """The content of a picture file without the file, from a `data:` link.

    Attributes:
        content: The bytes.
        name: What errors call the picture.
    """

    content: bytes
    name: Path


@dataclass(frozen=True)
class PhotoSource:
    """A photo of the library; its file need not be there.

    Attributes:
        photo_id: Its id in the catalogue.
        path: Where it was when the search was saved; None for a photo of this session. Another
            library may have given the id to another photo since.
    """

    photo_id: int
    path: Path | None = None


@dataclass(frozen=True)
class TextSource:
    """Words for what photos show, as the user has typed them."""

    text: str


Source = FileSource | ImageSource | DataSource | PhotoSource | TextSource


@dataclass(frozen=True)
class Example:
    """A picture, or a text, to search by.

    Attributes:
        source: Where the picture comes from.
        is_wanted: True to find photos like it, False to avoid them (a counter-example).
        region: The part of the picture that counts; None for the whole.
    """

    source: Source
    is_wanted: bool = True
    region: Region | None = None

    @property
    def is_text(self) -> bool:
        return isinstance(self.source, TextSource)


@dataclass(frozen=True)
class SearchQuery:
    """What to search for; at least one example is wanted.

    The same query may be run twice at different times, so the window compares queries by identity.
    """

    examples: tuple[Example, ...]

    @classmethod
    def from_sources(cls, sources: Iterable[Source]) -> SearchQuery:
        """Search for photos like the whole pictures of these sources."""
        return cls(tuple(Example(source) for source in sources))

    @property
    def lead(self) -> Example:
        """The first wanted picture, else text: it is shown beside the results."""
        wanted = [example for example in self.examples if example.is_wanted]
        return next((example for example in wanted if not example.is_text), wanted[0])

    def with_sources(self, sources: Iterable[Source], *, wanted: bool) -> SearchQuery | None:
        """Add these as examples or counter-examples, whatever they were before.

        Returns:
            The new query, or None if it would have no wanted example.
        """
        added = [Example(source, is_wanted=wanted) for source in sources]
        known = [example.source for example in self.examples if example.is_wanted is wanted]
        new = [example for example in added if example.source not in known]
        new_sources = [example.source for example in new]
        kept = [example for example in self.examples if example.source not in new_sources]
        return _query([*kept, *new])

    def without(self, *examples: Example) -> SearchQuery | None:
        """Remove these examples; None if no wanted one would be left."""
        removed = {id(example) for example in examples}
        return _query([kept for kept in self.examples if id(kept) not in removed])

    def with_region(self, region: Region | None) -> SearchQuery:
        """Use only this region of the lead's picture; None uses the whole picture."""
        lead = self.lead
        changed = replace(lead, region=region)
        return SearchQuery(tuple(changed if kept is lead else kept for kept in self.examples))


def _query(examples: list[Example]) -> SearchQuery | None:
    is_possible = any(example.is_wanted for example in examples)
    return SearchQuery(tuple(examples)) if is_possible else None


@dataclass(frozen=True)
class ResultLimits:
    """Which of the results are shown.

    Attributes:
        min_distance: Smallest Hamming distance, in bits.
        max_distance: Largest Hamming distance, in bits; None for no limit.
        hides_own_folder: Leave out photos in the folders of the wanted examples.
        hides_duplicates: Of near-duplicates, show only the nearest.
    """

    min_distance: int = 0
    max_distance: int | None = None
    hides_own_folder: bool = False
    hides_duplicates: bool = False

    @property
    def admit_all(self) -> bool:
        """True if every photo may be shown."""
        return self == NO_LIMITS


NO_LIMITS = ResultLimits()


@dataclass(frozen=True)
class SearchRequest:
    """One search.

    Attributes:
        number: Identifies the query. A higher number supersedes a lower one; a request with the
            number of the one before is the same query with other limits, filter or flips.
        query: What to search for.
        limits: Which of the results are shown.
        photo_filter: Only photos that pass it are searched.
        flips: Bits of the query's code to flip before searching.
        folding: How stacks among the results are shown.
    """

    number: int
    query: SearchQuery
    limits: ResultLimits = NO_LIMITS
    photo_filter: PhotoFilter = EVERYTHING
    flips: tuple[int, ...] = ()
    folding: Folding = UNFOLDED


@dataclass(frozen=True)
class LensRequest:
    """Look into the code of a search's query.

    Attributes:
        search: The search, with the bits that are flipped now.
        photo_id: The photo to compare with; None for none.
    """

    search: SearchRequest
    photo_id: int | None = None


@dataclass(frozen=True)
class SeenCodeRequest:
    """Show what the code of a photo has kept of it; a higher number supersedes a lower.

    Attributes:
        path: The photo's file, named where it has left the library.
    """

    number: int
    photo_id: int
    path: Path


@dataclass(frozen=True)
class OutlierRequest:
    """Scan the photos that pass the filter for unusual ones; a higher number supersedes a lower."""

    number: int
    photo_filter: PhotoFilter
