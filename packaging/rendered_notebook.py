"""Run the code cells of docs/api.ipynb and store what they give, without Jupyter.

    python packaging/rendered_notebook.py        (in an environment with pandas)

Cells run one after the other in a temporary folder. Of a cell's last line, what notebooks show is
stored: text, HTML and pictures. Nothing that differs between two runs belongs into a cell.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import tempfile
from typing import Any

from building.release import ROOT

NOTEBOOK = ROOT / "docs" / "api.ipynb"

Cell = dict[str, Any]


def main() -> None:
    notebook = read_notebook()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        run(notebook)
    NOTEBOOK.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")


def read_notebook() -> Cell:
    notebook: Cell = json.loads(NOTEBOOK.read_text("utf-8"))
    return notebook


def code_cells(notebook: Cell) -> list[Cell]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def run(notebook: Cell) -> None:
    """Run all code cells in the current folder, and replace their outputs."""
    names: dict[str, object] = {"__name__": "__main__"}
    for number, cell in enumerate(code_cells(notebook), 1):
        cell["execution_count"] = number
        cell["outputs"] = list(_outputs("".join(cell["source"]), names, number))


def _outputs(source: str, names: dict[str, object], number: int) -> list[Cell]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        shown = _value_of_last_line(source, names)
    outputs: list[Cell] = []
    if text := printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": _lines(text)})
    if shown is not None:
        result = {"data": _data(shown), "execution_count": number, "metadata": {}}
        outputs.append({"output_type": "execute_result", **result})
    return outputs


def _value_of_last_line(source: str, names: dict[str, object]) -> object:
    """Execute a cell; None unless it ends with an expression."""
    tree = ast.parse(source)
    last = tree.body[-1]
    if not isinstance(last, ast.Expr):
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 - our own notebook
        return None
    before = ast.Module(tree.body[:-1], [])
    exec(compile(before, "<cell>", "exec"), names)  # noqa: S102
    shown: object = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307
    return shown


def _data(shown: Any) -> Cell:
    """Return a value in the forms that a notebook shows, by their media types."""
    data: Cell = {"text/plain": _lines(repr(shown))}
    if hasattr(shown, "_repr_html_"):
        data["text/html"] = _lines(shown._repr_html_())
    if hasattr(shown, "_repr_png_"):
        data["image/png"] = base64.b64encode(shown._repr_png_()).decode()
        data["text/plain"] = ["A picture"]  # its repr has an address in memory
    return data


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


if __name__ == "__main__":
    main()
