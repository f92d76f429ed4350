"""Which jobs concern a root of the library, and what they do with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from desktop_app.core.files.library_edits import RemoveRequest, RootEdit
from desktop_app.core.jobs.requests import ChangesRequest, IndexRequest, Request, RetryRequest


class RootWork(Enum):
    """What running or waiting jobs do with a root."""

    NONE = auto()
    WAITING = auto()
    INDEXING = auto()
    CHANGING = auto()
    REMOVING = auto()


def root_work(root: Path, running: Request | None, waiting: Iterable[Request]) -> RootWork:
    """Summarise what the running and the waiting requests do with a root."""
    if running is not None and _concerns(running, root):
        return _kind_of_work(running)
    concerning = [request for request in waiting if _concerns(request, root)]
    for request in concerning:
        if isinstance(request, RootEdit):
            return _kind_of_work(request)
    return RootWork.WAITING if concerning else RootWork.NONE


def without_root(request: Request, root: Path) -> Request | None:
    """Take a root out of a request; None where nothing is left of it.

    A request for all roots (an empty list of paths) stays as it is.
    """
    match request:
        case IndexRequest(folders=paths):
            rest = _outside(root, paths)
            changed: Request = replace(request, folders=rest)
        case ChangesRequest(changed=paths):
            rest = _outside(root, paths)
            changed = replace(request, changed=rest)
        case RetryRequest(failed=paths):
            rest = _outside(root, paths)
            changed = replace(request, failed=rest)
        case _:
            return request
    return changed if rest or not paths else None


def _concerns(request: Request, root: Path) -> bool:
    match request:
        case IndexRequest(folders=folders):
            return not folders or any(_overlap(root, folder) for folder in folders)
        case ChangesRequest(changed=paths) | RetryRequest(failed=paths):
            return not paths or any(path.is_relative_to(root) for path in paths)
        case RootEdit():
            return request.root == root
    return False


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _outside(root: Path, paths: list[Path]) -> list[Path]:
    return [path for path in paths if not path.is_relative_to(root)]


def _kind_of_work(request: Request) -> RootWork:
    if isinstance(request, RemoveRequest):
        return RootWork.REMOVING
    return RootWork.CHANGING if isinstance(request, RootEdit) else RootWork.INDEXING
