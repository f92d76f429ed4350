"""How this program finds copies, as in a library of all photos and the copies of one edit.

Candidates come from fingerprints and codes, and a look at both thumbnails decides
(core/duplicates/finder.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.atomic_write import make_folder
from desktop_app.core.base.codes import Codes
from desktop_app.core.base.processors import available_cores
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.duplicates.code_neighbours import code_neighbours
from desktop_app.core.fingerprints.candidates import fingerprint_candidates
from desktop_app.core.fingerprints.fingerprint import fingerprints
from desktop_app.core.fingerprints.words import as_words
from desktop_app.core.photos.preprocess import network_input
from training.base.arrays import Floats, stored_array
from training.data.features import preprocess_digest
from training.data.pictures import PictureSet
from training.duplicates.looking import LookingProcesses
from training.duplicates.quality import Wanted
from training.duplicates.reading import read_rgb

T = TypeVar("T")


class OwnMethod:
    """Compares pictures as a library does.

    Args:
        encoder: computes the codes.
        cache: folder of all caches.
        looking: looks at the candidates.
    """

    title = "ours"

    def __init__(self, encoder: Encoder, cache: Path, looking: LookingProcesses) -> None:
        self._encoder = encoder
        self._cache = cache / "codes"
        self._looking = looking

    def distances(self, copies: PictureSet, originals: PictureSet, wanted: Wanted) -> Floats:
        """Return 1 - the share that agrees, float32 [M, N]; pairs that are no candidates at inf."""
        rows, columns = np.nonzero(self.candidates(copies, originals) & wanted)
        starts = np.searchsorted(rows, np.arange(len(copies)))
        parts = np.split(columns, starts[1:])
        known = originals.paths
        paths = [[known[column] for column in part] for part in parts]
        found = np.full((len(copies), len(originals)), np.inf, np.float32)
        looked = self._looking.distances(list(zip(copies.paths, paths, strict=True)))
        found[rows, columns] = list(chain.from_iterable(looked))
        return found

    def candidates(self, copies: PictureSet, originals: PictureSet) -> Wanted:
        """Return which pairs of a copy and an original a library would compare, bool [M, N]."""
        first = len(originals)
        codes = np.concatenate([self._codes(originals), self._codes(copies)])
        words, word_rows = as_words(_fingerprints(originals) + _fingerprints(copies))
        rows, is_new = np.arange(len(codes)), np.ones(len(codes), bool)
        is_candidate = np.zeros((len(copies), first), bool)
        for pairs in chain(
            fingerprint_candidates(words, word_rows, is_new), code_neighbours(codes, rows)
        ):
            across = (pairs.first < first) & (pairs.second >= first)
            is_candidate[pairs.second[across] - first, pairs.first[across]] = True
        return is_candidate

    def _codes(self, pictures: PictureSet) -> Codes:
        make_folder(self._cache)
        file = self._cache / f"{self._key(pictures)}.npy"
        codes: Codes = stored_array(file, lambda: np.stack(_in_threads(self._code, pictures.paths)))
        return codes

    def _code(self, path: Path) -> NDArray[np.uint8]:
        pixels = network_input(read_rgb(path), self._encoder.image_size)
        code: Codes = self._encoder.encode(pixels).codes[0]
        return code

    def _key(self, pictures: PictureSet) -> str:
        digest = preprocess_digest(self._encoder.image_size)
        parts = [self._encoder.model_id, digest, pictures.root, *pictures.names]
        text = "\n".join(map(str, parts)).encode(errors="surrogatepass")
        return hashlib.sha256(text).hexdigest()[:16]


@cache
def _fingerprints(pictures: PictureSet) -> list[bytes]:
    return _in_threads(lambda path: fingerprints(read_rgb(path)), pictures.paths)


def _in_threads(compute: Callable[..., T], *items: Sequence[Any]) -> list[T]:
    with ThreadPoolExecutor(available_cores()) as pool:
        return list(pool.map(compute, *items))
