"""Find the copies of a library, move them to the trash, and link them."""

from __future__ import annotations

import shutil
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import ClassVar

import pytest

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.discards import Discards, check_discards
from desktop_app.core.clearing.ranked_groups import ranked
from desktop_app.core.clearing.suggestions import KeepRules
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.library_groups import library_groups
from desktop_app.core.duplicates.pair_store import PairStore
from desktop_app.core.files.file_moves import Placed, Step
from desktop_app.core.files.hard_links import link_files
from desktop_app.core.files.library_edits import FollowRequest
from desktop_app.core.files.reflinks import reflink_files
from tests.crash.drawn_photos import draw_photos, index_folders
from tests.crash.library_state import check_codes, content_of
from tests.crash.scenario import Scenario, refill
from tests.extents import places_of
from tests.loop_disk import BTRFS, SHARING_DISK_BYTES, XFS, format_disk, mount, unmount

_PHOTOS = 24
_APPENDED_BYTES = 400_000
_SIMILAR_DISTANCE = 40


class _Copies(Scenario):
    """Photos of a library, each of them in two folders."""

    PRELOADED = (
        "desktop_app.core.duplicates.finder",
        "desktop_app.core.clearing.discards",
        "desktop_app.core.files.hard_links",
        "desktop_app.core.files.reflinks",
        "desktop_app.core.files.moved_files",
        "desktop_app.ui.system.trash",
    )

    @property
    def photos(self) -> Path:
        return self.folder / "photos"

    def build(self) -> None:
        drawn = draw_photos(self.folder / "drawn" / "a", _PHOTOS, appended_bytes=_APPENDED_BYTES)
        (self.folder / "drawn" / "b").mkdir()
        for path in drawn:
            shutil.copy2(path, self.folder / "drawn" / "b" / f"copy {path.name}")
        refill(self.folder / "drawn", self.photos)
        index_folders(LibraryFiles(self.folder / "at first"), [self.photos])
        self._contents = sorted(content_of(path) for path in drawn)

    def prepare(self) -> None:
        refill(self.folder / "drawn", self.photos)
        refill(self.folder / "at first", self.files.folder)


class _Acting(_Copies):
    """One of each two copies is dealt with."""

    def prepare(self) -> None:
        super().prepare()
        shutil.rmtree(self.trash, ignore_errors=True)

    @property
    def trash(self) -> Path:
        return Path(self.environment()["XDG_DATA_HOME"]) / "Trash"

    def check(self) -> None:
        """Each photo is still in its folders: no group was emptied."""
        paths = [path for path in self.photos.rglob("*.jpg") if path.is_file()]
        assert {content_of(path) for path in paths} == set(self._contents), "a photo is lost"
        check_codes(self.files)

    def discards(self) -> Discards:
        """What may go: one of each two copies."""
        with Catalogue(self.files) as catalogue:
            groups = ranked(library_groups(catalogue), KeepRules())[Level.IDENTICAL]
            marked = {photo.id for g in groups for member in g.spare for photo in member.files}
            return check_discards(catalogue, groups, marked, KeepRules())

    def work(self) -> int:
        done = [step for step in self.act(self.discards()) if isinstance(step, Placed)]
        sources = [step.source for step in done]
        list(
            FollowRequest(self.files.folder, sources, [step.target for step in done]).run(
                self.files
            )
        )
        return 0

    @abstractmethod
    def act(self, discards: Discards) -> Iterable[Step]:
        """Act on the copies."""


class TrashCopies(_Acting):
    """One of each two goes to the trash."""

    NAME = "copies to the trash"

    def build(self) -> None:
        super().build()
        for path in self.photos.rglob("*.jpg"):
            drawn = self.folder / "drawn" / path.relative_to(self.photos)
            drawn.with_name(f"{path.name}.xmp").write_text(content_of(path))

    def check(self) -> None:
        """Each photo that has not gone still has its sidecar, and each sidecar is whole."""
        super().check()
        for photo in self.photos.rglob("*.jpg"):
            assert photo.with_name(f"{photo.name}.xmp").exists(), f"{photo} has lost its sidecar"
        found = sorted({path.read_text() for path in self._sidecars()})
        assert found == self._contents, "a sidecar is lost or not whole"

    def act(self, discards: Discards) -> Iterable[Step]:
        from desktop_app.ui.system.trash import trash_files

        return trash_files([each.photo.path for each in discards.allowed])

    def result(self) -> list[str]:
        """One file of each content is left, and one is in the trash."""
        left = sorted(content_of(path) for path in self.photos.rglob("*.jpg"))
        thrown = sorted({content_of(path) for path in self._in_trash(sidecars=False)})
        assert thrown == self._contents, "a copy is neither in its folder nor in the trash"
        assert len(self._sidecars()) >= 2 * _PHOTOS, "a sidecar is lost"
        return left

    def _sidecars(self) -> list[Path]:
        return [*self.photos.rglob("*.xmp"), *self._in_trash(sidecars=True)]

    def _in_trash(self, *, sidecars: bool) -> list[Path]:
        """Where a killed move has left a note of the name, Qt appends a number to it."""
        found = (self.trash / "files").glob("*.jpg*")
        return [path for path in found if (".xmp" in path.name) is sidecars]


class LinkCopies(_Acting):
    """One of each two becomes a hard link to the other."""

    NAME = "copies become links"

    def act(self, discards: Discards) -> Iterable[Step]:
        return link_files([(each.kept.path, each.photo.path) for each in discards.allowed])

    def check(self) -> None:
        super().check()
        assert len(list(self.photos.rglob("*.jpg"))) == 2 * _PHOTOS, "a file is lost"

    def result(self) -> list[str]:
        paths = list(self.photos.rglob("*.jpg"))
        assert len({path.stat().st_ino for path in paths}) == _PHOTOS, "files are not linked"
        return sorted(content_of(path) for path in paths)


class ShareCopies(_Acting):
    """Each two share their space, on a disk in a file that can do it."""

    NAME = "copies share space on XFS"
    FORMAT: ClassVar[Sequence[str]] = XFS

    @property
    def disk(self) -> Path:
        return self.folder / "disk"

    @property
    def photos(self) -> Path:
        return self.disk / "photos"

    def obstacle(self) -> str:
        image = self.folder / "image"
        try:
            format_disk(image, SHARING_DISK_BYTES, self.FORMAT)
            mount(image, self.disk)
        except pytest.skip.Exception as reason:
            return str(reason)
        return ""

    def close(self) -> None:
        super().close()
        unmount(self.disk)

    def act(self, discards: Discards) -> Iterable[Step]:
        return reflink_files([(each.kept.path, each.photo.path) for each in discards.allowed])

    def check(self) -> None:
        super().check()
        assert len(list(self.photos.rglob("*.jpg"))) == 2 * _PHOTOS, "a file is lost"

    def result(self) -> list[str]:
        paths = list(self.photos.rglob("*.jpg"))
        assert len({path.stat().st_ino for path in paths}) == 2 * _PHOTOS, "files are linked"
        places = {tuple(places_of(path)) for path in paths}
        assert len(places) == _PHOTOS, "files do not share their space"
        return sorted(content_of(path) for path in paths)


class ShareCopiesOnBtrfs(ShareCopies):
    """As on XFS."""

    NAME = "copies share space on Btrfs"
    FORMAT = BTRFS


class FindCopies(_Copies):
    """The search itself."""

    NAME = "search for copies"

    def build(self) -> None:
        super().build()
        from PIL import Image

        for path in sorted((self.folder / "drawn" / "b").iterdir()):
            with Image.open(path) as image:
                image.resize((64, 43)).save(path)
        refill(self.folder / "drawn", self.photos)
        index_folders(LibraryFiles(self.folder / "at first"), [self.photos])

    def work(self) -> int:
        for _ in find_duplicates(self.files, _SIMILAR_DISTANCE):
            pass
        return 0

    def check(self) -> None:
        check_codes(self.files)
        with Catalogue(self.files) as catalogue:
            library_groups(catalogue)

    def result(self) -> list[tuple[bytes, bytes]]:
        with closing(PairStore(self.files.duplicates)) as store:
            return [
                (pair.first, pair.second) for pair in store.pairs() if pair.verdict.is_same_photo
            ]
