"""Move photos to another disk and to the trash, as the window does."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.files.file_moves import NotPlaced, Step, move_files
from desktop_app.core.files.library_edits import FollowRequest
from tests.crash.drawn_photos import draw_photos, index_folders
from tests.crash.library_state import check_codes, content_of, contents_below
from tests.crash.scenario import Scenario, refill

_MEMORY_DISK = Path("/dev/shm")
_PHOTOS = 24
_APPENDED_BYTES = 400_000


class _Moving(Scenario):
    """Photos of a library, which leave their folder."""

    PRELOADED = (
        "desktop_app.core.files.moved_files",
        "desktop_app.core.files.library_edits",
        "desktop_app.ui.system.trash",
    )

    def build(self) -> None:
        draw_photos(self.folder / "drawn", _PHOTOS, appended_bytes=_APPENDED_BYTES)
        refill(self.folder / "drawn", self._photos)
        index_folders(LibraryFiles(self.folder / "at first"), [self._photos])
        self._contents = contents_below(self.folder / "drawn")

    def prepare(self) -> None:
        refill(self.folder / "drawn", self._photos)
        refill(self.folder / "at first", self.files.folder)

    def _follow(self, steps: Iterable[Step], target: Path) -> int:
        """Move, and tell the library of all photos that are there now, of earlier runs, too.

        Returns the number of those that were not moved.
        """
        failed = sum(isinstance(step, NotPlaced) for step in steps)
        names = [name for name in self._contents if (target / name).exists()]
        sources, targets = (
            [self._photos / name for name in names],
            [target / name for name in names],
        )
        for _ in FollowRequest(self.files.folder, sources, targets).run(self.files):
            pass
        return failed

    def _waiting(self) -> list[Path]:
        return sorted(self._photos.iterdir())

    def _check_photos(self, others: Path) -> None:
        """Each photo is whole in its folder or there, and no other file has its name."""
        for name, content in self._contents.items():
            found = [path for path in (self._photos / name, others / name) if path.exists()]
            assert found, f"{name} is nowhere"
            for path in found:
                assert content_of(path) == content, f"{path} is not whole"
        check_codes(self.files)

    @property
    def _photos(self) -> Path:
        return self.folder / "photos"


class MoveToOtherDisk(_Moving):
    """The other disk is in memory, and a folder of the library, too."""

    NAME = "move to another disk"

    def obstacle(self) -> str:
        if not _MEMORY_DISK.is_dir():
            return f"{_MEMORY_DISK} is missing"
        is_same = _MEMORY_DISK.stat().st_dev == self.folder.stat().st_dev
        return f"{_MEMORY_DISK} is the same disk" if is_same else ""

    def build(self) -> None:
        self._other = Path(tempfile.mkdtemp(prefix="lookalike-crash-", dir=_MEMORY_DISK))
        super().build()

    def prepare(self) -> None:
        super().prepare()
        shutil.rmtree(self._other)
        self._other.mkdir()

    def close(self) -> None:
        super().close()
        shutil.rmtree(self._other, ignore_errors=True)

    def work(self) -> int:
        return self._follow(move_files(self._waiting(), self._other), self._other)

    def check(self) -> None:
        self._check_photos(self._other)

    def result(self) -> dict[str, str]:
        assert not list(self._photos.iterdir())
        with Catalogue(self.files) as catalogue:
            assert library_status(catalogue).indexed == 0, "the library has not followed"
        return contents_below(self._other)

    def left_over(self) -> list[str]:
        known = set(self._contents)
        return [
            *super().left_over(),
            *(path.name for path in self._other.iterdir() if path.name not in known),
        ]


class MoveToTrash(_Moving):
    """The trash of the user's home, which lies on the disk of the photos."""

    NAME = "move to the trash"

    def prepare(self) -> None:
        super().prepare()
        shutil.rmtree(self._trash, ignore_errors=True)

    def work(self) -> int:
        from desktop_app.ui.system.trash import trash_files

        return self._follow(trash_files(self._waiting()), self._trash / "files")

    def check(self) -> None:
        self._check_photos(self._trash / "files")

    def result(self) -> tuple[dict[str, str], list[str]]:
        assert not list(self._photos.iterdir())
        notes = sorted(path.name for path in (self._trash / "info").iterdir())
        return contents_below(self._trash / "files"), notes

    @property
    def _trash(self) -> Path:
        return Path(self.environment()["XDG_DATA_HOME"]) / "Trash"
