"""What release this is: the version, its date, and the home of the project, each from one place."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_HEADING = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) \((?P<date>\d{4}-\d\d-\d\d|unreleased)\)$")
_NO_HOME = "https://lookalike.example"  # a name that belongs to nobody
_NO_COMMIT = 1580601600  # hatchling's choice: the year 2020


@dataclass(frozen=True)
class Release:
    """A version of CHANGELOG.md; without a date, it is not released yet."""

    version: str
    day: date | None


def version() -> str:
    """Return the version in pyproject.toml, which is the only place that states it."""
    return str(_project()["version"])


def home() -> str:
    """Return the address of the project's pages."""
    urls: dict[str, str] = _project().get("urls", {})
    return urls.get("Homepage", _NO_HOME).rstrip("/")


def releases() -> list[Release]:
    """Return the versions of CHANGELOG.md, the latest first."""
    lines = (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
    found = [match for match in map(_HEADING.match, lines) if match]
    return [Release(each["version"], _day(each["date"])) for each in found]


def commit_time() -> int:
    """Return the time of the commit, in seconds since 1970, so that equal commits give equal files.

    SOURCE_DATE_EPOCH overrides it, as everywhere.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return _NO_COMMIT
    return int(done.stdout)


def commit_day() -> date:
    return datetime.fromtimestamp(commit_time(), UTC).date()


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def _day(text: str) -> date | None:
    return None if text == "unreleased" else date.fromisoformat(text)
