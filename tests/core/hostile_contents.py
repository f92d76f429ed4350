"""Models with an invalid model.json or memory.npy, and the problem that each is refused for."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.errors import BundleProblem as Why
from desktop_app.core.bundle.model_bundle import ENCODER, HASHER, MANIFEST, MAX_FILE_BYTES, MEMORY
from tests.core.hostile_files import Maker, zipped
from tests.core.tiny_bundle import (
    BITS,
    SIZE,
    Files,
    described,
    npy,
    tiny_files,
    with_memory,
    write_zip,
)


def manifest(**values: object) -> Maker:
    return zipped(tiny_files(**values))


def manifest_text(text: bytes) -> Maker:
    return zipped({**tiny_files(), MANIFEST: text})


def manifest_with(old: str, new: str) -> Maker:
    """A manifest that json.dumps cannot write."""
    text = tiny_files()[MANIFEST].decode()
    assert old in text
    return manifest_text(text.replace(old, new).encode())


def without(name: str) -> Maker:
    return zipped({key: content for key, content in tiny_files().items() if key != name})


def unlisted_memory() -> Files:
    files = tiny_files()
    del files[MEMORY]
    return {**described(files), MEMORY: npy(np.zeros((2, SIZE), np.int8))}


def listing(name: str) -> Maker:
    files = json.loads(tiny_files()[MANIFEST])["files"]
    return manifest(files={**files, name: "0" * 64})


DEEP = b"[" * 100_000
SHARES = [share / BITS for share in range(BITS + 1)]
MANIFESTS: dict[str, tuple[Maker, Why]] = {
    "no manifest": (without(MANIFEST), Why.MISSING_FILE),
    "no hasher": (without(HASHER), Why.MISSING_FILE),
    "a manifest that is a list": (manifest_text(b"[]"), Why.BAD_MANIFEST),
    "an empty manifest": (manifest_text(b"{}"), Why.BAD_MANIFEST),
    "a manifest that is not text": (manifest_text(b"\xff\xfe{}"), Why.BAD_MANIFEST),
    "a deeply nested manifest": (manifest_text(DEEP), Why.BAD_MANIFEST),
    "a manifest of megabytes": (
        manifest(trained_on="x" * MAX_FILE_BYTES[MANIFEST]), Why.TOO_LARGE,
    ),
    "a later format": (manifest(format_version=2), Why.NEWER_FORMAT),
    "a number of 5,000 digits": (
        manifest_with('"same_distance": 2', f'"same_distance": {"9" * 5000}'), Why.BAD_MANIFEST,
    ),
    "a share that is not a number": (manifest_with("[0.0, ", "[NaN, "), Why.BAD_MANIFEST),
    "a boolean share": (manifest(random_pairs_within=[*SHARES[:-1], True]), Why.BAD_MANIFEST),
    "descending shares": (manifest(random_pairs_within=SHARES[::-1]), Why.BAD_MANIFEST),
    "a figure that is not a number": (manifest_with(": 0.5}", ": NaN}"), Why.BAD_MANIFEST),
    "an infinite figure": (manifest_with(": 0.5}", ": 1e999}"), Why.BAD_MANIFEST),
    "a figure that is a text": (manifest(figures={"map": "0.5"}), Why.BAD_MANIFEST),
    "figures that are a list": (manifest(figures=[0.5]), Why.BAD_MANIFEST),
    "thousands of figures": (
        manifest(figures={str(number): 1 for number in range(1000)}), Why.BAD_MANIFEST,
    ),
    "a distance that is a boolean": (manifest(same_distance=True), Why.BAD_MANIFEST),
    "a negative distance": (manifest(same_distance=-1), Why.BAD_MANIFEST),
    "a distance beyond the code": (manifest(similar_distance=BITS + 1), Why.BAD_MANIFEST),
    "a same distance above the similar one": (manifest(same_distance=9), Why.BAD_MANIFEST),
    "a preview of a million pixels a side": (manifest(preview_size=10**6), Why.BAD_MANIFEST),
    "a preview size without generator": (
        zipped(described({ENCODER: b"", HASHER: b""}, preview_size=8)), Why.BAD_MANIFEST,
    ),
    "a generator without preview size": (manifest(preview_size=None), Why.BAD_MANIFEST),
    "a very long text": (manifest(trained_on="x" * 20_000), Why.BAD_MANIFEST),
    "control characters": (manifest(trained_on="\x1b[2J"), Why.BAD_MANIFEST),
    "a lone surrogate": (manifest(trained_on="\ud800"), Why.BAD_MANIFEST),
    "a descriptor that is a path": (manifest(descriptor_id="../evil"), Why.BAD_MANIFEST),
    "a file that is a path": (listing("../../evil"), Why.BAD_MANIFEST),
    "a file that is the manifest": (listing(MANIFEST), Why.BAD_MANIFEST),
    "a wrong hash": (zipped({**tiny_files(), HASHER: b"another"}), Why.HASH_MISMATCH),
    "a file that is not in the manifest": (zipped(unlisted_memory()), Why.UNEXPECTED_FILE),
    **{
        f"the name {name[:20]!r}": (manifest(model_id=name), Why.BAD_MANIFEST)
        for name in (
            "../../evil", "..", ".", ".hidden", "a/b", "a\\b", "/evil", "C:evil", "con", "NUL.txt",
            "names.json", "dot.", "blank ", "new\nline", "zero\0", "\u00e9", "x" * 300, "-option",
        )
    },
}  # fmt: skip


class Evil:
    """Writes a file when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.marker,)


def pickled(folder: Path) -> Path:
    content = npy(np.array([[Evil(folder / "evil")]], object), pickled=True)
    return write_zip(folder / "given", with_memory(content))


def header(text: str) -> Maker:
    """An array with this header and no content."""
    packed = text.encode().ljust(117) + b"\n"
    content = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(packed)) + packed
    return zipped(with_memory(content))


def memory(values: NDArray[Any]) -> Maker:
    return zipped(with_memory(npy(values)))


_CODE = "__import__('pathlib').Path('evil').touch()"
MEMORIES: dict[str, tuple[Maker, Why]] = {
    "a pickle": (pickled, Why.BAD_MEMORY),
    "a header that is a program": (header(_CODE), Why.BAD_MEMORY),
    "a header that does not end": (header("{'descr': ("), Why.BAD_MEMORY),
    "a header of a billion rows": (
        header("{'descr': '|i1', 'fortran_order': False, 'shape': (1000000000000, 8)}"),
        Why.BAD_MEMORY,
    ),
    "a header of negative rows": (
        header("{'descr': '|i1', 'fortran_order': False, 'shape': (-1, 8)}"), Why.BAD_MEMORY,
    ),
    "an array without header": (zipped(with_memory(b"")), Why.BAD_MEMORY),
    "a truncated array": (
        zipped(with_memory(npy(np.zeros((5, SIZE), np.int8))[:-9])), Why.BAD_MEMORY,
    ),
    "memory of floats": (memory(np.zeros((5, SIZE), np.float32)), Why.BAD_MEMORY),
    "memory of another size": (memory(np.zeros((5, SIZE + 1), np.int8)), Why.BAD_MEMORY),
    "memory of one row": (memory(np.zeros(SIZE, np.int8)), Why.BAD_MEMORY),
    "memory in columns": (memory(np.zeros((5, SIZE), np.int8, order="F")), Why.BAD_MEMORY),
}  # fmt: skip
