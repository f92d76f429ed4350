"""Made-up photos for the tests of the similarity matrix."""

import numpy as np

from training.base.arrays import Floats


def clouds(photos: int, size: int = 12, identical: int = 0) -> Floats:
    """Six clouds of features float32 [N, F]; the first `identical` of them are one photo."""
    rng = np.random.default_rng(photos)
    centres = rng.standard_normal((6, size)) * 1.5 + 3
    features = centres[np.arange(photos) % 6] + rng.standard_normal((photos, size))
    features[:identical] = features[0]
    return features.astype(np.float32)
