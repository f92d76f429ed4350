"""A training that ends soon: most of its time goes into encoding hundreds of pictures at its end.

`tests/e2e/test_nothing_leaves.py` runs a whole training.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_PHOTOS = 8


@contextmanager
def quick_calibration() -> Iterator[None]:
    """Inside the block, few photos calibrate a trained model, and are compared with its export."""
    from training.shipping import bundling

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundling, "_EDITED_PHOTOS", _PHOTOS)
        patch.setattr(bundling, "_PARITY_PHOTOS", _PHOTOS)
        yield
