"""What a measurement needs to be installed, and the sentence where it is not."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version


@dataclass(frozen=True)
class Needs:
    """Packages on PyPI and programs that have to be there. Lookalike needs none."""

    packages: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()

    @property
    def missing(self) -> str:
        """A sentence about what is not installed; empty if all is there."""
        names = [name for name in self.packages if not _version(name)]
        names += [name for name in self.programs if not shutil.which(name)]
        return f"not installed: {', '.join(names)}" if names else ""

    @property
    def versions(self) -> str:
        """As '(usearch 2.21)'; empty where nothing is needed."""
        found = [f"{name} {_version(name)}" for name in self.packages]
        return ", ".join([*found, *self.programs])


NOTHING = Needs()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
