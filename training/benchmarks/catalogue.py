"""The benchmarks by their names on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from training.base.errors import UnknownBenchmarkError
from training.benchmarks.benchmark import Benchmark
from training.benchmarks.cifar10 import cifar10, cifar10_few_learned, cifar10_few_queries
from training.benchmarks.corel import corel
from training.benchmarks.mirflickr import mirflickr
from training.benchmarks.nus_wide import nus_wide

_LOADERS: dict[str, Callable[[Path, Path], Benchmark]] = {
    "corel": corel,
    "cifar10": cifar10,
    "cifar10-5000": cifar10_few_learned,
    "cifar10-1000": cifar10_few_queries,
    "mirflickr": lambda data, _: mirflickr(data),
    "nus-wide": lambda data, _: nus_wide(data),
}


def benchmark_names() -> tuple[str, ...]:
    return tuple(_LOADERS)


def load_benchmark(name: str, data: Path, cache: Path) -> Benchmark:
    """Load a benchmark with its published split; archives are extracted to `cache`.

    Raises:
        UnknownBenchmarkError, MissingDataError, DamagedDataError, IncompleteDataError.
    """
    if name not in _LOADERS:
        raise UnknownBenchmarkError(name, benchmark_names())
    return _LOADERS[name](data, cache)
