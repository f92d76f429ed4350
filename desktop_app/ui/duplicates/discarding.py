"""Moves what may go to the trash or to a folder, looking at each file once more before."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.core.clearing.discards import Discards
from desktop_app.core.clearing.second_look import SecondLook
from desktop_app.core.files.file_moves import NotPlaced, Step, move_files
from desktop_app.core.files.hard_links import link_files
from desktop_app.ui.duplicates.discard_text import refusal_text
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.photos.photo_action_flow import (
    FileAction,
    FileRequest,
    Operation,
    OperationKey,
    PhotoActionFlow,
)
from desktop_app.ui.system.trash import trash_files

Act = Callable[[Iterable[Path]], Generator[Step]]


def trash_request(discards: Discards) -> FileRequest:
    """Return the request to move what may go to the trash."""

    def action(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
        steps = partial(discarding, discards, trash_files)
        flow.start(OperationKey(Operation.TRASH), selection, lambda _: steps())

    return _request(action, discards)


def move_request(discards: Discards) -> FileRequest:
    """Return the request to move what may go to a folder that the user chooses."""

    def action(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
        def steps(_: Iterable[Path], folder: Path) -> Generator[Step]:
            return discarding(discards, lambda paths: move_files(paths, folder))

        flow.start_in_folder(_tr("Move to"), Operation.MOVE, selection, steps)

    return _request(action, discards)


def link_request(discards: Discards) -> FileRequest:
    """Return the request to replace what may go by hard links to what stays."""

    def action(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
        pairs = [(discard.kept.path, discard.photo.path) for discard in discards.allowed]
        flow.start(OperationKey(Operation.LINK), selection, lambda _: link_files(pairs))

    return _request(action, discards)


def discarding(discards: Discards, act: Act) -> Generator[Step]:
    """Move each file that is still what was compared, and for which another still stays."""
    left: list[NotPlaced] = []
    with SecondLook(discards) as look:
        yield from act(_checked(discards, look, left))
    yield from left


def _checked(discards: Discards, look: SecondLook, left: list[NotPlaced]) -> Iterator[Path]:
    for discard in discards.allowed:
        trouble = look.trouble(discard)
        if trouble is None:
            yield discard.photo.path
        else:
            left.append(NotPlaced(discard.photo.path, refusal_text(trouble)))


def _request(action: FileAction, discards: Discards) -> FileRequest:
    photos = [discard.photo for discard in discards.allowed]
    folder = photos[0].path.parent if photos else None
    return FileRequest(action, PhotoSelection([photo.id for photo in photos], folder=folder))


def _tr(text: str) -> str:
    return QCoreApplication.translate("discarding", text)
