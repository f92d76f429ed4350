"""The AppStream page of Lookalike, as software centres show it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

from building.release import commit_day, home, releases

from integration import TEMPLATES

_TEMPLATE = TEMPLATES / "lookalike.metainfo.xml"


def application_id() -> str:
    """Return the id by the home of the project: `org.example.Lookalike` at example.org."""
    return f"{_domain_backwards()}.Lookalike"


def metainfo() -> str:
    """Return the page with all versions of CHANGELOG.md.

    The version under work is dated by the commit.
    """
    text = _TEMPLATE.read_text("utf-8")
    for name, value in (
        ("@ID@", application_id()),
        ("@DEVELOPER@", _domain_backwards()),
        ("@HOME@", home()),
    ):
        text = text.replace(name, value)
    root = ET.fromstring(text)  # noqa: S314 -- our own file
    listed = root.find("releases")
    assert listed is not None
    for each in releases():
        kind = "stable" if each.day else "development"
        day = (each.day or commit_day()).isoformat()
        ET.SubElement(listed, "release", version=each.version, date=day, type=kind)
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _domain_backwards() -> str:
    host = urlsplit(home()).hostname or ""
    return ".".join(reversed(host.split(".")))
