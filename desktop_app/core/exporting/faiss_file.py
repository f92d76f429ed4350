"""Write an index of faiss, code by code: faiss itself would hold all of them in memory.

The index is an IndexBinaryIDMap2 over an IndexBinaryFlat. Its file has two equal headers, all
codes, and all ids; the ids wait in a file of their own until the last code is written.
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from desktop_app.core.base.codes import Codes
from desktop_app.core.catalogue.id_lists import Ids

# Its name, K, bytes of a code, number of codes, whether it is trained, and its metric, an L2.
_HEADER = struct.Struct("=4siiq?i")
_COUNT = struct.Struct("=q")
_MAP, _FLAT, _L2 = b"IBM2", b"IBxF", 1


class FaissFile:
    """An index of binary codes that is being written."""

    def __init__(self, file: IO[bytes], ids: IO[bytes], code_bits: int) -> None:
        """Both files are empty. Raises OSError."""
        self._file = file
        self._ids = ids
        self._code_bits = code_bits
        self._count = 0
        self._write_headers()

    def add(self, ids: Ids, codes: Codes) -> None:
        """Write `codes`, uint8 [N, K/8], that a search finds by `ids`. Raises OSError."""
        self._file.write(codes.tobytes())
        self._ids.write(ids.astype("=i8").tobytes())
        self._count += len(ids)

    def finish(self) -> None:
        """Write the ids, and how many there are. Raises OSError."""
        self._file.write(_COUNT.pack(self._count))
        self._ids.seek(0)
        shutil.copyfileobj(self._ids, self._file)
        self._file.seek(0)
        self._write_headers()

    def _write_headers(self) -> None:
        code_bytes = self._code_bits // 8
        for name in (_MAP, _FLAT):
            header = (name, self._code_bits, code_bytes, self._count, True, _L2)
            self._file.write(_HEADER.pack(*header))
        self._file.write(_COUNT.pack(self._count * code_bytes))


@contextmanager
def faiss_file(path: Path, code_bits: int) -> Iterator[FaissFile]:
    """Give an index to add codes to, complete at the end of the block. Raises OSError."""
    with path.open("wb") as file, TemporaryFile(dir=path.parent) as ids:
        index = FaissFile(file, ids, code_bits)
        yield index
        index.finish()
