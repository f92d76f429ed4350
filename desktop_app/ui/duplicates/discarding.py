"""Moves what may go to the trash or to a folder, looking at each file once more before."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.core.clearing.discards import Discard, Discards
from desktop_app.core.clearing.inheritance import Inheritance, NotInheritedError
from desktop_app.core.clearing.second_look import SecondLook
from desktop_app.core.files.file_moves import NotPlaced, Placed, Step
from desktop_app.core.files.hard_links import link_files
from desktop_app.core.files.photo_moves import move_files
from desktop_app.core.files.reflinks import reflink_files
from desktop_app.core.files.sidecars import WrittenSidecar, restore_sidecar
from desktop_app.ui.duplicates.discard_text import link_reason, refusal_text
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit.messages import shown_path
from desktop_app.ui.photos.photo_action_flow import (
    FileAction,
    FileRequest,
    Operation,
    OperationKey,
    PhotoActionFlow,
)
from desktop_app.ui.system.trash import trash_files

Join = Callable[[Iterable[tuple[Path, Path]]], Generator[Step]]
Act = Callable[[Iterable[Path]], Generator[Step]]


def trash_request(discards: Discards, *, inherits: bool = False) -> FileRequest:
    """Return the request to move what may go to the trash.

    `inherits`: what stays inherits ratings and keywords first.
    """

    def action(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
        steps = partial(discarding, discards, trash_files, inherits=inherits)
        flow.start(OperationKey(Operation.TRASH), selection, lambda _: steps())

    return _request(action, discards)


def move_request(discards: Discards, *, inherits: bool = False) -> FileRequest:
    """Return the request to move what may go to a folder that the user chooses."""

    def action(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
        def steps(_: Iterable[Path], folder: Path) -> Generator[Step]:
            return discarding(discards, lambda paths: move_files(paths, folder), inherits=inherits)

        flow.start_in_folder(_tr("Move to"), Operation.MOVE, selection, steps)

    return _request(action, discards)


def link_request(discards: Discards) -> FileRequest:
    """Return the request to replace what may go by hard links to what stays."""
    return _joining_request(discards, Operation.LINK, link_files)


def share_request(discards: Discards) -> FileRequest:
    """Return the request to let what may go share the space of what stays."""
    return _joining_request(discards, Operation.SHARE, reflink_files)


def _joining_request(discards: Discards, operation: Operation, join: Join) -> FileRequest:
    def action(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
        pairs = [(discard.kept.path, discard.photo.path) for discard in discards.allowed]
        flow.start(OperationKey(operation), selection, lambda _: _worded(join(pairs)))

    return _request(action, discards)


def _worded(steps: Iterable[Step]) -> Generator[Step]:
    """Say in the window's language why files stay."""
    for step in steps:
        yield (
            replace(step, reason=link_reason(step.reason)) if isinstance(step, NotPlaced) else step
        )


def discarding(discards: Discards, act: Act, *, inherits: bool = False) -> Generator[Step]:
    """Move each file that is still what was compared, and for which another still stays.

    What was written to a sidecar for a file that stays after all is taken back.
    """
    with closing(SecondLook(discards)) as look, closing(Inheritance()) as inheritance:
        checked = _Checked(discards, look, inheritance if inherits else None)
        for step in act(checked.paths()):
            yield checked.completed(step)
    yield from checked.left


class _Checked:
    """The files that go, one by one.

    Attributes:
        left: Those that stay, and why.
    """

    def __init__(
        self, discards: Discards, look: SecondLook, inheritance: Inheritance | None
    ) -> None:
        self._discards = discards
        self._look = look
        self._inheritance = inheritance
        self._written: WrittenSidecar | None = None
        self.left: list[NotPlaced] = []

    def paths(self) -> Iterator[Path]:
        for discard in self._discards.allowed:
            trouble = self._look.trouble(discard)
            reason = refusal_text(trouble) if trouble else self._hand_over(discard)
            if reason:
                self.left.append(NotPlaced(discard.photo.path, reason))
            else:
                yield discard.photo.path

    def completed(self, step: Step) -> Step:
        """Return the step of the latest path with the sidecar that was written for it."""
        written, self._written = self._written, None
        if written is None:
            return step
        if isinstance(step, Placed):
            return replace(step, sidecar=written)
        with suppress(OSError):
            restore_sidecar(written)
        return step

    def _hand_over(self, discard: Discard) -> str:
        """Return why nothing can be inherited; empty if it was."""
        try:
            if self._inheritance:
                paths = discard.photo.path, discard.kept.path
                self._written = self._inheritance.hand_over(*paths)
        except NotInheritedError as error:
            text = _tr("its rating and keywords cannot be written to {file}: {reason}")
            return text.format(file=shown_path(error.sidecar), reason=error.reason)
        return ""


def _request(action: FileAction, discards: Discards) -> FileRequest:
    photos = [discard.photo for discard in discards.allowed]
    folder = photos[0].path.parent if photos else None
    return FileRequest(action, PhotoSelection([photo.id for photo in photos], folder=folder))


def _tr(text: str) -> str:
    return QCoreApplication.translate("discarding", text)
