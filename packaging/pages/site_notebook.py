"""A notebook as a page of the site: its cells, and below each what it gave."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def notebook_page(notebook: Path) -> str:
    """Return a notebook as Markdown, with its pictures inside."""
    cells: list[Json] = json.loads(notebook.read_text("utf-8"))["cells"]
    return "\n\n".join(part for cell in cells for part in _parts(cell)) + "\n"


def _parts(cell: Json) -> Iterator[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield source
        return
    yield _block(source, "python")
    for output in cell["outputs"]:
        yield _output(output)


def _output(output: Json) -> str:
    data = output.get("data", {})
    if "image/png" in data:
        picture = "".join("".join(data["image/png"]).split())
        return f"![What the cell shows](data:image/png;base64,{picture})"
    return _block("".join(output.get("text") or data["text/plain"]), "text")


def _block(text: str, language: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"
