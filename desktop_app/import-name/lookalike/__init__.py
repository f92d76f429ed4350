"""Find photos that look alike, from your own programs.

    with lookalike.Library.open("library", create=True) as library:
        library.index("pictures")
        for match in library.search("beach.jpg", limit=3):
            print(match.distance, match.photo.path)

The names in `__all__`, and what docs/api.md says of them, are the interface that versions stand
for. Nothing else is.
"""

from importlib.metadata import PackageNotFoundError, version

from desktop_app.api.duplicates import DuplicateGroup
from desktop_app.api.encoder import Encoder, hamming_distance
from desktop_app.api.errors import word_errors
from desktop_app.api.library import Library
from desktop_app.api.records import Match, Photo, Picture, Progress
from desktop_app.api.samples import write_samples
from desktop_app.api.tables import CodeTable, DescriptorTable
from desktop_app.core.base.errors import (
    AppError,
    BundleError,
    BundleProblem,
    ExportError,
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
from desktop_app.core.clearing.suggestions import KeepRule
from desktop_app.core.duplicates.levels import Level as DuplicateLevel
from desktop_app.core.jobs.progress import IndexSummary

__all__ = [
    "AppError",
    "BundleError",
    "BundleProblem",
    "CodeTable",
    "DescriptorTable",
    "DuplicateGroup",
    "DuplicateLevel",
    "Encoder",
    "ExportError",
    "IndexSummary",
    "KeepRule",
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
    "__version__",
    "hamming_distance",
    "write_samples",
]

try:
    __version__ = version("lookalike")
except PackageNotFoundError:  # a checkout that is not installed
    __version__ = "unknown"

word_errors()
