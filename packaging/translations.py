"""Update the .ts files with the texts of the window, and compile them to .qm.

    python packaging/translations.py [FOLDER]     (default: resources/translations)

lupdate finds `self.tr("...")`, but neither the `_tr("...")` of modules that define their context
once, nor the templates in sentences/, nor the labels of photo_filter.py, nor
the names of keys. These are written to a temporary file that lupdate reads with the others.

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

from desktop_app.core.catalogue.photo_filter import CHOICE_FIELDS, VALUE_FIELDS
from desktop_app.sentences.templates import all_templates

ROOT = Path(__file__).resolve().parents[1]
VIEWS = ROOT / "desktop_app" / "ui"

# Keys whose names we translate otherwise than Qt does: as an arrow, or as keyboards have them,
# which is not "Mayúsculas".
_KEYS = ("Left", "Right", "Up", "Down", "Ctrl", "Shift", "Esc")

# A translation context, and a text in it.
Text = tuple[str, str]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "translations"
    languages = sorted(folder.glob("lookalike_*.ts"))
    update(languages)
    for language in languages:
        _run("lrelease", language, "-qm", language.with_suffix(".qm"), "-silent")


def update(languages: list[Path]) -> None:
    """Add new texts, untranslated, to .ts files, and delete those that are no longer used."""
    before = {language: _translations(language) for language in languages}
    modules = sorted(VIEWS.rglob("*.py"))
    texts = [("sentences", template) for template in all_templates()]
    texts += [("QShortcut", key) for key in _KEYS]
    texts += [("photo_filter", label) for label in _filter_labels()]
    texts += [text for module in modules for text in _module_texts(module)]
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder) / "calls.py"
        lines = [f"QCoreApplication.translate({_quoted(a)}, {_quoted(b)})" for a, b in texts]
        calls.write_text("\n".join(lines) + "\n", "utf-8")
        options = ("-locations", "none", "-no-obsolete", "-silent")
        _run("lupdate", *modules, calls, "-ts", *languages, *options)
    for language, translations in before.items():
        _restore(translations, language)


def _filter_labels() -> Iterator[str]:
    """Yield the texts of the tables of filters."""
    yield from (field.title for field in VALUE_FIELDS)
    for field in CHOICE_FIELDS:
        yield field.title
        yield from (choice.label for choice in field.choices)


def _translations(language: Path) -> dict[str, str]:
    """Return finished translations by English text, if the text has one translation only."""
    found: dict[str, set[str]] = {}
    for message in ET.parse(language).iter("message"):  # noqa: S314 -- our own file
        translation = message.find("translation")
        if translation is not None and translation.text and "type" not in translation.attrib:
            found.setdefault(message.findtext("source", ""), set()).add(translation.text)
    return {text: min(options) for text, options in found.items() if len(options) == 1}


def _restore(before: dict[str, str], language: Path) -> None:
    """Fill in earlier translations of texts whose context has changed."""
    tree = ET.parse(language)  # noqa: S314 -- our own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        earlier = before.get(message.findtext("source", ""))
        if translation is not None and "type" in translation.attrib and earlier is not None:
            del translation.attrib["type"]
            translation.text = earlier
    lines = ET.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    language.write_text(f"{head}{lines}\n", "utf-8")


def _module_texts(module: Path) -> Iterator[Text]:
    """Yield the texts that a module translates by a function `_tr` of its own."""
    tree = ast.parse(module.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    context = next((_context(node) for node in tree.body if _is_tr(node)), "")
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "_tr":
            text = call.args[0]
            if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
                sys.exit(f"{module}:{call.lineno}: the argument of _tr must be a string literal")
            yield context, text.value


def _is_tr(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == "_tr"


def _context(function: ast.stmt) -> str:
    """Return the first string in the function, which is the context."""
    texts = (node.value for node in ast.walk(function) if isinstance(node, ast.Constant))
    return next(text for text in texts if isinstance(text, str))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *arguments: object) -> None:
    command = [str(Path(sys.executable).with_name(f"pyside6-{tool}")), *map(str, arguments)]
    subprocess.run(command, check=True)  # noqa: S603 -- our own arguments


if __name__ == "__main__":
    main()
