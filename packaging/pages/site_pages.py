"""The documents as pages of a site: which there are, and where their links lead.

Some documents lie outside docs/, and all link to files as they lie in the checkout. Needs no
MkDocs; its events are in site_hook.py.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from building.release import ROOT

NOTEBOOK = "docs/api.ipynb"

# The page of each document that lies outside docs/ or is made from another file.
PAGES = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "architecture.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    NOTEBOOK: "api-notebook.md",
    "resources/guide/guide.zh_CN.md": "guide.zh_CN.md",
    "resources/model/MODEL_CARD.md": "model-card.md",
}
LANGUAGES = {"guide.zh_CN.md": "zh-CN"}  # of pages not in English

_DOCS = "docs/"
_COPIED = "files/"
_CODE = r"^```.*?^```|`[^`]+`"
_LINK = re.compile(rf"{_CODE}|(?<=\]\()(?P<link>[^)\s]+)(?=\))", re.MULTILINE | re.DOTALL)

Nav = list[Any]


def documents() -> list[str]:
    """Return the paths in the checkout of all documents that the site shows."""
    inside = [path for kind in ("*.md", "*.ipynb") for path in (ROOT / _DOCS).rglob(kind)]
    return sorted({path.relative_to(ROOT).as_posix() for path in inside} | set(PAGES))


def page_of(path: str) -> str:
    """Return the name in the site of a file of the checkout.

    A folder is its first page, or itself if it has none. A file outside docs/ that is no page is
    copied to files/, as a text if it has no suffix: browsers show texts, and download what they
    do not know.
    """
    if (ROOT / path).is_dir():
        return next(iter(_pages_of_folder(path.removeprefix(_DOCS))), path)
    if path in PAGES:
        return PAGES[path]
    if path.startswith(_DOCS):
        return path.removeprefix(_DOCS)
    return _COPIED + path + ("" if Path(path).suffix else ".txt")


def source_of(page: str) -> str:
    """Return the path in the checkout of a page of the site."""
    return next((path for path, each in PAGES.items() if each == page), _DOCS + page)


def copied_files() -> dict[str, str]:
    """Return the files outside docs/ that documents link to: paths by their names in the site."""
    texts = [document for document in documents() if document.endswith(".md")]
    linked = {page_of(path): path for document in texts for path in _linked_files(document)}
    return {name: path for name, path in linked.items() if name.startswith(_COPIED)}


def site_text(page: str, text: str) -> str:
    """Return the Markdown of a page, with the links that it has in the site."""
    return _LINK.sub(
        lambda match: _site_link(page, match["link"]) if match["link"] else match[0], text
    )


def whole_nav(nav: Nav) -> Nav:
    """Return a navigation with the pages of a folder in place of each `folder/`."""
    whole: Nav = []
    for entry in nav:
        if isinstance(entry, dict):
            ((title, below),) = entry.items()
            whole.append({title: below if isinstance(below, str) else whole_nav(below)})
        elif entry.endswith("/"):
            whole += _pages_of_folder(entry.rstrip("/"))
        else:
            whole.append(entry)
    return whole


def pages_of_nav(nav: Nav) -> Iterator[str]:
    """Yield the names of all pages in a whole navigation."""
    for entry in nav:
        below = next(iter(entry.values())) if isinstance(entry, dict) else entry
        if isinstance(below, str):
            yield below
        else:
            yield from pages_of_nav(below)


def heading_anchor(title: str, _separator: str = "-") -> str:
    """Return the anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def _pages_of_folder(folder: str) -> list[str]:
    """Return the pages of a folder of docs/, first its README."""
    names = sorted(path.name for path in (ROOT / _DOCS / folder).glob("*.md"))
    names.sort(key=lambda name: name != "README.md")
    return [f"{folder}/{name}" for name in names]


def _site_link(page: str, link: str) -> str:
    path, hash_sign, heading = link.partition("#")
    if not path or ":" in path:
        return link
    target = page_of(_resolved(source_of(page), path))
    return posixpath.relpath(target, posixpath.dirname(page) or ".") + hash_sign + heading


def _linked_files(document: str) -> list[str]:
    found = _LINK.finditer((ROOT / document).read_text("utf-8"))
    links = [match["link"].partition("#")[0] for match in found if match["link"]]
    return [_resolved(document, link) for link in links if link and ":" not in link]


def _resolved(source: str, link: str) -> str:
    """Return the path in the checkout that a link in the document `source` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), link))
