"""The table of what can be done with photos: context menu, menu bar, shortcuts and overview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop_app.ui.kit.actions import SEPARATOR, Action
from desktop_app.ui.photos.photo_action import PhotoAction, PhotoSelection
from desktop_app.ui.photos.photo_model import ShownPhoto

PHOTO_MENU = (
    "preview", "open", "open_with", "find_similar", "more_like", "less_like", SEPARATOR,
    "show_file", "copy", SEPARATOR,
    "copy_to", "move_to", "export", SEPARATOR,
    "trash",
)  # fmt: skip


class PhotoCommands(Protocol):
    """What a view of photos does for the actions."""

    def preview(self) -> None: ...
    def open_file(self, shown: ShownPhoto) -> None: ...
    def open_with(self, shown: ShownPhoto) -> None: ...
    def show_file(self, shown: ShownPhoto) -> None: ...
    def copy_selected(self) -> None: ...
    def find_similar(self, shown: ShownPhoto) -> None: ...
    def choose_examples(self, selection: PhotoSelection | None, *, wanted: bool) -> None: ...
    def request_action(self, action: PhotoAction, selection: PhotoSelection | None) -> None: ...


@dataclass(frozen=True)
class PhotoTarget:
    """The photos that an action is about.

    Attributes:
        commands: The view that shows them.
        shown: The photo under the cursor; None if there is none, or if it is still being read.
        has_selection: Whether there is any photo to act on.
        select: Returns the photos; None if there are too many of them.
    """

    commands: PhotoCommands
    shown: ShownPhoto | None
    has_selection: bool
    select: Callable[[], PhotoSelection | None]


def photo_actions() -> list[Action[PhotoTarget]]:
    """In the present language."""
    key = QKeySequence.StandardKey
    return [
        _on_one("preview", _tr("Preview"), lambda on, _: on.preview(), "Space", "Return", "Enter"),
        _on_one("open", _tr("Open"), lambda on, shown: on.open_file(shown),
                "Shift+Return", "Shift+Enter", tip=_tr("Open in another program")),
        _on_one("open_with", _tr("Open with…"), lambda on, shown: on.open_with(shown)),
        _on_one("find_similar", _tr("Find similar"), lambda on, shown: on.find_similar(shown), "S"),
        _on_all("more_like", _tr("More like this"),
                lambda on, chosen: on.choose_examples(chosen, wanted=True), "+", "="),
        _on_all("less_like", _tr("Less like this"),
                lambda on, chosen: on.choose_examples(chosen, wanted=False), "-"),
        _on_one("show_file", _tr("Show in file manager"), lambda on, shown: on.show_file(shown),
                "Ctrl+Return", "Ctrl+Enter"),
        _on_all("copy", _tr("Copy"), lambda on, _: on.copy_selected(), key.Copy),
        _requested("copy_to", _tr("Copy to folder…"), PhotoAction.COPY_TO, "Ctrl+Shift+C"),
        _requested("move_to", _tr("Move to folder…"), PhotoAction.MOVE_TO, "Ctrl+Shift+M"),
        _requested("export", _tr("Export…"), PhotoAction.EXPORT, "Ctrl+E"),
        _requested("trash", _tr("Move to trash"), PhotoAction.TRASH, "Del"),
    ]  # fmt: skip


def _on_one(
    name: str,
    text: str,
    handler: Callable[[PhotoCommands, ShownPhoto], object],
    *keys: str,
    tip: str = "",
) -> Action[PhotoTarget]:
    """An action on the photo under the cursor."""

    def run(target: PhotoTarget) -> None:
        if target.shown is not None:
            handler(target.commands, target.shown)

    return Action(name, text, run, keys, tip, is_enabled=lambda target: target.shown is not None)


def _on_all(
    name: str,
    text: str,
    handler: Callable[[PhotoCommands, PhotoSelection | None], object],
    *keys: str | QKeySequence.StandardKey,
) -> Action[PhotoTarget]:
    """An action on all photos that are selected."""
    return Action(
        name,
        text,
        lambda target: handler(target.commands, target.select()),
        keys,
        is_enabled=lambda target: target.has_selection,
    )


def _requested(name: str, text: str, action: PhotoAction, *keys: str) -> Action[PhotoTarget]:
    """An action on files, which the view asks of the window."""
    return _on_all(name, text, lambda on, chosen: on.request_action(action, chosen), *keys)


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_actions", text)
