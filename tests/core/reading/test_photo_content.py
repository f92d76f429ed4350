"""What indexing stores of a photo depends on its content only, and a worker starts with little."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.photos.preprocess import network_input
from desktop_app.core.reading.photo_content import photo_content


# Smaller JPEGs are read into memory at once, larger ones in blocks.
@pytest.mark.parametrize("size_bytes", [0, 2**20, 17 * 2**20])
def test_a_photo_is_hashed_and_decoded_whatever_its_size(tmp_path: Path, size_bytes: int) -> None:
    path = tmp_path / "a.jpg"
    Image.radial_gradient("L").resize((400, 300)).convert("RGB").save(path, quality=95)
    os.truncate(path, max(size_bytes, path.stat().st_size))
    content_hash = hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
    found = photo_content(PhotoReader(), path, 64, content_hash.__eq__)
    assert found is not None
    decoded = PhotoReader().open(path, 64, 320).image
    assert found[1].tobytes() == network_input(decoded, 64).tobytes()


@pytest.mark.slow
def test_a_worker_starts_without_what_few_photos_need() -> None:
    """Each run of the indexer starts one for each core, and waits for them."""
    heavy = "onnxruntime faiss scipy psutil ssl rawpy pillow_heif tifffile imagecodecs".split()
    program = (
        "import sys, desktop_app.__main__, desktop_app.core.reading.worker;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=300, check=True
    )
    assert ended.stdout == "[]\n"
