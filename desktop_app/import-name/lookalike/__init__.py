"""Find photos that look alike, from your own programs.

    with lookalike.Library.open("library", create=True) as library:
        library.index("pictures")
        for match in library.search("beach.jpg", limit=3):
            print(match.distance, match.photo.path)

Everything in `__all__` is public, and versions follow it (docs/api.md): nothing else is.
"""

from desktop_app.api.encoder import Encoder, hamming_distance
from desktop_app.api.errors import word_errors
from desktop_app.api.library import Library
from desktop_app.api.records import Match, Photo, Picture, Progress
from desktop_app.core.base.errors import (
    AppError,
    BundleError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryReadOnlyError,
    LibraryTooNewError,
    LibraryUnwritableError,
    NoLibraryError,
    NoOwnLibraryError,
    NotAFolderError,
    NotIndexedError,
    PhotoError,
    PhotoProblem,
)
from desktop_app.core.catalogue.library_status import LibraryStatus
from desktop_app.core.jobs.progress import IndexSummary

__all__ = [
    "AppError",
    "BundleError",
    "Encoder",
    "IndexSummary",
    "Library",
    "LibraryBusyError",
    "LibraryDamagedError",
    "LibraryReadOnlyError",
    "LibraryStatus",
    "LibraryTooNewError",
    "LibraryUnwritableError",
    "Match",
    "NoLibraryError",
    "NoOwnLibraryError",
    "NotAFolderError",
    "NotIndexedError",
    "Photo",
    "PhotoError",
    "PhotoProblem",
    "Picture",
    "Progress",
    "hamming_distance",
]

word_errors()
