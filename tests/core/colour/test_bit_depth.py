"""Grey of 16 bits, as Pillow decodes it from JPEG 2000, becomes grey of 8 bits."""

import numpy as np
from PIL import Image

from desktop_app.core.colour.bit_depth import eight_bits


def test_grey_of_16_bits_keeps_its_upper_byte_and_its_profile() -> None:
    image = Image.fromarray(np.array([[0, 255, 256, 0x80FF, 65535]], np.uint16))
    image.info = {"icc_profile": b"a profile", "dpi": (72, 72)}
    found = eight_bits(image)
    assert np.asarray(found).tolist() == [[0, 0, 1, 0x80, 255]]
    assert found.info == {"icc_profile": b"a profile"}
