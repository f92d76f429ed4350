"""What passes between the window and the search thread: questions and answers, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop_app.core.base.errors import AppError
from desktop_app.core.base.region import Region
from desktop_app.ui.kit.likeness import DistanceScale

if TYPE_CHECKING:  # these bring the networks' runtime with them
    from desktop_app.core.catalogue.catalogue import LibraryStatus, PhotoRow, Root, RootCounts
    from desktop_app.core.catalogue.id_lists import Ids
    from desktop_app.core.search.photo_search import Found


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
    """A photo of the library, by its id: its file need not be there. `path`: where it was when the
    search was kept; another library may have given its id to another photo since.
    """

    photo_id: int
    path: Path | None = None


Source = FileSource | ImageSource | PhotoSource


@dataclass(frozen=True)
class Example:
    """Photos like this are wanted, or are not; like a part of it where there is a `region`."""

    source: Source
    is_wanted: bool = True
    region: Region | None = None


@dataclass(frozen=True)
class Question:
    """What to look for: at least one example is wanted. Two that are equal may be asked apart, and
    are told apart by identity.
    """

    examples: tuple[Example, ...]

    @classmethod
    def about(cls, sources: Iterable[Source]) -> Question:
        return cls(tuple(Example(source) for source in sources))

    @property
    def lead(self) -> Example:
        """The first that is wanted: its picture is shown beside the results."""
        return next(example for example in self.examples if example.is_wanted)

    def having(self, sources: Iterable[Source], *, wanted: bool) -> Question | None:
        """With these as examples, or as counter-examples, whatever they were before. None where
        nothing would be wanted any more.
        """
        added = [Example(source, is_wanted=wanted) for source in sources]
        known = [example.source for example in self.examples if example.is_wanted is wanted]
        new = [example for example in added if example.source not in known]
        turned = [example.source for example in new]
        kept = [example for example in self.examples if example.source not in turned]
        return _question([*kept, *new])

    def without(self, *examples: Example) -> Question | None:
        """None where nothing would be wanted any more."""
        left_out = {id(example) for example in examples}
        return _question([kept for kept in self.examples if id(kept) not in left_out])

    def within(self, region: Region | None) -> Question:
        """Of its lead, only this part is meant; None: the whole picture."""
        lead = self.lead
        changed = replace(lead, region=region)
        return Question(tuple(changed if kept is lead else kept for kept in self.examples))


def _question(examples: list[Example]) -> Question | None:
    is_possible = any(example.is_wanted for example in examples)
    return Question(tuple(examples)) if is_possible else None


@dataclass(frozen=True)
class ResultChoice:
    """Which results are shown: from `least` to `most` bits away (None: however far), without those
    in the examples' own folders, and of each photo one.
    """

    least: int = 0
    most: int | None = None
    hides_own_folder: bool = False
    hides_copies: bool = False

    @property
    def is_open(self) -> bool:
        return self == ResultChoice()


@dataclass(frozen=True)
class QueryRequest:
    """A higher number supersedes a lower one."""

    number: int
    question: Question
    choice: ResultChoice


@dataclass(frozen=True)
class QueryPicture:
    """What is shown of an example. `path` None: picture data. Sizes are of the whole picture."""

    number: int
    image: QImage
    path: Path | None
    width: int
    height: int


@dataclass(frozen=True)
class BrokenExamples:
    """Of a question with several, those that could not be opened, and why; the others go on."""

    number: int
    errors: tuple[tuple[Example, AppError], ...]


@dataclass(frozen=True)
class ExamplePictures:
    """Of all examples of a question, in their order."""

    number: int
    pictures: tuple[QueryPicture, ...]


@dataclass(frozen=True)
class Results:
    """`found` is nearest first; `related` of them are, and those come first. `searched` photos
    were compared; `is_narrowed`: only those that pass a filter; `is_chosen`: not all of what was
    found is shown. `identical`: the content hashes of those that are files of the query, to the
    byte.
    """

    number: int
    found: list[Found]
    related: int
    searched: int
    scale: DistanceScale
    is_narrowed: bool = False
    is_chosen: bool = False
    identical: frozenset[bytes] = frozenset()


@dataclass(frozen=True)
class Survey:
    """How far all photos are: `counts[d]` of them d bits. Related ones lie up to `related_to` bits
    away, None where there are none.
    """

    number: int
    counts: tuple[int, ...]
    related_to: int | None


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
