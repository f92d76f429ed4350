from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.killing import all_rows, index_undisturbed, kill_until_done


@pytest.mark.e2e
@pytest.mark.slow
def test_a_library_survives_being_killed_at_any_moment(
    tmp_path: Path, photo_folder: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    for number in range(100):
        picture = scene("beach", number % 3).resize((240 + number, 160))
        picture.save(photo_folder / f"more-{number}.jpg")
    (photo_folder / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    seconds = index_undisturbed(tmp_path / "calm", photo_folder)
    hits = kill_until_done(tmp_path / "killed", photo_folder, 12, seconds, seed=1)
    index_undisturbed(tmp_path / "killed", photo_folder)
    assert hits >= 3
    assert all_rows(tmp_path / "killed") == all_rows(tmp_path / "calm")
