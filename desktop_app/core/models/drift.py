"""Has a library drifted from what its model learned? Then retraining is suggested, once.

A model of the library's own tells in its manifest how many photos it learned (`photos`), how many
the library had then (`library`: copies and what is beyond a sample are not learned), and which
share of their codes was rare (`rare_codes`: the nearest other one farther than `similar_distance`).
Other models, as the shipped one, say neither. Of the shipped model's codes, 48 to 58 % were rare
among a thousand photos of the kinds that it had learned, and fewer among more; of libraries that it
had never seen, 62 to 64 % even among three or four thousand. In a large library codes are near to
each other anyway, and rarity tells nothing: from 4,500 photos on, where a model of its own was
measured to find more, one is suggested all the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import faiss
import numpy as np

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.codes import Codes
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.search.code_index import CodeIndex

FEWEST_PHOTOS = 1000
_SAMPLED = 1000
_RARE_IN_STRANGE_LIBRARIES = 0.6
_LARGE_LIBRARY = 4500
_GROWN_BY = 0.5
_RARER_BY = 0.5
# A suggestion that was not followed comes again in a library that is so many times as large.
_AGAIN_AT = 2


@dataclass(frozen=True)
class Drift:
    """Of a library of `photos` photos with the codes of a model: `new_photos` came since it learned
    them, as far as that can be told by their number (all, of a model that learned others);
    `rare_share` of their codes are rare.
    """

    model_id: str
    photos: int
    new_photos: int
    rare_share: float
    suggests_retraining: bool


def drift(index: CodeIndex, manifest: Manifest) -> Drift:
    """Of the codes that are searched, which are this model's. Takes four seconds for a million."""
    photos = len(index)
    learned = _photos_then(manifest)
    rare = rare_share(index.codes, manifest.similar_distance)
    has_drifted = _has_left(manifest, photos, rare) if learned else _is_strange(photos, rare)
    return Drift(
        manifest.model_id,
        photos,
        max(0, photos - learned),
        rare,
        photos >= FEWEST_PHOTOS and has_drifted,
    )


def rare_share(codes: Codes, similar_distance: int) -> float:
    """The share of codes uint8 [N, K/8], of a sample of them, whose nearest other one is farther
    than this; 0 where there are no others.
    """
    if len(codes) < 2:
        return 0.0
    rows = np.random.default_rng(0).permutation(len(codes))[:_SAMPLED]
    distances = faiss.knn_hamming(np.ascontiguousarray(codes[rows]), codes, 2, variant="mc")[0]
    return float(np.mean(distances[:, 1] > similar_distance))


class Suggestions:
    """Remembers in the library's folder which model's drift was told last, and at which size."""

    def __init__(self, files: LibraryFiles) -> None:
        self._path = files.suggestion

    def is_due(self, found: Drift) -> bool:
        """Should retraining be suggested now? What cannot be read counts as never."""
        if not found.suggests_retraining:
            return False
        try:
            last = json.loads(self._path.read_text("utf-8"))
            return bool(
                last["model_id"] != found.model_id or found.photos >= _AGAIN_AT * last["photos"]
            )
        except (OSError, ValueError, KeyError, TypeError):
            return True

    def note(self, found: Drift) -> None:
        """It was suggested. Raises ExportError."""
        last = {"model_id": found.model_id, "photos": found.photos}
        with atomic_file(self._path) as part:
            part.write_text(json.dumps(last) + "\n", "utf-8")


def _photos_then(manifest: Manifest) -> int:
    """How many the library had; 0 where the model learned another."""
    figures = manifest.figures
    return int(figures.get("library", figures.get("photos", 0)))


def _has_left(manifest: Manifest, photos: int, rare: float) -> bool:
    """Half as many photos came as were learned, or half as many codes again are rare."""
    usual = manifest.figures.get("rare_codes")
    if photos > (1 + _GROWN_BY) * _photos_then(manifest):
        return True
    return usual is not None and rare > (1 + _RARER_BY) * usual


def _is_strange(photos: int, rare: float) -> bool:
    return rare >= _RARE_IN_STRANGE_LIBRARIES or photos >= _LARGE_LIBRARY
