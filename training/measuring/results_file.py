"""Results on disk, one JSON line each, so that an interrupted evaluation resumes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop_app.core.base.atomic_write import flush_folder, make_folder
from training.base.errors import DamagedResultsError
from training.measuring.results import Curve, MeasureResult, Result, ResultKey


class ResultFile:
    """A file of results by key; it need not exist before the first is added."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def results(self) -> list[Result]:
        """Read all results in order; of several with the same key, the last.

        An incomplete last line, left by a process that was stopped, is ignored.

        Raises:
            DamagedResultsError: a line cannot be parsed.
        """
        if not self.path.is_file():
            return []
        lines = self.path.read_text(encoding="utf-8").split("\n")[:-1]
        found: dict[ResultKey, Result] = {}
        for number, line in enumerate(lines, start=1):
            result = self._parsed(line, number)
            found[result.key] = result
        return list(found.values())

    def add(self, result: Result) -> None:
        """Append a result; it is on disk when this returns."""
        make_folder(self.path.parent)
        with self.path.open("ab+") as file:
            _drop_unfinished_line(file.fileno())
            file.write(json.dumps(asdict(result)).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        flush_folder(self.path.parent)

    def _parsed(self, line: str, number: int) -> Result:
        try:
            return _result(json.loads(line))
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedResultsError(self.path, number) from error


def completed_results(
    file: ResultFile, pending: Iterable[tuple[ResultKey, Callable[[], Result]]]
) -> Iterator[Result]:
    """Yield the result of each key: from the file, or computed now and added to it."""
    known = {result.key: result for result in file.results()}
    for key, compute in pending:
        if key not in known:
            known[key] = compute()
            file.add(known[key])
        yield known[key]


def _drop_unfinished_line(descriptor: int) -> None:
    size = os.fstat(descriptor).st_size
    content = os.pread(descriptor, size, 0)
    os.ftruncate(descriptor, content.rfind(b"\n") + 1)


def _result(row: dict[str, Any]) -> Result:
    measures = tuple(_measure_result(found) for found in row.pop("measures"))
    return Result(ResultKey(**row.pop("key")), measures, **row)


def _measure_result(found: dict[str, Any]) -> MeasureResult:
    curve = found.pop("curve")
    if curve is None:
        return MeasureResult(**found)
    return MeasureResult(**found, curve=Curve(**{name: tuple(curve[name]) for name in curve}))
