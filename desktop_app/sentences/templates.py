"""All texts that the window translates, as packaging/translations.py collects them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_app.core.archive.errors import ClusterPackageError
from desktop_app.sentences.archives import (
    ARCHIVE_PROBLEMS,
    CLUSTER_ERRORS,
    OPENED_ARCHIVE_PROBLEMS,
)
from desktop_app.sentences.comparisons import (
    COPIES_KEPT,
    FOREIGN_KEPT,
    MEASURES,
    VERDICTS,
    VOTED_VERDICTS,
)
from desktop_app.sentences.errors import BUNDLE_PROBLEMS, ERRORS, PHOTO_PROBLEMS
from desktop_app.sentences.libraries import (
    CANNOT_BE_READ,
    FOLDERS_DISCONNECTED,
    LIES_TOO_DEEP,
    RECOVERED,
)
from desktop_app.sentences.words import WORDS_PROBLEMS


def all_templates() -> list[str]:
    """Return every template and text, for translation."""
    archive = {problem: ARCHIVE_PROBLEMS[problem] for problem in OPENED_ARCHIVE_PROBLEMS}
    cluster = {kind: CLUSTER_ERRORS[kind] for kind in (ClusterPackageError,)}
    groups: tuple[Mapping[Any, str], ...] = (
        PHOTO_PROBLEMS,
        WORDS_PROBLEMS,
        BUNDLE_PROBLEMS,
        ERRORS,
        MEASURES,
        VERDICTS,
        VOTED_VERDICTS,
        COPIES_KEPT,
        FOREIGN_KEPT,
        archive,
        cluster,
    )
    others = [RECOVERED, FOLDERS_DISCONNECTED, CANNOT_BE_READ, LIES_TOO_DEEP]
    return [*others, *(text for group in groups for text in group.values())]
