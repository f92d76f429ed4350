import os
import sys
from pathlib import Path

import pytest
from PIL import Image

from training.base.errors import MissingDataError, NoPicturesError, UnknownBenchmarkError
from training.benchmarks.catalogue import benchmark_names, load_benchmark
from training.data.folders import pictures_in_folder


def write_photo(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (48, 32), (200, 90, 60)).save(path, "JPEG")


def test_pictures_are_found_as_indexing_finds_them(tmp_path: Path) -> None:
    for name in ("b.jpg", "trip/a.jpg", "trip/deep/no suffix", ".hidden.jpg", ".bin/c.jpg"):
        write_photo(tmp_path / name)
    (tmp_path / "notes.jpg").write_text("not a picture")
    (tmp_path / "empty.jpg").touch()
    found = pictures_in_folder(tmp_path)
    assert found.names == ("b.jpg", "trip/a.jpg", "trip/deep/no suffix")
    assert all(path.is_file() for path in found.paths)


def test_a_folder_without_pictures_is_reported(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing here")
    with pytest.raises(NoPicturesError, match="no readable pictures in"):
        pictures_in_folder(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError) as caught:
        pictures_in_folder(tmp_path / "gone")
    assert caught.value.path == tmp_path / "gone"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of any bytes")
def test_names_of_any_bytes_are_kept(tmp_path: Path) -> None:
    write_photo(tmp_path / "plain.jpg")
    (tmp_path / "plain.jpg").rename(tmp_path / os.fsdecode(b"caf\xe9.jpg"))
    assert [path.is_file() for path in pictures_in_folder(tmp_path).paths] == [True]


def test_an_unknown_benchmark_is_reported_with_the_known_ones(tmp_path: Path) -> None:
    assert benchmark_names() == (
        *("corel", "cifar10", "cifar10-5000", "cifar10-1000", "mirflickr", "nus-wide"),
    )
    for name in benchmark_names():
        with pytest.raises(MissingDataError):
            load_benchmark(name, tmp_path, tmp_path / "cache")
    with pytest.raises(UnknownBenchmarkError) as caught:
        load_benchmark("imagenet", tmp_path, tmp_path / "cache")
    assert str(caught.value).startswith("There is no benchmark 'imagenet'. Use one of: corel, ")
