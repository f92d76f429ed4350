"""Decide what a scan looks at: which folders, files and links are left out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.exclusions import Exclusions, compiled, read_exclusions
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.left_out import holds_no_photos

Identity = tuple[int, int]  # device and inode


def is_hidden(name: str) -> bool:
    return name.startswith(".")


class ScanRules:
    """The rules of one library.

    Files and folders are named by their paths relative to a root, with '/' between the names.

    Attributes:
        reserved: Folders that are never entered from elsewhere: the roots and the library's own.
    """

    def __init__(
        self,
        exclusions: Exclusions | None = None,
        roots: Iterable[Path] = (),
        library: LibraryFiles | None = None,
    ) -> None:
        exclusions = exclusions or Exclusions()
        own = [library.folder] if library else []
        self._patterns = compiled(exclusions.patterns) if exclusions.patterns else None
        self._follow_links = exclusions.follow_links
        self._roots = [os.path.realpath(root) for root in roots]
        self._own = [os.path.realpath(folder) for folder in own]
        self.reserved = {found for path in (*self._roots, *self._own) if (found := _identity(path))}
        if library and any(_below(root, self._own[0]) is not None for root in self._roots):
            # A root is the library's folder, or lies in it.
            self._own = [os.path.realpath(own) for own in (library.models, library.retraining)]
            self.reserved |= {found for path in self._own if (found := _identity(path))}

    def leaves_out_folder(self, root: str, relative: str) -> bool:
        """Judge a folder below the root of this path, but not those that it lies in."""
        *_, parent, name = f"{root}/{relative}".replace(os.sep, "/").split("/")
        by_user = self._verdict(f"{relative}/")
        return holds_no_photos(parent, name) if by_user is None else by_user

    def leaves_out_file(self, folder: str, name: str) -> bool:
        """Judge a file in a folder, but not the folder."""
        if self._patterns is None:
            return False
        return bool(self._verdict(f"{folder}/{name}" if folder else name))

    def enters(self, root: str, relative: str) -> bool:
        """Whether a scan of the root enters a folder, judged by all names of its path."""
        if relative and self._is_own(os.path.realpath(f"{root}/{relative}")):
            return False
        names = relative.split("/") if relative else []
        return not any(
            is_hidden(name) or self.leaves_out_folder(root, "/".join(names[: place + 1]))
            for place, name in enumerate(names)
        )

    def follows(self, target: str) -> bool:
        """Whether a link is followed, by the real path of its target.

        A target inside a root is found where it lies. Only one in a hidden folder is not: programs
        such as git-annex keep the files there.
        """
        if self._is_own(target):
            return False
        for root in self._roots:
            relative = _below(target, root)
            if relative is not None:
                return self._is_only_hidden(root, relative)
        return self._follow_links

    def _is_own(self, path: str) -> bool:
        return any(_below(path, own) is not None for own in self._own)

    def _is_only_hidden(self, root: str, relative: str) -> bool:
        *folders, name = relative.split("/")
        inside = ["/".join(folders[: place + 1]) for place in range(len(folders))]
        if any(self.leaves_out_folder(root, folder) for folder in inside):
            return False
        is_left_out = self.leaves_out_folder(root, relative) or self.leaves_out_file(
            "/".join(folders), name
        )
        return any(map(is_hidden, (*folders, name))) and not is_left_out

    def _verdict(self, relative: str) -> bool | None:
        """Return what the user's patterns say; None if none of them matches."""
        if self._patterns is None:
            return None
        return self._patterns.check_file(relative).include


def relative_path(path: Path, root: Path) -> str:
    """Return a path relative to a root, as the rules take it."""
    return "" if path == root else path.relative_to(root).as_posix()


def is_behind_link(path: Path, root: Path) -> bool:
    """Whether a path, which may be gone, leads through a link below the root, or is one."""
    return os.path.realpath(path) != str(Path(os.path.realpath(root), path.relative_to(root)))


def library_rules(catalogue: Catalogue) -> ScanRules:
    """Return the rules of a library as they are now."""
    roots = [root.path for root in catalogue.roots()]
    return ScanRules(read_exclusions(catalogue), roots, catalogue.files)


def identity(status: os.stat_result) -> Identity | None:
    """Return what tells a file from all others; None where the file system does not say."""
    return (status.st_dev, status.st_ino) if status.st_ino else None


def _identity(path: str) -> Identity | None:
    try:
        return identity(os.stat(path))  # noqa: PTH116 -- a path as text
    except OSError:
        return None


def _below(path: str, folder: str) -> str | None:
    """Return a path relative to a folder, empty for the folder itself; None if it is outside."""
    if path == folder:
        return ""
    prefix = folder.rstrip(os.sep) + os.sep
    return path.removeprefix(prefix).replace(os.sep, "/") if path.startswith(prefix) else None
