"""Packages for Arch are recompressed without a change of what is inside."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from building.recompressed import recompress
from zstandard import ZstdCompressor, ZstdDecompressor, ZstdError


def test_a_recompressed_file_is_smaller_and_has_the_same_content(tmp_path: Path) -> None:
    once = random.Random(0).randbytes(3_000_000)  # repeats farther back than level 1 looks
    path = tmp_path / "package.pkg.tar.zst"
    path.write_bytes(ZstdCompressor(level=1).compress(once + once))
    before = path.stat().st_size

    recompress(path)

    assert path.stat().st_size < 0.6 * before
    with path.open("rb") as file:
        assert ZstdDecompressor().stream_reader(file).read() == once + once
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_file_of_another_kind_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "package.pkg.tar.zst"
    path.write_bytes(b"no such archive")

    with pytest.raises(ZstdError):
        recompress(path)

    assert path.read_bytes() == b"no such archive"
