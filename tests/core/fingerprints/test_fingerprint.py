import numpy as np
from PIL import Image

from desktop_app.core.fingerprints.fingerprint import fingerprint


def test_the_fingerprint_of_a_smaller_copy_is_nearly_the_same() -> None:
    rng = np.random.default_rng(0)
    cells = rng.integers(0, 256, (8, 9, 3), np.uint8)
    photo = Image.fromarray(cells).resize((450, 400), Image.Resampling.BICUBIC)
    one, other = fingerprint(photo), fingerprint(photo.resize((180, 160)))
    assert bin(int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).count("1") <= 2
    assert len(one) == 8
