"""The licence that an installed Python package states in its metadata."""

from __future__ import annotations

from importlib.metadata import PackageMetadata

_CLASSIFIER = "License :: "


def stated_licence(about: PackageMetadata) -> str:
    """Return the licence in one line, an SPDX expression if there is one; empty if none is named.

    The field `License` may hold the whole text; such a text is left out.
    """
    named = [*(about.get_all("License-Expression") or []), *(about.get_all("License") or [])]
    short = [text.strip() for text in named if len(text.strip().splitlines()) == 1]
    classifiers = about.get_all("Classifier") or []
    short += [text.rpartition(" :: ")[2] for text in classifiers if text.startswith(_CLASSIFIER)]
    return short[0] if short else ""
