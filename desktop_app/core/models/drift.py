"""Detect that a library has drifted from the photos that its model was trained on.

The manifest's `figures` of a model that was trained on the library tell how many photos it learned
from (`photos`), how many the library had then (`library`; duplicates and photos beyond a sample are
not learned), and the share of codes that were isolated (`rare_codes`: the nearest other code is
farther than `similar_distance`). Other models, such as the shipped one, have none of these figures.

Measured with the shipped model: 48 to 58 % of the codes were isolated among a thousand photos of
the kinds that it was trained on, and fewer among more; 62 to 64 % in libraries of other kinds, even
of three or four thousand photos. In a large library most codes have a near neighbour, so that the
share says nothing; from 4,500 photos on, retraining was measured to find more in any case.
"""

from __future__ import annotations

from dataclasses import dataclass

import faiss
import numpy as np

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.search.code_index import CodeIndex

MIN_PHOTOS = 1000
_SAMPLED_CODES = 1000
_FOREIGN_RARE_SHARE = 0.6
_LARGE_LIBRARY = 4500
_MAX_GROWTH = 0.5
_MAX_RARER = 0.5
_REPEAT_GROWTH = 2  # a suggestion is repeated when the library is this many times as large


@dataclass(frozen=True)
class Drift:
    """How far a library is from the photos that its model was trained on.

    Attributes:
        model_id: The model.
        photos: With codes of that model.
        new_photos: Added since the training, judged by number; all, if the model was trained on
            other photos.
        rare_share: Share of isolated codes.
        suggests_retraining: Whether retraining is likely to find more.
    """

    model_id: str
    photos: int
    new_photos: int
    rare_share: float
    suggests_retraining: bool


def measure_drift(index: CodeIndex, manifest: Manifest) -> Drift:
    """Measure the drift of an index of this model's codes. Takes four seconds for a million."""
    photos = len(index)
    learned = _photos_at_training(manifest)
    rare = rare_share(index.codes, manifest.similar_distance)
    has_drifted = _has_changed(manifest, photos, rare) if learned else _is_foreign(photos, rare)
    return Drift(
        manifest.model_id,
        photos,
        max(0, photos - learned),
        rare,
        photos >= MIN_PHOTOS and has_drifted,
    )


def rare_share(codes: Codes, similar_distance: int) -> float:
    """Estimate the share of isolated codes from a sample.

    Args:
        codes: Packed, uint8 [N, K/8].
        similar_distance: In bits; a code is isolated if its nearest other one is farther.

    Returns:
        The share, in [0, 1]; 0 for fewer than two codes.
    """
    if len(codes) < 2:
        return 0.0
    rows = np.random.default_rng(0).permutation(len(codes))[:_SAMPLED_CODES]
    distances = faiss.knn_hamming(np.ascontiguousarray(codes[rows]), codes, 2, variant="mc")[0]
    return float(np.mean(distances[:, 1] > similar_distance))


@dataclass(frozen=True)
class _LastSuggestion:
    model_id: str
    photos: int


class RetrainingSuggestions:
    """Remembers in the library's folder for which model and at which size it was suggested last."""

    def __init__(self, files: LibraryFiles) -> None:
        self._path = files.suggestion

    def is_due(self, found: Drift) -> bool:
        """Whether to suggest retraining now. A file that cannot be read counts as missing."""
        if not found.suggests_retraining:
            return False
        try:
            last = decode_json(self._path.read_bytes(), _LastSuggestion)
        except (OSError, ValueError):
            return True
        return last.model_id != found.model_id or found.photos >= _REPEAT_GROWTH * last.photos

    def record(self, found: Drift) -> None:
        """Remember that it was suggested. Raises ExportError."""
        with atomic_file(self._path) as part:
            last = _LastSuggestion(found.model_id, found.photos)
            part.write_text(encode_json(last) + "\n", "utf-8")


def _photos_at_training(manifest: Manifest) -> int:
    """The size of the library at training; 0 if the model was trained on other photos."""
    figures = manifest.figures
    return int(figures.get("library", figures.get("photos", 0)))


def _has_changed(manifest: Manifest, photos: int, rare: float) -> bool:
    """Whether the library has grown by half, or has half as many isolated codes again."""
    usual = manifest.figures.get("rare_codes")
    if photos > (1 + _MAX_GROWTH) * _photos_at_training(manifest):
        return True
    return usual is not None and rare > (1 + _MAX_RARER) * usual


def _is_foreign(photos: int, rare: float) -> bool:
    return rare >= _FOREIGN_RARE_SHARE or photos >= _LARGE_LIBRARY
