"""The words in the names of a library's folders, and photos in these folders."""

from __future__ import annotations

import os
import re
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.catalogue.schema import PhotoId
from desktop_app.core.words.own_words import LEAST_PHOTOS

# A word of letters, or a run of Chinese characters; digits are dates and numbers.
_WORD = re.compile(r"[^\W\d_]{3,}|[\u3400-\u9fff]{2,}")
# Names that say nothing about what photos show.
_SAYS_NOTHING = frozenset(
    "android apple backup bilder camera canon copy dcim desktop documents download downloads export"
    " exports files folder fotos home images img import iphone jpeg jpg media misc msdcf new nikon"
    " old originals photo photos pictures raw samples scans sony temp the tmp users whatsapp"
    " 照片 图片 相册 备份".split()
)
MOST_WORDS = 300
_PHOTOS_OF_A_WORD = 64


def folder_words(catalogue: Catalogue, indexed: Ids) -> dict[str, Ids]:
    """Return the words in names of folders with up to 64 photos of each, spread over all of them.

    The words of the most photos come first, at most 300. A word of every photo tells nothing.

    Args:
        catalogue: The library.
        indexed: int64 [N], ascending: photos that have descriptors.
    """
    photos = _photos_of_words(catalogue, indexed)
    telling = {word: ids for word, ids in photos.items() if LEAST_PHOTOS <= len(ids) < len(indexed)}
    first = sorted(telling, key=lambda word: (-len(telling[word]), word))[:MOST_WORDS]
    return {word: _spread(telling[word]) for word in first}


def descriptors_of_words(catalogue: Catalogue, photos: dict[str, Ids]) -> dict[str, Descriptors]:
    """Read the descriptors int8 [M, D] of the photos of each word, each photo once."""
    if not photos:
        return {}
    ids = np.unique(np.concatenate(list(photos.values())))
    found = catalogue.descriptors(ids.tolist())
    return {word: found[np.searchsorted(ids, own)] for word, own in photos.items()}


def words_of_path(name: str) -> list[str]:
    """Return the telling words of a folder's name, each once: 'Iceland 2019/glaciers'."""
    words = (word.casefold() for word in _WORD.findall(name))
    return list(dict.fromkeys(word for word in words if word not in _SAYS_NOTHING))


def _photos_of_words(catalogue: Catalogue, indexed: Ids) -> dict[str, Ids]:
    rows = catalogue.read(
        tuple[PhotoId, bytes, bytes],
        "SELECT photos.id, roots.path, folder FROM photos JOIN roots ON roots.id = root_id"
        " WHERE state = 'indexed'",
    )
    by_folder: dict[tuple[bytes, bytes], list[int]] = defaultdict(list)
    for photo_id, root, folder in rows:
        by_folder[root, folder].append(photo_id)
    by_word: dict[str, list[NDArray[np.int64]]] = defaultdict(list)
    for (root, folder), ids in by_folder.items():
        name = f"{os.path.basename(os.fsdecode(root))}/{os.fsdecode(folder)}"  # noqa: PTH119
        for word in words_of_path(name):
            by_word[word].append(np.array(ids, np.int64))
    return {word: np.intersect1d(np.concatenate(parts), indexed) for word, parts in by_word.items()}


def _spread(ids: Ids) -> Ids:
    places = np.linspace(0, len(ids) - 1, min(len(ids), _PHOTOS_OF_A_WORD)).round().astype(int)
    return np.asarray(ids[places], np.int64)
