"""Rename photos, as the window does, and scan their folder, as the next window does."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.file_moves import NotPlaced, Placed
from desktop_app.core.files.library_edits import FollowRequest
from desktop_app.core.files.renames import Rename, rename_files
from desktop_app.core.jobs.requests import IndexRequest
from desktop_app.core.photos.content_hash import content_hash_of
from tests.crash.drawn_photos import draw_photos, index_folders
from tests.crash.library_state import check_codes, content_of, contents_below
from tests.crash.scenario import Scenario, refill, run_job

_PHOTOS = 120
_PRESENT = "SELECT id FROM photos WHERE missing = 0"


class Renames(Scenario):
    """Each photo gets the name that the next one had: no name is free but that after the last."""

    NAME = "rename photos"
    PRELOADED = (
        "desktop_app.job",
        "desktop_app.core.bundle.encoder",
        "desktop_app.core.files.library_edits",
        "desktop_app.core.files.renames",
        "desktop_app.core.indexing.indexer",
        "desktop_app.core.models.library_models",
    )

    @property
    def photos(self) -> Path:
        return self.folder / "photos"

    def build(self) -> None:
        draw_photos(self.folder / "drawn", _PHOTOS)
        refill(self.folder / "drawn", self.photos)
        index_folders(LibraryFiles(self.folder / "at first"), [self.photos])
        drawn = contents_below(self.folder / "drawn")
        self._names = {content: (name, _next(name)) for name, content in drawn.items()}

    def prepare(self) -> None:
        refill(self.folder / "drawn", self.photos)
        refill(self.folder / "at first", self.files.folder)

    def work(self) -> int:
        """Rename those that have their old names still; return the number that failed."""
        steps = list(rename_files(self._left()))
        placed = [step for step in steps if isinstance(step, Placed)]
        sources, targets = [step.source for step in placed], [step.target for step in placed]
        for _ in FollowRequest(self.files.folder, sources, targets).run(self.files):
            pass
        failed = sum(isinstance(step, NotPlaced) for step in steps)
        return failed or run_job(IndexRequest(self.files.folder, [self.photos], threads=1))

    def check(self) -> None:
        """Each photo is there once, whole, under its old or its new name."""
        found = contents_below(self.photos)
        assert sorted(found.values()) == sorted(self._names), "photos are lost or changed"
        for name, content in found.items():
            assert name in self._names[content], f"{name} is no name of this photo"
        check_codes(self.files)

    def result(self) -> dict[str, str]:
        """All have their new names, also in the library, which knows no others."""
        found = contents_below(self.photos)
        assert found == {new: content for content, (_, new) in self._names.items()}
        with Catalogue(self.files) as catalogue:
            ids = [photo_id for (photo_id,) in catalogue.rows(_PRESENT)]
            known = {row.path: row.content_hash for row in catalogue.photos(ids)}
        assert known == {path: _content_hash(path) for path in self.photos.iterdir()}
        return found

    def _left(self) -> list[Rename]:
        paths = sorted(self.photos.iterdir())
        return [Rename(path, self._names[content_of(path)][1]) for path in paths]


def _next(name: str) -> str:
    """The name of the next photo."""
    return f"{int(name.removesuffix('.jpg')) + 1:03}.jpg"


def _content_hash(path: Path) -> bytes:
    with path.open("rb") as file:
        return content_hash_of(file)
