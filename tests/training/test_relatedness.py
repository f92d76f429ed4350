from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.encoder import Encoder
from training.data import PictureSet, RetrievalSet
from training.relatedness import measure_relatedness


def test_relatives_are_counted_and_a_library_without_them_has_none(encoder: Encoder) -> None:
    """Two queries, 300 photos of noise; the first query has 20 near copies, the second none."""
    bits = encoder.bundle.manifest.code_bits
    rng = np.random.default_rng(0)
    queries = rng.standard_normal((2, bits)).astype(np.float32)
    photos = rng.standard_normal((300, bits)).astype(np.float32)
    photos[:20] = queries[0] + 0.2 * photos[:20]
    same_theme = np.zeros((2, 300), bool)
    same_theme[0, :20] = True
    corel = RetrievalSet(
        PictureSet(Path(), ("",) * 302), np.arange(302) < 2, same_theme, np.zeros((2, 300), bool)
    )
    found = measure_relatedness(encoder.bundle.manifest, np.concatenate([queries, photos]), corel)
    assert found.median_count == pytest.approx(10)
    assert (found.theme, found.word) == (1, 0)
    assert (found.none_with, found.none_without) == (0.5, 1)
