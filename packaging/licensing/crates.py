"""The crates of Rust inside a package of Python, as its own bill of materials names them (PEP 770).

The texts of their licences are in no wheel: the standard texts of SPDX are taken, beside the names
of the authors.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

_STANDARD_TEXTS = Path(__file__).with_name("licence_texts") / "standard"
_LICENCE = re.compile(r"[\w.-]+")


def stated_crates(package: Distribution) -> Iterator[dict[str, Any]]:
    """Yield what the bill of materials of a package says of each crate that is compiled in."""
    for path in package.files or ():
        if "sboms" in path.parts and path.suffix == ".json":
            bill = json.loads(Path(str(path.locate())).read_text("utf-8"))
            for said in bill.get("components", []):
                is_crate = said.get("purl", "").startswith("pkg:cargo/")
                if is_crate and said.get("scope") != "excluded":
                    yield said


def licence_of_crate(said: dict[str, Any]) -> str:
    """Return the licence of a component in a bill of materials; empty if it names none."""
    names = [
        each.get("expression") or each["license"].get("id") or each["license"].get("name", "")
        for each in said.get("licenses", [])
    ]
    return names[0] if len(names) == 1 else " AND ".join(f"({name})" for name in names)


def standard_texts(licence: str) -> tuple[Path, ...]:
    """Return the standard texts of the licences in an SPDX expression, of those that are here."""
    names = dict.fromkeys(_LICENCE.findall(licence))
    paths = [_STANDARD_TEXTS / f"{name}.txt" for name in names]
    return tuple(path for path in paths if path.is_file())
