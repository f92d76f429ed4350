"""A rival as a method that is measured; what it computes of each picture is cached."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from desktop_app.core.base.atomic_write import make_folder
from training.base.arrays import Floats, stored_array
from training.data.pictures import PictureSet
from training.duplicates.quality import Wanted
from training.duplicates.rivals import Descriptors, Rival


class RivalMethod:
    """Compares pictures as a rival does.

    Args:
        rival: an installed one.
        cache: folder of all caches.
    """

    def __init__(self, rival: Rival, cache: Path) -> None:
        self._rival = rival
        self._cache = cache / "fingerprints"

    @property
    def title(self) -> str:
        return self._rival.title

    def distances(self, copies: PictureSet, originals: PictureSet, _: Wanted) -> Floats:
        """Compare all pairs, float32 [M, N]; of a copy's variants, the nearest counts."""
        found, known = self._described(copies), self._described(originals)[:, 0]
        variants = [self._rival.compare(found[:, v], known) for v in range(found.shape[1])]
        return np.asarray(np.minimum.reduce(variants), np.float32)

    def _described(self, pictures: PictureSet) -> Descriptors:
        make_folder(self._cache)
        file = self._cache / f"{self._key(pictures)}.npy"
        return stored_array(file, lambda: self._rival.describe(pictures.paths))

    def _key(self, pictures: PictureSet) -> str:
        """A folder of copies is named after what is in it."""
        parts = [self.title, self._rival.version, pictures.root, *pictures.names]
        text = "\n".join(map(str, parts)).encode(errors="surrogatepass")
        return hashlib.sha256(text).hexdigest()[:16]
