"""The documents as a site: every one has a page, and links lead to pages and copied files."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from pages import site_pages
from pages.site_notebook import notebook_page

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "packaging" / "mkdocs.yml"


@pytest.fixture(scope="module")
def nav() -> list[str]:
    """The pages of the navigation in packaging/mkdocs.yml."""
    yaml = pytest.importorskip("yaml", reason="The navigation is in YAML: needs PyYAML.")
    stated = yaml.safe_load(CONFIG.read_text("utf-8"))["nav"]
    return list(site_pages.pages_of_nav(site_pages.whole_nav(stated)))


def test_every_document_is_in_the_navigation_once(nav: list[str]) -> None:
    written = [path for path in (ROOT / "docs").rglob("*") if path.suffix in {".md", ".ipynb"}]
    documents = [path.relative_to(ROOT).as_posix() for path in written]
    assert len(documents) > 80
    assert [each for each in documents if site_pages.page_of(each) not in nav] == []
    assert sorted(nav) == sorted(map(site_pages.page_of, site_pages.documents()))


def test_every_page_of_the_navigation_has_a_source(nav: list[str]) -> None:
    assert [page for page in nav if not (ROOT / site_pages.source_of(page)).is_file()] == []


def test_a_folder_in_the_navigation_stands_for_its_pages_the_overview_first() -> None:
    (section,) = site_pages.whole_nav([{"Decisions": ["decisions/"]}])
    pages = section["Decisions"]
    assert pages[:2] == ["decisions/README.md", "decisions/0001-int8-descriptors.md"]
    assert len(pages) == len(list((ROOT / "docs" / "decisions").glob("*.md")))


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        ("index.md", "docs/guide.md", "guide.md"),
        ("index.md", "docs/results.md#duplicates", "results.md#duplicates"),
        ("index.md", "docs/walk.webp", "walk.webp"),
        ("index.md", "LICENSE", "files/LICENSE.txt"),
        ("architecture.md", "CONTRIBUTING.md", "contributing.md"),
        ("packaging.md", "../LICENSE", "files/LICENSE.txt"),
        ("decisions/README.md", "../../README.md", "../index.md"),
        ("decisions/README.md", "0068-no-date.md", "0068-no-date.md"),
        ("api.md", "api.ipynb", "api-notebook.md"),
        ("translating.md", "glossaries", "glossaries/de.md"),
        ("guide.md", "#start", "#start"),
        ("api.md", "https://semver.org", "https://semver.org"),
    ],
)
def test_a_link_of_the_checkout_becomes_one_of_the_site(
    page: str, link: str, expected: str
) -> None:
    assert site_pages.site_text(page, f"See [it]({link}), ok") == f"See [it]({expected}), ok"


@pytest.mark.parametrize("code", ["`[a](README.md)`", "```\n[a](README.md)\n```"])
def test_what_looks_like_a_link_in_code_stays(code: str) -> None:
    assert site_pages.site_text("index.md", f"{code}\n\n[b](README.md)").startswith(code)


def test_linked_files_that_are_no_pages_are_copied() -> None:
    copied = site_pages.copied_files()
    assert copied["files/LICENSE.txt"] == "LICENSE"
    assert all((ROOT / path).is_file() for path in copied.values())
    assert not any(path.endswith((".md", ".png")) for path in copied.values())


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Find duplicates", "find-duplicates"),
        ("`lookalike search`: JSON", "lookalike-search-json"),
        ("0.1.0 (unreleased)", "010-unreleased"),
        ("查找重复照片", "查找重复照片"),
    ],
)
def test_headings_have_the_anchors_that_links_in_the_checkout_name(title: str, anchor: str) -> None:
    assert site_pages.heading_anchor(title) == anchor


def test_a_notebook_is_shown_with_what_its_cells_gave(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# Codes\n", "Text"]},
        {
            "cell_type": "code",
            "source": ["print(1)\n", "picture"],
            "outputs": [
                {"output_type": "stream", "text": ["1\n"]},
                {"output_type": "execute_result", "data": {"text/plain": ["two"]}},
                {"data": {"image/png": "iVBO\nRw=\n", "text/plain": "<Image>"}},
            ],
        },
    ]
    notebook = tmp_path / "codes.ipynb"
    notebook.write_text(json.dumps({"cells": cells}), "utf-8")
    assert notebook_page(notebook).split("\n\n") == [
        "# Codes\nText",
        "```python\nprint(1)\npicture\n```",
        "```text\n1\n```",
        "```text\ntwo\n```",
        "![What the cell shows](data:image/png;base64,iVBORw=)\n",
    ]


@pytest.mark.slow
@pytest.mark.skipif(find_spec("material") is None, reason="MkDocs Material is not installed.")
def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(CONFIG)]
    done = subprocess.run([*command, "-d", str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    pages = {path: path.read_text("utf-8") for path in tmp_path.rglob("*.html")}
    assert tmp_path / "guide.zh_CN.html" in pages
    assert '<html lang="zh-CN"' in pages[tmp_path / "guide.zh_CN.html"]
    loaded = ('src="http', 'src="//', 'rel="stylesheet" href="http', "preconnect")
    assert [path for path, text in pages.items() if any(each in text for each in loaded)] == []
