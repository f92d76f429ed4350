"""What passes between the code lens and the search thread; never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:  # these bring the networks' runtime with them
    from desktop_app.core.base.errors import BundleError
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.search.code_lens import Bits, Comparison, Weights


@dataclass(frozen=True)
class LensQuestion:
    """The query that was asked last, with these bits flipped, beside a photo of the library (None:
    beside none). A higher number supersedes a lower one.
    """

    number: int
    flips: tuple[int, ...] = ()
    photo_id: int | None = None


@dataclass(frozen=True)
class LensPictures:
    """What a generator draws of codes: the query's, the photo's, and what the two share."""

    query: QImage
    photo: QImage | None
    shared: QImage | None


@dataclass(frozen=True)
class Milestone:
    """A real photo on the way from one code to another, and the bits that are flipped there."""

    flips: tuple[int, ...]
    photo: PhotoRow


@dataclass(frozen=True)
class LensAnswer:
    """`bits` are the query's as flipped, `confidence` its own; `code` is `bits` as text. `way`: the
    flips that lead from the query as it was asked to the photo. `pictures` None: the model cannot
    draw; an error: its generator cannot be run.
    """

    query_number: int
    flips: tuple[int, ...]
    photo_id: int | None
    bits: Bits
    confidence: Weights
    code: str
    comparison: Comparison | None
    way: tuple[int, ...]
    milestones: tuple[Milestone, ...]
    pictures: LensPictures | BundleError | None
