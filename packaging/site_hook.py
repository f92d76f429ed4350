"""What MkDocs does differently for our documents (`make site`): see site_pages.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from building.release import ROOT, version
from mkdocs.structure.files import File, Files
from pages.site_notebook import notebook_page
from pages.site_pages import (
    LANGUAGES,
    NOTEBOOK,
    PAGES,
    copied_files,
    heading_anchor,
    site_text,
    whole_nav,
)

_OWN = Path(__file__).with_name("pages") / "assets"
_ASSETS = {
    "assets/lookalike.svg": ROOT / "resources" / "icons" / "lookalike.svg",
    "assets/site.css": _OWN / "site.css",
    "assets/iframe-worker.js": _OWN / "iframe_worker.js",
}


def on_config(config: Any) -> Any:
    """Complete the navigation, name the version, and make anchors as GitHub does.

    No `repo_url` is set: the theme would load figures of the repository from elsewhere.
    """
    config.nav = whole_nav(config.nav)
    config.mdx_configs["toc"]["slugify"] = heading_anchor
    config.copyright = f"Lookalike {version()}. Apache License 2.0."
    return config


def on_files(files: Files, config: Any) -> Files:
    """Add the pages that lie outside docs/, and files that pages link to."""
    for name, path in (_pages() | copied_files()).items():
        files.append(File.generated(config, name, abs_src_path=str(ROOT / path)))
    for name, own in _ASSETS.items():
        files.append(File.generated(config, name, abs_src_path=str(own)))
    files.append(File.generated(config, PAGES[NOTEBOOK], content=notebook_page(ROOT / NOTEBOOK)))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Change the links, and leave out the list of pages beside the only one of a tab."""
    if page.is_homepage:
        page.meta["hide"] = ["navigation"]
    return site_text(page.file.src_uri, markdown)


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Name the language of a page, by which browsers choose its signs and read it aloud."""
    language = LANGUAGES.get(page.file.src_uri, "en")
    return output.replace('<html lang="en"', f'<html lang="{language}"', 1)


def _pages() -> dict[str, str]:
    return {page: path for path, page in PAGES.items() if path != NOTEBOOK}
