"""Move photos to another disk and to the trash, as the window does."""

from __future__ import annotations

import shutil
import tempfile
from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.files.file_moves import NotPlaced, Step
from desktop_app.core.files.library_edits import FollowRequest
from desktop_app.core.files.photo_moves import move_files
from tests.crash.drawn_photos import draw_photos, index_folders
from tests.crash.library_state import check_codes, content_of, contents_below
from tests.crash.scenario import Scenario, refill

_MEMORY_DISK = Path("/dev/shm")
_PHOTOS = 24
_APPENDED_BYTES = 400_000


class _Moving(Scenario):
    """Photos of a library, which leave their folder for `target`."""

    PRELOADED = (
        "desktop_app.core.files.moved_files",
        "desktop_app.core.files.library_edits",
        "desktop_app.ui.system.trash",
    )

    @property
    def photos(self) -> Path:
        return self.folder / "photos"

    @property
    @abstractmethod
    def target(self) -> Path:
        """Where they are moved to."""

    @abstractmethod
    def move(self, paths: list[Path]) -> Iterable[Step]:
        """Move files, as the window does."""

    def build(self) -> None:
        draw_photos(self.folder / "drawn", _PHOTOS, appended_bytes=_APPENDED_BYTES)
        refill(self.folder / "drawn", self.photos)
        index_folders(LibraryFiles(self.folder / "at first"), [self.photos])
        self._contents = contents_below(self.folder / "drawn")

    def prepare(self) -> None:
        refill(self.folder / "drawn", self.photos)
        refill(self.folder / "at first", self.files.folder)
        shutil.rmtree(self.target, ignore_errors=True)

    def work(self) -> int:
        """Move what is there still, and tell the library of all photos that were moved.

        Returns the number of those that were not moved.
        """
        steps = self.move(sorted(self.photos.iterdir()))
        failed = sum(isinstance(step, NotPlaced) for step in steps)
        moved = {name: path for name in self._contents for path in self._moved(name)}
        sources, targets = [self.photos / name for name in moved], list(moved.values())
        for _ in FollowRequest(self.files.folder, sources, targets).run(self.files):
            pass
        return failed

    def check(self) -> None:
        """Each photo is whole in its folder or there."""
        for name, content in self._contents.items():
            found = [path for path in (self.photos / name, *self._moved(name)) if path.exists()]
            assert found, f"{name} is nowhere"
            for path in found:
                assert content_of(path) == content, f"{path} is not whole"
        check_codes(self.files)

    def result(self) -> dict[str, str]:
        assert not list(self.photos.iterdir())
        with Catalogue(self.files) as catalogue:
            assert library_status(catalogue).indexed == 0, "the library has not followed"
        return {name: content_of(self._moved(name)[0]) for name in self._contents}

    def left_over(self) -> list[str]:
        """A photo that was at both places is there twice when it was moved again."""
        moved = {path for name in self._contents for path in self._moved(name)}
        others = (path for path in self.target.rglob("*") if path not in moved)
        strange = [path.name for path in others if not self._is_second_copy(path)]
        return [*super().left_over(), *strange]

    def _moved(self, name: str) -> list[Path]:
        """Where a photo is that has been moved."""
        return [path for path in [self.target / name] if path.exists()]

    def _is_second_copy(self, path: Path) -> bool:
        first = path.with_name(path.name.replace(" (2)", ""))
        return " (2)" in path.name and content_of(path) == self._contents.get(first.name)


class MoveToOtherDisk(_Moving):
    """The other disk is in memory."""

    NAME = "move to another disk"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._memory = Path(tempfile.mkdtemp(prefix="lookalike-crash-", dir=_MEMORY_DISK))

    def obstacle(self) -> str:
        is_same = self._memory.stat().st_dev == self.folder.stat().st_dev
        return f"{_MEMORY_DISK} is the same disk" if is_same else ""

    def close(self) -> None:
        super().close()
        shutil.rmtree(self._memory, ignore_errors=True)

    @property
    def target(self) -> Path:
        return self._memory / "there"

    def move(self, paths: list[Path]) -> Iterable[Step]:
        self.target.mkdir(exist_ok=True)
        return move_files(paths, self.target)


class MoveFromOtherDisk(MoveToOtherDisk):
    """The photos are in memory, and come to the disk."""

    NAME = "move from another disk"

    @property
    def photos(self) -> Path:
        return self._memory / "photos"

    @property
    def target(self) -> Path:
        return self.folder / "there"


class MoveToTrash(_Moving):
    """The trash of the user's home, which lies on the disk of the photos."""

    NAME = "move to the trash"

    @property
    def target(self) -> Path:
        return Path(self.environment()["XDG_DATA_HOME"]) / "Trash" / "files"

    def prepare(self) -> None:
        super().prepare()
        shutil.rmtree(self._notes, ignore_errors=True)

    def move(self, paths: list[Path]) -> Iterable[Step]:
        from desktop_app.ui.system.trash import trash_files

        return trash_files(paths)

    def left_over(self) -> list[str]:
        """Notes of files that are not in the trash are left over, too."""
        moved = {path.name for name in self._contents for path in self._moved(name)}
        known = {f"{name}.trashinfo" for name in {*self._contents, *moved}}
        notes = (path.name for path in self._notes.iterdir())
        return [*super().left_over(), *(name for name in notes if name not in known)]

    def _moved(self, name: str) -> list[Path]:
        """Where a killed move has left a note of the name, Qt appends a number to it."""
        return [*super()._moved(name), *self.target.glob(f"{name}-*")]

    def _is_second_copy(self, path: Path) -> bool:
        """A killed move may leave another link to the photo, to which Qt gave a random name."""
        return content_of(path) in self._contents.values()

    @property
    def _notes(self) -> Path:
        return self.target.with_name("info")
