"""One table of measured figures."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field


@dataclass(frozen=True)
class _Row:
    what: str
    measured: str
    target: str
    detail: str


@dataclass
class Report:
    _rows: list[_Row] = field(default_factory=list)

    def add(self, what: str, measured: str, target: str, detail: str) -> None:
        self._rows.append(_Row(what, measured, target, detail))
        sys.stderr.write(f"{what}: {measured} (target {target}); {detail}\n")

    def table(self) -> str:
        rows = [("what", "measured", "target", "detail")]
        rows += [(row.what, row.measured, row.target, row.detail) for row in self._rows]
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            for row in rows
        ]
        return "\n".join(line.rstrip() for line in lines) + "\n"
