"""The crates of Rust inside a package, which its own bill of materials names."""

from __future__ import annotations

import json
from importlib.metadata import distribution
from pathlib import Path

import pytest
from licensing.crates import licence_of_crate, standard_texts
from licensing.installed import Library, component

BILL = "quick-1.0.dist-info/sboms/quick.cyclonedx.json"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with a bill of materials in which three components are."""
    bill = tmp_path / BILL
    bill.parent.mkdir(parents=True)
    crate = {"name": "hash", "version": "1.2", "author": "A. Person", "purl": "pkg:cargo/hash@1.2"}
    said = [
        {**crate, "licenses": [{"expression": "MIT OR Apache-2.0"}]},
        {**crate, "name": "builder", "scope": "excluded"},
        {"name": "libgomp", "purl": "pkg:rpm/almalinux/libgomp@8.5"},
    ]
    bill.write_text(json.dumps({"components": said}))
    info = bill.parents[1]
    (info / "METADATA").write_text("Metadata-Version: 2.4\nName: quick\nVersion: 1.0\n")
    (info / "RECORD").write_text(f"{BILL},,\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("site")
def test_crates_are_libraries_with_the_standard_texts_of_their_licences() -> None:
    [found] = component(distribution("quick")).libraries
    texts = standard_texts("MIT OR Apache-2.0")
    assert [text.name for text in texts] == ["MIT.txt"]  # that of Apache-2.0 is ours
    expected = ("hash", "MIT OR Apache-2.0", "1.2", ("A. Person",), texts, "pkg:cargo/hash@1.2")
    assert found == Library(*expected)


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ([{"license": {"id": "MIT"}}], "MIT"),
        ([{"license": {"name": "Own words"}}], "Own words"),
        ([{"license": {"id": "IJG"}}, {"expression": "MIT OR ISC"}], "(IJG) AND (MIT OR ISC)"),
        ([], ""),
    ],
)
def test_a_licence_is_an_expression_an_id_or_a_name(said: list[object], licence: str) -> None:
    assert licence_of_crate({"licenses": said}) == licence
