import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.training.duplicates.drawn_photos import drawn_photos
from training.data.pictures import PictureSet
from training.duplicates.rival_method import RivalMethod
from training.duplicates.rivals import Rival, rivals

Codes = NDArray[np.uint8]
ALL = np.ones(1, bool)  # rivals compare all pairs


def codes_by_name(paths: Sequence[Path]) -> Codes:
    """The number in a file's name as 8 bits, and, as it is turned, all bits the other way."""
    numbers = np.array([[[int(path.stem)]] for path in paths], np.uint8)
    return np.concatenate([numbers, 255 - numbers], axis=1)


def numbered(*numbers: int) -> PictureSet:
    return PictureSet(Path("nowhere"), tuple(f"{number}.jpg" for number in numbers))


def test_the_nearest_of_a_copys_variants_counts(tmp_path: Path) -> None:
    method = RivalMethod(Rival("bits", "a package that nobody has", codes_by_name), tmp_path)
    found = method.distances(numbered(0, 254), numbered(0, 1, 255), ALL)
    assert found.tolist() == [[0, 1, 0], [1, 0, 1]]


def test_pictures_are_described_once(tmp_path: Path) -> None:
    asked: list[int] = []

    def describe(paths: Sequence[Path]) -> Codes:
        asked.append(len(paths))
        return codes_by_name(paths)

    rival = Rival("bits", "a package that nobody has", describe)
    for _ in range(2):
        RivalMethod(rival, tmp_path).distances(numbered(1), numbered(1, 2), ALL)
    assert asked == [1, 2]
    RivalMethod(replace(rival, title="other bits"), tmp_path).distances(
        numbered(1), numbered(1, 2), ALL
    )
    assert asked == [1, 2, 1, 2]


def test_what_is_not_installed_has_no_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Rival("none", "a-package-that-nobody-has", codes_by_name).version is None
    program = Rival("none", "a-program", codes_by_name, is_program=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program.version is None
    (tmp_path / "a-program").write_text("")
    (tmp_path / "a-program").chmod(0o700)
    assert shutil.which("a-program")
    assert program.version is not None


def test_an_installed_package_has_its_version() -> None:
    version = Rival("Pillow", "pillow", codes_by_name).version
    assert version is not None
    assert version[0].isdigit()


def test_rivals_have_titles_of_their_own() -> None:
    titles = [rival.title for rival in rivals()]
    assert len(set(titles)) == len(titles)


@pytest.mark.slow
@pytest.mark.parametrize("rival", rivals(), ids=lambda rival: rival.title)
def test_each_rival_that_is_installed_finds_a_file_in_itself(rival: Rival, tmp_path: Path) -> None:
    if rival.version is None:
        pytest.skip(f"{rival.package} is not installed")
    photos = drawn_photos(tmp_path / "photos", 3)
    found = RivalMethod(rival, tmp_path).distances(photos, photos, ALL)
    assert found.shape == (3, 3)
    assert (found.argmin(axis=1) == np.arange(3)).all()
