"""The bill of materials: what is in a package, for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.exception import MissingOptionalDependencyException
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from licensing.installed import Component, Library
from sbom import bill_of_materials

LIBRARIES = (Library("zstd", "BSD-3-Clause", "1.5"), Library("x265", "GPL-2.0-or-later"))
READER = Component("reader", "2.0", "MIT", (), LIBRARIES, ("Decoder",))
DECODER = Component("Decoder", "1.5", "Words of its own", (), (), ())


@pytest.fixture
def bill(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return bill_of_materials([READER, DECODER], ["reader"])


def by_name(entries: Sequence[Any]) -> dict[str, Any]:
    return {entry["name"]: entry for entry in entries}


def test_it_names_packages_with_licences_and_the_libraries_that_may_be_inside(bill: str) -> None:
    found = by_name(json.loads(bill)["components"])
    assert found["reader"]["version"] == "2.0"
    assert found["reader"]["purl"] == "pkg:pypi/reader@2.0"
    assert found["reader"]["licenses"] == [{"expression": "MIT"}]
    [inside] = found["reader"]["components"]
    assert (inside["name"], inside["version"]) == ("zstd", "1.5")
    assert inside["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert found["Decoder"]["licenses"] == [{"license": {"name": "Words of its own"}}]


def test_a_library_of_another_language_has_its_address_and_may_come_twice() -> None:
    crates = [Library("syn", "MIT", each, purl=f"pkg:cargo/syn@{each}") for each in ("1.0", "2.0")]
    reader = Component("reader", "2.0", "MIT", (), tuple(crates), ())
    inside = json.loads(bill_of_materials([reader], ["reader"]))["components"][0]["components"]
    assert [each["purl"] for each in inside] == ["pkg:cargo/syn@1.0", "pkg:cargo/syn@2.0"]
    assert [each["bom-ref"] for each in inside] == ["reader/syn 1.0", "reader/syn 2.0"]


def test_it_tells_which_package_requires_which(bill: str) -> None:
    needs = {each["ref"]: each.get("dependsOn", []) for each in json.loads(bill)["dependencies"]}
    assert needs["lookalike"] == ["reader"]
    assert needs["reader"] == ["decoder"]
    assert needs["decoder"] == []


def test_the_same_packages_at_one_commit_give_the_same_bytes(bill: str) -> None:
    assert bill_of_materials([READER, DECODER], ["reader"]) == bill
    other = bill_of_materials([DECODER], ["Decoder"])
    assert json.loads(other)["serialNumber"] != json.loads(bill)["serialNumber"]
    assert json.loads(bill)["metadata"]["timestamp"].startswith("2026-03-01T00:00:00")


@pytest.mark.slow
def test_the_bill_of_this_environment_follows_the_schema(tmp_path: Path) -> None:
    script = Path(__file__).resolve().parents[2] / "packaging" / "sbom.py"
    subprocess.run([sys.executable, str(script), str(tmp_path / "bom.json")], check=True)
    text = (tmp_path / "bom.json").read_text("utf-8")
    assert {"numpy", "onnxruntime", "PySide6_Essentials"} <= set(
        by_name(json.loads(text)["components"])
    )
    try:
        problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    except MissingOptionalDependencyException:
        pytest.skip("the schema is checked with cyclonedx-python-lib[json-validation] only")
    assert problem is None
