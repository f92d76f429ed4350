"""Groups of photos that are copies of each other, or alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.api.progress import report_progress
from desktop_app.api.records import Photo, Progress, photo_of
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.keep_rules import load_rules
from desktop_app.core.clearing.ranked_groups import RankedGroup, library_ranked
from desktop_app.core.clearing.suggestions import KeepRule
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.models.library_models import manifest_in_use


@dataclass(frozen=True)
class DuplicateGroup:
    """Photos that are related at one level.

    Attributes:
        level: How they are related.
        photos: All files of the group, identical ones too. All others are related to the first.
        kept: The photo that is suggested to stay, by the library's rules.
        reason: The rule that decided; None if nothing tells the photos apart.
        likeness: Of the photo that is least like the first, up to 1; None if it was not compared.
        spare_bytes: What all files take but those of the photo that is suggested to stay.
    """

    level: Level
    photos: tuple[Photo, ...]
    kept: Photo
    reason: KeepRule | None
    likeness: float | None
    spare_bytes: int


def compare_photos(files: LibraryFiles, progress: Callable[[Progress], object] | None) -> None:
    """Compare the photos that were not compared yet with all others, and store what is found."""
    rules, distance = load_rules(files.keep_rules), manifest_in_use(files).similar_distance
    events = find_duplicates(files, distance, measures_sharpness=rules.needs_sharpness)
    report_progress(events, progress)


def duplicate_groups(catalogue: Catalogue, levels: Iterable[Level]) -> list[DuplicateGroup]:
    """Return the groups that are known; of each level, those that could save most come first."""
    ranked = library_ranked(catalogue, load_rules(catalogue.files.keep_rules))
    return [_group(each) for level in levels for each in ranked[level]]


def _group(ranked: RankedGroup) -> DuplicateGroup:
    suggestion = ranked.suggestion
    return DuplicateGroup(
        level=ranked.group.level,
        photos=tuple(map(photo_of, ranked.files)),
        kept=photo_of(suggestion.kept.photo),
        reason=suggestion.reason,
        likeness=ranked.group.likeness,
        spare_bytes=ranked.spare_bytes,
    )
