"""Links and commands of all documents lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from desktop_app.cli.app import app as lookalike

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "resources").rglob("*.md")]
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
# A paragraph that GitHub counts to an item of a list, and MkDocs does not.
LOOSE = re.compile(r"\n\n {1,3}\S.*")
SPAN = re.compile(r"`([^`]+)`")
BEGINNINGS = ("lookalike ", "python -m ", "python packaging/", "make ")
# What a placeholder such as PICTURE or a path looks like: the window opens it.
OPENED = re.compile(r"[A-Z]+$|.*[./]")

in_documents = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


@in_documents
def test_every_link_leads_to_a_file_and_a_heading_in_it(document: Path) -> None:
    assert [link for link in links_of(document) if not leads_somewhere(link, document)] == []


@in_documents
def test_every_command_is_one_that_the_project_has(document: Path) -> None:
    assert [line for line in commands_of(document) if not is_known(line)] == []


@in_documents
def test_a_paragraph_in_a_list_is_indented_by_four_blanks_as_the_site_needs(document: Path) -> None:
    assert LOOSE.findall(FENCE.sub("", document.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "lookalike serach beach.jpg",
        "lookalike search --nott people.jpg",
        "lookalike model rnam OLD NEW",
        "python -m training evaluate --benchmarks corel",
        "python -m tests.benches",
        "python packaging/screenshots.py",
        "make tests",
    ],
)
def test_a_misspelt_command_is_noticed(line: str) -> None:
    assert not is_known(line)


@pytest.mark.parametrize("link", ["docs/guides.md", "docs/guide.md#no-such-heading", "#no-such"])
def test_a_broken_link_is_noticed(link: str) -> None:
    assert not leads_somewhere(link, ROOT / "README.md")


def test_documents_are_found_with_links_and_commands() -> None:
    assert sum(len(links_of(document)) for document in DOCUMENTS) > 100
    assert sum(len(list(commands_of(document))) for document in DOCUMENTS) > 100


def links_of(document: Path) -> list[str]:
    text = SPAN.sub("", FENCE.sub("", document.read_text("utf-8")))
    return [link for link in LINK.findall(text) if "://" not in link]


def leads_somewhere(link: str, document: Path) -> bool:
    place, _, heading = link.partition("#")
    target = (document.parent / place).resolve() if place else document
    if not (target.exists() and target.is_relative_to(ROOT)):
        return False
    return not heading or heading in headings_of(target)


@cache
def headings_of(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    lines = FENCE.sub("", document.read_text("utf-8")).splitlines()
    titles = [line.lstrip("#").strip() for line in lines if line.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def commands_of(document: Path) -> Iterator[str]:
    """Commands in code spans and in code blocks, without comments and what follows a pipe."""
    text = document.read_text("utf-8")
    spans = [" ".join(span.split()) for span in SPAN.findall(FENCE.sub("", text))]
    blocks = [line.strip().removeprefix("$ ") for line in text.splitlines()]
    for line in [*spans, *blocks]:
        if line.startswith(BEGINNINGS):
            yield re.split(r" [#|] ", line)[0]


def is_known(line: str) -> bool:
    words = shlex.split(line)
    match words[0], words[1:]:
        case "lookalike", ["job", "REQUEST"]:
            return True  # how the window starts long work: no command for people
        case "lookalike", rest:
            return is_command(typer.main.get_command(lookalike), rest)
        case "make", [target, *_]:
            return f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8")
        case "python", ["-m", "training", *rest]:
            from training.__main__ import app as training  # takes seconds

            return is_command(typer.main.get_command(training), rest)
        case "python", ["-m", module, *_]:
            return is_module(module)
    return (ROOT / words[1]).is_file()


def is_module(name: str) -> bool:
    if name.partition(".")[0] not in {"desktop_app", "tests"}:
        return True  # of another project
    place = ROOT / name.replace(".", "/")
    return place.with_suffix(".py").is_file() or (place / "__main__.py").is_file()


def is_command(command: Any, words: list[str]) -> bool:
    """Whether each word names a command below the one before, or is an option that it has."""
    options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    below = getattr(command, "commands", {})
    for place, word in enumerate(words):
        if word in below:
            return is_command(below[word], words[place + 1 :])
        if word.startswith("-") and word.partition("=")[0] not in options | {"--help"}:
            return False
        if below and not word.startswith("-"):
            return bool(OPENED.match(word))
    return True
