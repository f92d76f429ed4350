"""Puts tables into a page of the documentation and leaves the words around them alone."""

from __future__ import annotations

import re
from pathlib import Path

from training.base.errors import MissingSectionError


def update_section(page: Path, name: str, content: str) -> None:
    """Replace what stands between `<!-- table:name -->` and the next `<!-- /table -->`.

    Raises MissingSectionError where the page does not have the two marks.
    """
    marks = re.compile(rf"(<!-- table:{re.escape(name)} -->\n).*?(<!-- /table -->)", re.DOTALL)
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    if not marks.search(text):
        raise MissingSectionError(page, name)
    content = content.strip("\n")
    changed = marks.sub(lambda found: f"{found[1]}\n{content}\n\n{found[2]}", text, count=1)
    page.write_text(changed, encoding="utf-8")
