"""Smaller Zstandard files, which take longer to write and are read as before."""

from __future__ import annotations

from pathlib import Path

from zstandard import ZstdCompressionParameters, ZstdCompressor, ZstdDecompressor

_LEVEL = 22
_WINDOW_LOG = 27  # 128 MB, the most that readers accept unless they are told otherwise


def recompress(path: Path) -> None:
    """Replace a Zstandard file by a smaller one with the same content.

    Raises:
        ZstdError: The file is no Zstandard file.
    """
    parameters = ZstdCompressionParameters.from_level(_LEVEL, window_log=_WINDOW_LOG)
    smaller = path.with_name(f"{path.name}.smaller")
    with path.open("rb") as source, smaller.open("wb") as target:
        reader = ZstdDecompressor().stream_reader(source)
        ZstdCompressor(compression_params=parameters).copy_stream(reader, target)
    smaller.replace(path)
