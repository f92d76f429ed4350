"""A library of photos, opened by a program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.api.duplicates import DuplicateGroup, compare_photos, duplicate_groups
from desktop_app.api.encoder import Encoder
from desktop_app.api.exports import export_photos
from desktop_app.api.progress import report_progress
from desktop_app.api.records import Match, PathLike, Photo, Picture, Progress, photo_of
from desktop_app.api.searching import Searcher
from desktop_app.api.tables import CodeTable, DescriptorTable, code_table, descriptor_table
from desktop_app.core.base.errors import LibraryReadOnlyError, PhotoError
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.care.back_up import back_up_after
from desktop_app.core.care.known_library import known_library, library_files
from desktop_app.core.care.restore import recover_if_damaged
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.library_status import (
    LibraryStatus,
    library_status,
    list_failures,
)
from desktop_app.core.catalogue.photo_filter import PhotoFilter, matching_ids
from desktop_app.core.clearing.ranked_groups import COPIES
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.progress import IndexSummary
from desktop_app.core.models.library_models import encoder_in_use

_BLOCK = 500


class Library:
    """Photos of some folders with their codes, on disk.

    One thread at a time may use an open library; several processes may use one at the same time, of
    which one at a time changes it. Photos themselves are never changed. `close`, or the end of a
    `with` block, closes it; all methods raise ValueError afterwards.
    """

    def __init__(self, files: LibraryFiles, *, read_only: bool) -> None:
        """Use `open`; the arguments are not part of the interface."""
        self._files = files
        self._read_only = read_only
        catalogue = Catalogue(files)
        self._opened: tuple[Catalogue, Searcher] | None = (catalogue, Searcher(catalogue))

    @classmethod
    def open(
        cls, folder: PathLike | None = None, *, create: bool = False, read_only: bool = False
    ) -> Self:
        """Open the library in a folder.

        A damaged library is replaced by its newest backup, as by the command line.

        Args:
            folder: Of the library, not of photos. None is the user's own library, which the window
                shows.
            create: Make an empty library if there is none.
            read_only: Refuse what changes the library. Of one on a medium that can only be read,
                this is always the case.

        Raises:
            NoLibraryError, NoOwnLibraryError: There is none, and `create` is False.
            LibraryDamagedError: It is damaged, and has no backup.
            LibraryTooNewError: A later version of the program wrote it.
            LibraryUnwritableError: It cannot be created.
        """
        place = None if folder is None else Path(folder)
        files = library_files(place) if create else known_library(place)
        if not read_only:
            recover_if_damaged(files)
        return cls(files, read_only=read_only)

    def close(self) -> None:
        """Close the files, and end the process that decodes pictures."""
        if self._opened is not None:
            self._searcher.close()
            self._catalogue.close()
            self._opened = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """Absolute path of the folder that holds the library."""
        return self._files.folder

    @property
    def is_read_only(self) -> bool:
        """Whether nothing in the library can be changed."""
        return self._read_only or self._files.is_read_only

    def index(
        self,
        *folders: PathLike,
        progress: Callable[[Progress], object] | None = None,
        threads: int = 0,
    ) -> IndexSummary:
        """Add folders of photos, and index what is new or changed in them.

        Without folders, all folders of the library are brought up to date. An exception from
        `progress` ends the work; what was indexed until then is kept. A backup of the library is
        made once a day.

        Args:
            folders: To add or rescan.
            progress: Called with the state of the work, a few times a second.
            threads: Number of threads that read photos; 0 is one for each core.

        Raises:
            LibraryReadOnlyError: The library can only be read.
            LibraryBusyError: Another process is changing it.
            NotAFolderError: A folder cannot be read.
        """
        self._check_writable()
        places = [resolved(Path(folder)) for folder in folders]
        encoder = encoder_in_use(self._files)
        # Nothing else refers to the inner generator: it ends, and frees the lock, with the outer.
        events = back_up_after(self._files, index(self._files, encoder, places, threads))
        summary = report_progress(events, progress)
        assert isinstance(summary, IndexSummary)
        return summary

    def folders(self) -> list[Path]:
        """Return the folders of photos that were added, by path."""
        return [root.path for root in self._catalogue.roots()]

    def status(self) -> LibraryStatus:
        """Count the photos."""
        return library_status(self._catalogue)

    def failures(self) -> list[PhotoError]:
        """Return why files could not be indexed: the errors have `path` and `problem`."""
        failures = list_failures(self._catalogue)
        return [PhotoError(each.path, each.problem, each.detail) for each in failures]

    def photos(
        self,
        *,
        folder: PathLike | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Iterator[Photo]:
        """Yield the indexed photos whose files are known to be there or on another drive, by id.

        Args:
            folder: Only those in this folder and below it.
            since: Only those that were taken on this day or later.
            until: Only those that were taken on this day or earlier.
        """
        wanted = _filter(folder, since, until)
        ids: list[int] = matching_ids(self._catalogue, wanted).tolist()
        for start in range(0, len(ids), _BLOCK):
            yield from map(photo_of, self._catalogue.photos(ids[start : start + _BLOCK]))

    def search(
        self,
        picture: Picture | Iterable[Picture],
        *,
        unlike: Picture | Iterable[Picture] = (),
        limit: int = 20,
        max_distance: int | None = None,
        folder: PathLike | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Match]:
        """Find the photos that are most similar to a picture, the most similar first.

        Several pictures form one query. Of a `Photo` of this library, what is stored of it serves,
        so that its file need not be there.

        Args:
            picture: One or several: paths, upright images of Pillow in sRGB, arrays uint8
                [H, W, 3], or photos of this library.
            unlike: Pictures that photos should not be like.
            limit: Most photos to return.
            max_distance: Only photos within this Hamming distance, in bits.
            folder: Only photos in this folder and below it.
            since: Only photos that were taken on this day or later.
            until: Only photos that were taken on this day or earlier.

        Raises:
            PhotoError: A file cannot be read or decoded.
            NotIndexedError: A photo is not in the library any more.
            ValueError: There is no picture.
        """
        query = self._searcher.query(picture, unlike)
        wanted = _filter(folder, since, until)
        return self._searcher.search(query, limit, max_distance, wanted)

    def search_code(
        self,
        code: NDArray[np.uint8],
        *,
        limit: int = 20,
        max_distance: int | None = None,
        folder: PathLike | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Match]:
        """Find the photos with the nearest codes, the nearest first.

        All bits weigh the same: `search` is better where there is a picture.

        Args:
            code: uint8 [K/8], of the library's model.
            limit: Most photos to return.
            max_distance: Only photos within this Hamming distance, in bits.
            folder: Only photos in this folder and below it.
            since: Only photos that were taken on this day or later.
            until: Only photos that were taken on this day or earlier.

        Raises:
            TypeError, ValueError: The code is not uint8 [K/8].
        """
        query = self._searcher.code_query(code)
        wanted = _filter(folder, since, until)
        return self._searcher.search(query, limit, max_distance, wanted)

    def codes(self) -> CodeTable:
        """Return all photos that are searched, and their codes uint8 [N, K/8], by id."""
        return code_table(self._catalogue, self._searcher.codes)

    def descriptors(self) -> DescriptorTable:
        """Return all photos that are searched, and their descriptors int8 [N, D], by id.

        While the library is switched to a model with another network, some have none.
        """
        manifest = self._searcher.model.bundle.manifest
        return descriptor_table(self._catalogue, manifest, self._searcher.codes)

    def encoder(self) -> Encoder:
        """Return the model whose codes are searched, to encode pictures outside the library."""
        return Encoder(self._searcher.model)

    def duplicates(
        self,
        levels: Iterable[Level] = COPIES,
        *,
        progress: Callable[[Progress], object] | None = None,
    ) -> list[DuplicateGroup]:
        """Find photos that are copies of each other, or alike.

        Photos that are new are compared first, and what is found is kept in the library. Of a
        library that can only be read, what is known already is returned. No file is changed.

        From 1,000 photos on, several processes compare them: a script has to call this inside
        `if __name__ == "__main__":`, as for all of Python's `multiprocessing`.

        Args:
            levels: How the photos are related: identical files, the same pixels and the same photo,
                unless others are given.
            progress: Called with the state of the work. An exception from it ends the work.

        Returns:
            The groups of each level; of one level, those that could save most space come first.
        """
        catalogue = self._catalogue
        if not self.is_read_only:
            compare_photos(self._files, progress)
        return duplicate_groups(catalogue, levels)

    def export(
        self,
        target: PathLike,
        photos: Iterable[Photo | Match] | None = None,
        *,
        with_codes: bool = False,
    ) -> None:
        """Write photos to a file of CSV or JSON, whose columns docs/formats.md lists.

        A code partly reveals its picture: share it as carefully as the picture itself.

        Args:
            target: Ends with .csv or .json. It is replaced once all is written.
            photos: What to write, also results of a search, with their distances. None is all
                photos. Those that are not in the library any more are left out.
            with_codes: Also write each code, in hexadecimal digits.

        Raises:
            ExportError: The file cannot be written.
            ValueError: `target` has another ending.
        """
        listed = self.photos() if photos is None else photos
        export_photos(self._catalogue, Path(target).absolute(), listed, with_codes=with_codes)

    @property
    def _catalogue(self) -> Catalogue:
        return self._session()[0]

    @property
    def _searcher(self) -> Searcher:
        return self._session()[1]

    def _session(self) -> tuple[Catalogue, Searcher]:
        """Raises ValueError after `close`: SQLite would take the library for a damaged one."""
        if self._opened is None:
            raise ValueError(f"the library {self.folder} is closed")
        return self._opened

    def _check_writable(self) -> None:
        self._session()
        if self.is_read_only:
            raise LibraryReadOnlyError(self.folder)


def _filter(folder: PathLike | None, since: date | None, until: date | None) -> PhotoFilter:
    place = None if folder is None else resolved(Path(folder))
    return PhotoFilter(folder=place, first_day=since, last_day=until)
