"""What a check of a library can find, as data; desktop_app.sentences words it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """What is wrong with a library. The values are printed as JSON."""

    DAMAGED_CATALOGUE = "damaged_catalogue"
    MISSING_MODEL = "missing_model"
    UNREADABLE_SEARCHES = "unreadable_searches"
    DAMAGED_CODE_PAGES = "damaged_code_pages"
    MISSING_DESCRIPTORS = "missing_descriptors"
    ORPHAN_DESCRIPTORS = "orphan_descriptors"
    MISSING_CODES = "missing_codes"
    WRONG_CODES = "wrong_codes"
    WRONG_FLAGS = "wrong_flags"
    ORPHAN_CODES = "orphan_codes"
    DAMAGED_THUMBNAIL_FILE = "damaged_thumbnail_file"
    MISSING_THUMBNAILS = "missing_thumbnails"
    BROKEN_THUMBNAILS = "broken_thumbnails"
    ORPHAN_THUMBNAILS = "orphan_thumbnails"


# Photos that were overwritten since leave their thumbnails: these only take space.
HARMLESS = frozenset({Problem.ORPHAN_THUMBNAILS})


@dataclass(frozen=True)
class Finding:
    """A problem, in how many places it was found, and the first of them or its cause."""

    problem: Problem
    count: int
    detail: str = ""


@dataclass(frozen=True)
class CheckReport:
    """The result of a check. `is_full`: everything was looked at, not only samples."""

    photos: int
    findings: list[Finding]
    is_full: bool
    seconds: float

    @property
    def is_sound(self) -> bool:
        return all(finding.problem in HARMLESS for finding in self.findings)
