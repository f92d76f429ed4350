"""What a newcomer installs is what the README says."""

from __future__ import annotations

import re

from building.release import ROOT
from first_result import libraries


def test_the_packages_of_debian_are_those_of_the_readme() -> None:
    packages = libraries().split()

    assert {"make", "python3-venv", "libegl1"} <= {*packages}
    assert all(re.fullmatch(r"[a-z0-9.+-]+", each) for each in packages)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [each for each in packages if each not in readme] == []
