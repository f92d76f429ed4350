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

from collections.abc import Callable
from dataclasses import dataclass

import faiss
import numpy as np

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.errors import ExportError
from desktop_app.core.base.json_codec import decode_json, encode_json, read_json
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.search.code_index import CodeIndex

MIN_PHOTOS = 1000
_SAMPLED_CODES = 1000
_MIN_SAMPLED_CODES = 50
# Two bounds of comparisons between codes: for one measurement (half a second of a core), and
# between two looks at `is_stopped`.
_MAX_COMPARISONS = 100_000_000
_COMPARISONS_A_STEP = 10_000_000
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
        suggests_retraining: Whether retraining is likely to find more.
    """

    model_id: str
    photos: int
    new_photos: int
    suggests_retraining: bool


def _never() -> bool:
    return False


def measure_drift(
    index: CodeIndex, manifest: Manifest, is_stopped: Callable[[], bool] = _never
) -> Drift:
    """Measure the drift of an index of this model's codes.

    Args:
        index: Of the library.
        manifest: Of the model.
        is_stopped: Asked several times a second; True ends the measurement without a suggestion.
    """
    photos, learned = len(index), _photos_at_training(manifest)
    has_grown = photos > (1 + _MAX_GROWTH) * learned if learned else photos >= _LARGE_LIBRARY
    suggests = photos >= MIN_PHOTOS and (has_grown or _is_rarer(index.codes, manifest, is_stopped))
    new_photos = max(0, photos - learned)
    return Drift(manifest.model_id, photos, new_photos, suggests and not is_stopped())


def rare_share(
    codes: Codes, similar_distance: int, is_stopped: Callable[[], bool] = _never
) -> float:
    """Estimate the share of isolated codes from a sample, which is smaller in a large library.

    Args:
        codes: Packed, uint8 [N, K/8].
        similar_distance: In bits; a code is isolated if its nearest other one is farther.
        is_stopped: True ends the measurement with the codes that were compared so far.

    Returns:
        The share, in [0, 1]; 0 for fewer than two codes.
    """
    if len(codes) < 2:
        return 0.0
    size = min(_SAMPLED_CODES, max(_MIN_SAMPLED_CODES, _MAX_COMPARISONS // len(codes)))
    rows = np.random.default_rng(0).permutation(len(codes))[:size]
    step = max(1, _COMPARISONS_A_STEP // len(codes))
    isolated: list[bool] = []
    for start in range(0, len(rows), step):
        if is_stopped():
            break
        queries = np.ascontiguousarray(codes[rows[start : start + step]])
        distances = faiss.knn_hamming(queries, codes, 2, variant="mc")[0]
        isolated += (distances[:, 1] > similar_distance).tolist()
    return float(np.mean(isolated)) if isolated else 0.0


@dataclass(frozen=True)
class _LastSuggestion:
    model_id: str
    photos: int


class RetrainingSuggestions:
    """Remembers in the library's folder for which model and at which size it was suggested last."""

    def __init__(self, files: LibraryFiles) -> None:
        self._path = files.suggestion

    def may_be_due(self, model_id: str, photos: int) -> bool:
        """Whether to suggest retraining now if the library of `photos` photos has drifted.

        A file that cannot be read counts as missing.
        """
        try:
            last = decode_json(read_json(self._path), _LastSuggestion)
        except (OSError, ValueError):
            return True
        return last.model_id != model_id or photos >= _REPEAT_GROWTH * last.photos

    def is_due(self, found: Drift) -> bool:
        """Whether to suggest retraining now."""
        return found.suggests_retraining and self.may_be_due(found.model_id, found.photos)

    def record(self, found: Drift) -> None:
        """Remember that it was suggested. Raises ExportError."""
        last = _LastSuggestion(found.model_id, found.photos)
        try:
            atomic_write(self._path, encode_json(last) + "\n")
        except OSError as error:
            raise ExportError(self._path, error.strerror or str(error)) from error


def _photos_at_training(manifest: Manifest) -> int:
    """The size of the library at training; 0 if the model was trained on other photos."""
    figures = manifest.figures
    return int(figures.get("library", figures.get("photos", 0)))


def _is_rarer(codes: Codes, manifest: Manifest, is_stopped: Callable[[], bool]) -> bool:
    """Whether more codes are isolated than is usual for photos that the model was trained on."""
    limit = _FOREIGN_RARE_SHARE
    if _photos_at_training(manifest):
        usual = manifest.figures.get("rare_codes")
        if usual is None:
            return False
        limit = (1 + _MAX_RARER) * usual
    return rare_share(codes, manifest.similar_distance, is_stopped) > limit
