"""What GitHub runs is pinned, may do little, and starts only what the project has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import flatpak
import packages
import pytest

from tests.packaging.test_documents import is_known

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: (?P<name>[\w./-]+)@(?P<commit>[0-9a-f]{40}) # v\d+\.\d+\.\d+$")
COMMAND = re.compile(r"\b(?:python packaging/\w+\.py|make [a-z-]+|bash \S+)")
JOB = re.compile(r"^  (?P<name>\w+):$", re.MULTILINE)

in_workflows = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def lines_of(workflow: Path) -> list[str]:
    """The lines that are no comment."""
    lines = workflow.read_text("utf-8").splitlines()
    return [line for line in lines if not line.lstrip().startswith("#")]


def jobs_of(workflow: Path) -> dict[str, str]:
    _, jobs = "\n".join(lines_of(workflow)).split("\njobs:\n")
    _, *parts = JOB.split(jobs)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def commands_of(workflow: Path) -> Iterator[str]:
    for line in lines_of(workflow):
        yield from COMMAND.findall(line)


def test_there_is_one_for_changes_and_one_for_releases() -> None:
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "release.yml"]


def test_each_action_is_pinned_to_the_same_commit_everywhere() -> None:
    used = [line for each in WORKFLOWS for line in lines_of(each) if "uses:" in line]
    pins = [PINNED.search(line) for line in used]
    assert [line for line, pin in zip(used, pins, strict=True) if pin is None] == []
    found = {(pin["name"], pin["commit"]) for pin in pins if pin}
    assert len({name for name, _ in found}) == len(found)
    assert len(used) > 10


@in_workflows
def test_it_may_read_the_project_and_nothing_else(workflow: Path) -> None:
    text = "\n".join(lines_of(workflow))
    assert "\npermissions:\n  contents: read\n" in text
    may_write = [name for name, job in jobs_of(workflow).items() if ": write" in job]
    assert may_write == (["draft"] if workflow.name == "release.yml" else [])
    assert "secrets." not in text


@in_workflows
def test_it_starts_only_targets_and_scripts_that_exist(workflow: Path) -> None:
    commands = [*commands_of(workflow)]
    scripts = [each.removeprefix("bash ") for each in commands if each.startswith("bash ")]
    assert [each for each in scripts if not (ROOT / each).is_file()] == []
    others = [each for each in commands if not each.startswith("bash ")]
    assert [each for each in others if not is_known(each)] == []
    assert others


def test_changes_are_tested_as_the_readme_says() -> None:
    assert "bash .ci/run" in jobs_of(ROOT / ".github/workflows/ci.yml")["test"]
    assert "\nexec make test\n" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "\n    make test\n" in (ROOT / "README.md").read_text("utf-8")


def test_a_release_waits_for_all_jobs_and_takes_every_kind_of_file() -> None:
    jobs = jobs_of(ROOT / ".github/workflows/release.yml")
    [needs] = re.findall(r"needs: \[(.+)\]", jobs["draft"])
    assert needs.split(", ") == [name for name in jobs if name != "draft"]
    assert "--draft" in jobs["draft"]
    taken = re.findall(r"build/packages/(\S+)", jobs["linux"].partition("name: linux")[2])
    assert {*taken} == {*packages.PATTERNS.values(), "*.AppImage", "*.flatpak"}
    assert "build/windows/*-setup.exe" in jobs["windows"]
    assert "build/macos/*.dmg" in jobs["macos"]


def test_a_release_installs_the_runtime_that_the_flatpak_names() -> None:
    job = jobs_of(ROOT / ".github/workflows/release.yml")["linux"]
    assert re.findall(r"org\.freedesktop\.\w+//(\S+)", job) == [flatpak.RUNTIME_VERSION] * 2
