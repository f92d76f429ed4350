"""Sample pictures, to try the library without photos."""

from __future__ import annotations

from pathlib import Path

from desktop_app.api.records import PathLike

_PER_KIND = 13  # as many as the window draws


def write_samples(folder: PathLike, per_kind: int = _PER_KIND) -> list[Path]:
    """Draw sample pictures of sixteen kinds, such as beaches and boats, and return their files.

    Files that are there already are kept.

    Args:
        folder: Where to write. It is created if necessary.
        per_kind: Number of pictures of each kind.

    Raises:
        NotAFolderError: `folder` is a file.
        LibraryUnwritableError: The disk is full or not writable.
    """
    from desktop_app.samples import sample_pictures  # loads all scenes

    return [event.path for event in sample_pictures.write_samples(Path(folder), per_kind)]
