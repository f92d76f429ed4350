# ruff: noqa: INP001 -- a script, in no package
"""Gather the words of the window into its .ts files, and compile these to .qm.

    python packaging/translations.py [FOLDER]     (resources/translations/ where none is named)

lupdate finds `self.tr("...")` by itself. It does not know the short `_tr("...")` of modules that
name their context once, nor the sentences that the command line words too; both are spelled out
for it in a file that it reads along with the others.

A text that moves to another class or module keeps its translation.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from desktop_app.sentences import all_templates

ROOT = Path(__file__).resolve().parents[1]
VIEWS = ROOT / "desktop_app" / "ui"

# A context of Qt's, and a text in it.
Word = tuple[str, str]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "translations"
    for language in sorted(folder.glob("lookalike_*.ts")):
        gather(language)
        _run("lrelease", language, "-qm", language.with_suffix(".qm"), "-silent")


def gather(language: Path) -> None:
    """New words come in without a translation; those that are used no more go."""
    before = _translations(language)
    modules = sorted(VIEWS.rglob("*.py"))
    words = [("sentences", text) for text in all_templates()]
    words += [word for module in modules for word in _short_words(module)]
    with tempfile.TemporaryDirectory() as folder:
        spelled = Path(folder) / "spelled_out.py"
        lines = [f"QCoreApplication.translate({_quoted(a)}, {_quoted(b)})" for a, b in words]
        spelled.write_text("\n".join(lines) + "\n", "utf-8")
        options = ("-locations", "none", "-no-obsolete", "-silent")
        _run("lupdate", *modules, spelled, "-ts", language, *options)
    _keep(before, language)


def _translations(language: Path) -> dict[str, str]:
    """Finished translations by their English text; without those that depend on the context."""
    found: dict[str, set[str]] = {}
    for message in ET.parse(language).iter("message"):  # noqa: S314 -- our own file
        translation = message.find("translation")
        if translation is not None and translation.text and "type" not in translation.attrib:
            found.setdefault(message.findtext("source", ""), set()).add(translation.text)
    return {text: min(words) for text, words in found.items() if len(words) == 1}


def _keep(before: dict[str, str], language: Path) -> None:
    """Fill in what was translated before, in whatever context."""
    tree = ET.parse(language)  # noqa: S314 -- our own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        words = before.get(message.findtext("source", ""))
        if translation is not None and "type" in translation.attrib and words is not None:
            del translation.attrib["type"]
            translation.text = words
    lines = ET.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    language.write_text(f"{head}{lines}\n", "utf-8")


def _short_words(module: Path) -> Iterator[Word]:
    """What a module says by its own `_tr`."""
    tree = ast.parse(module.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    context = next((_context(node) for node in tree.body if _is_short_tr(node)), "")
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "_tr":
            text = call.args[0]
            if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
                sys.exit(f"{module}:{call.lineno}: only what stands there literally can be found")
            yield context, text.value


def _is_short_tr(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == "_tr"


def _context(function: ast.stmt) -> str:
    """The first text in it."""
    texts = (node.value for node in ast.walk(function) if isinstance(node, ast.Constant))
    return next(text for text in texts if isinstance(text, str))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *words: object) -> None:
    command = [str(Path(sys.executable).with_name(f"pyside6-{tool}")), *map(str, words)]
    subprocess.run(command, check=True)  # noqa: S603 -- our own words


if __name__ == "__main__":
    main()
