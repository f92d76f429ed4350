"""How well does the application's cut-off part related photos from the rest?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.base.codes import Codes, Logits, pack
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.search.code_index import CodeIndex, Query
from training.benchmarks.benchmark import Benchmark

_TOP = 1000


@dataclass(frozen=True)
class Relatedness:
    """Over all queries that have related photos. `theme` and `word` are the shares of the photos
    above the line that have the query's theme or a word of it, the mean over those queries.

    `none_with` is the share of queries with nothing above the line in the whole database,
    `none_without` after every photo with the query's theme or a word of it has been taken out.
    """

    median_count: float
    theme: float
    word: float
    none_with: float
    none_without: float


def measure_relatedness(manifest: Manifest, logits: Logits, corel: Benchmark) -> Relatedness:
    """From the logits float32 [N, K] of all of Corel's pictures, by the application's search."""
    database = pack(logits[corel.database])
    themes_shared, words_shared = (
        corel.measure(name).relevant(corel.queries, corel.database) for name in ("theme", "words")
    )
    counts, themes, words, left = [], [], [], []
    for row, query in enumerate(logits[corel.queries]):
        theme, word = themes_shared[row], words_shared[row]
        found = _related_rows(manifest, database, query)
        counts.append(len(found))
        if len(found):
            themes.append(theme[found].mean())
            words.append(word[found].mean())
        left.append(len(_related_rows(manifest, database[~(theme | word)], query)))
    return Relatedness(
        median_count=float(np.median(counts)),
        theme=float(np.mean(themes)),
        word=float(np.mean(words)),
        none_with=float(np.mean(np.array(counts) == 0)),
        none_without=float(np.mean(np.array(left) == 0)),
    )


def _related_rows(manifest: Manifest, database: Codes, query: Logits) -> NDArray[np.int64]:
    index = CodeIndex(manifest)
    index.add_all(np.arange(len(database), dtype=np.int64), database)
    matches = index.nearest(Query(query), _TOP)
    return np.array([match.photo_id for match in matches if match.related], np.int64)
