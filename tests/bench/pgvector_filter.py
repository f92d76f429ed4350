"""`python -m tests.bench.pgvector_filter`: what pgvector's HNSW index finds under a filter.

Of drawn codes in a real PostgreSQL, 2 % pass a filter, and the ten nearest are asked for. Without
iterative scans, the index looks at the nearest of all codes, and the filter leaves few of those.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

import numpy as np
import psycopg

from desktop_app.core.base.codes import Codes
from tests.bench.archive_lists import drawn_codes
from tests.postgres import running_postgres

_PART, _TOP, _QUERIES = 50, 10, 30
_MODES = ("off", "strict_order", "relaxed_order")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure pgvector's HNSW under a filter.")
    parser.add_argument("--codes", type=int, default=50_000, help="%(default)s")
    codes = drawn_codes(parser.parse_args().codes)
    bits = np.unpackbits(codes, axis=1, bitorder="little")
    with running_postgres() as server, psycopg.connect(server.get_uri(), autocommit=True) as base:
        sys.stdout.write(f"{len(codes):,} codes, index built in {_filled(base, bits):.0f} s\n")
        for mode in _MODES:
            base.execute(f"SET hnsw.iterative_scan = {mode}")
            counts, recall = _searched(base, codes, bits)
            sys.stdout.write(
                f"iterative_scan {mode}: {np.median(counts):.0f} of {_TOP} rows"
                f" ({min(counts)} to {max(counts)}), {recall:.0%} of the nearest\n"
            )


def _filled(base: psycopg.Connection, bits: Codes) -> float:
    """Fill a table, and return the seconds that its index takes."""
    base.execute("CREATE EXTENSION vector")
    base.execute(f"CREATE TABLE photos (id bigint, part int, code bit({bits.shape[1]}))")
    with base.cursor().copy("COPY photos FROM STDIN") as copy:
        for number, row in enumerate(bits):
            copy.write_row((number, number % _PART, _text(row)))
    started = time.perf_counter()
    base.execute("CREATE INDEX ON photos USING hnsw (code bit_hamming_ops)")
    seconds = time.perf_counter() - started
    base.execute("ANALYZE photos")
    base.execute("SET enable_seqscan = off")
    return seconds


def _searched(base: psycopg.Connection, codes: Codes, bits: Codes) -> tuple[list[int], float]:
    """Return how many rows each query gets, and the share of the ten nearest among them."""
    counts, near = list[int](), 0
    passing = codes[7::_PART]
    for query in np.random.default_rng(1).integers(0, len(codes), _QUERIES):
        found = _nearest(base, _text(bits[query]))
        distances = np.bitwise_count(passing ^ codes[query]).sum(axis=1)
        counts.append(len(found))
        near += sum(distance <= np.sort(distances)[_TOP - 1] for distance in found)
    return counts, near / (_QUERIES * _TOP)


def _nearest(base: psycopg.Connection, code: str) -> list[Any]:
    """Return the distances of what the index finds under the filter."""
    rows = base.execute(
        f"SELECT code <~> %s::bit({len(code)}) AS distance FROM photos WHERE part = 7"
        f" ORDER BY distance LIMIT {_TOP}",
        (code,),
    )
    return [distance for (distance,) in rows]


def _text(bits: Codes) -> str:
    return (bits + ord("0")).tobytes().decode()


if __name__ == "__main__":
    main()
