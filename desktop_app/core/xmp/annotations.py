"""What a user has noted of a photo: stars and keywords."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST_KEYWORDS = 1000
LONGEST_KEYWORD = 200


@dataclass(frozen=True)
class Annotations:
    """What a user has noted of a photo.

    Attributes:
        rating: 1 to 5 stars; 0: none; -1: rejected.
        keywords: Each once.
    """

    rating: int = 0
    keywords: tuple[str, ...] = ()

    def and_keywords(self, more: tuple[str, ...]) -> Annotations:
        return replace(self, keywords=tuple(dict.fromkeys((*self.keywords, *more))))


NO_ANNOTATIONS = Annotations()


def rating_of(value: object) -> int:
    """A rating as metadata have it; 0 where it is none."""
    try:
        number = round(float(value))  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return 0
    return number if -1 <= number <= 5 else 0
