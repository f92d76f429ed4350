"""Short changes of what the library knows about duplicates, which the window requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.files.library_edits import LibraryEdit


@dataclass(frozen=True)
class TellApartRequest(LibraryEdit):
    """Store pairs of contents as no duplicates, or as duplicates after all."""

    pairs: list[tuple[bytes, bytes]]
    are_duplicates: bool = False

    def run(self, files: LibraryFiles) -> Iterator[object]:
        from desktop_app.core.duplicates.not_duplicates import tell_apart

        return tell_apart(files, self.pairs, are_duplicates=self.are_duplicates)
