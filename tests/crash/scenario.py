"""One kind of work that is killed, and what must be true then."""

from __future__ import annotations

import os
import shutil
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.jobs.requests import Request, encode_request
from tests.crash.library_state import names_below


class Scenario(ABC):
    """A round begins with `prepare`; then `work` is killed several times, and done to its end.

    Attributes:
        NAME: Of the work.
        PRELOADED: Modules that are imported once, before the processes start.
        folder: Everything lies here: photos, libraries, the user's home and temporary files.
    """

    NAME: ClassVar[str]
    PRELOADED: ClassVar[tuple[str, ...]] = ("desktop_app.job",)

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def obstacle(self) -> str:
        """Why it cannot run on this machine; empty if it can."""
        return ""

    @abstractmethod
    def build(self) -> None:
        """Make what all rounds start from."""

    @abstractmethod
    def prepare(self) -> None:
        """Bring everything to the state before the work."""

    @abstractmethod
    def work(self) -> object:
        """Do the work, or what is left of it, in a process that may be killed.

        Returns its exit status.
        """

    @abstractmethod
    def check(self) -> None:
        """See that nothing is lost; called after each kill. Raises AssertionError."""

    @abstractmethod
    def result(self) -> Any:
        """What the work has led to; equal, however often it was killed."""

    def left_over(self) -> list[str]:
        """The names of temporary files and of what is left beside the results."""
        return names_below(self.temporary)

    def close(self) -> None:
        """Delete temporary files, and what lies outside of `folder`."""
        shutil.rmtree(self.temporary, ignore_errors=True)

    @property
    def files(self) -> LibraryFiles:
        """The library of most scenarios."""
        return LibraryFiles(self.folder / "library")

    @property
    def temporary(self) -> Path:
        return self.folder / "temporary"

    def environment(self) -> dict[str, str]:
        """Variables of the process; those of the home also keep it from the user's own files."""
        home = str(self.folder / "home")
        folders = {name: f"{home}/{name}" for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        more = {name: f"{home}/{name}" for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME")}
        own = {"HOME": home, "TMPDIR": str(self.temporary), "QT_QPA_PLATFORM": "offscreen"}
        return {**folders, **more, **own}

    def enter_process(self) -> None:
        """Set up the process that does the work."""
        os.environ.update(self.environment())
        tempfile.tempdir = None
        for name, value in self.environment().items():
            if name != "QT_QPA_PLATFORM":
                Path(value).mkdir(parents=True, exist_ok=True)


def run_job(request: Request) -> int:
    """Run a request as a job process does."""
    from desktop_app.job import run

    return run(encode_request(request))


def refill(source: Path, target: Path) -> None:
    """Replace a folder by a copy of another; the times of files are kept."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
