"""What can be done with photos: the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop_app.core.files.photo_moves import copy_files, move_files
from desktop_app.ui.grid.photo_model import ShownPhoto
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import SEPARATOR, Action
from desktop_app.ui.photos.photo_action_flow import (
    FileAction,
    Operation,
    OperationKey,
    PhotoActionFlow,
)
from desktop_app.ui.photos.photo_commands import PhotoCommands, PhotoTarget
from desktop_app.ui.photos.stack_actions import STACK_MENU, stack_actions
from desktop_app.ui.system.trash import trash_files

# For a photo that is shown alone; the viewer has an action of its own for the trash.
LONE_MENU = (
    "open", "open_with", "find_similar", "more_like", "less_like", "see_code", SEPARATOR,
    "show_file", "copy", "reread", SEPARATOR,
    "rename_files", "copy_to", "move_to", "export", SEPARATOR,
)  # fmt: skip
PHOTO_MENU = (
    "preview", *LONE_MENU, "trash", SEPARATOR, *STACK_MENU, SEPARATOR,
    "select_all", "clear_selection",
)  # fmt: skip


def photo_actions() -> list[Action[PhotoTarget]]:
    """Return the actions, with texts in the current language."""
    return [
        _on_one("preview", _tr("View"), lambda on, _: on.preview(), "Space", "Return", "Enter"),
        _on_one("open", _tr("Open"), lambda on, shown: on.opener.open(shown),
                "Shift+Return", "Shift+Enter", tip=_tr("Open with another program")),
        _on_one("open_with", _tr("Open with…"), lambda on, shown: on.opener.open_with(shown)),
        _find_similar(),
        _on_all("more_like", _tr("More like this"),
                lambda on, photos: on.choose_examples(photos, wanted=True), "+", "=",
                icon="plus", many=_tr("More like {photos}")),
        _on_all("less_like", _tr("Less like this"),
                lambda on, photos: on.choose_examples(photos, wanted=False), "-",
                icon="minus", many=_tr("Less like {photos}")),
        _see_code(),
        _on_one("show_file", _tr("Show in file manager"),
                lambda on, shown: on.opener.show(shown), "Ctrl+Return", "Ctrl+Enter"),
        _copy(),
        _on_files("copy_to", _tr("Copy to folder…"), copy_photos, "Ctrl+Shift+C",
                  icon="copy", many=_tr("Copy {photos} to folder…")),
        _on_files("move_to", _tr("Move to folder…"), move_photos, "Ctrl+Shift+M",
                  icon="move", many=_tr("Move {photos} to folder…")),
        _on_files("rename_files", _tr("Rename…"),
                  rename_photos, "F2", many=_tr("Rename {photos}…")),
        _on_files("export", _tr("Export…"),
                  lambda flow, photos: flow.export_requested.emit(photos), "Ctrl+E",
                  icon="export", many=_tr("Export {photos}…")),
        _on_files("trash", _tr("Move to trash"), trash_photos, "Del",
                  icon="trash", many=_tr("Move {photos} to trash")),
        _on_files("reread", _tr("Read again"),
                  lambda flow, photos: flow.jobs.reread_photos(photos.ids),
                  many=_tr("Read {photos} again")),
        *stack_actions(),
        Action("select_all", _tr("Select all"),
               lambda target: target.commands.select_all(), ("Ctrl+A",)),
        Action("clear_selection", _tr("Clear selection"),
               lambda target: target.commands.clear_selection(), ("Ctrl+D",), icon="close",
               is_enabled=lambda target: bool(target.count)),
    ]  # fmt: skip


def rename_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.rename_requested.emit(selection)


def copy_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.start_in_folder(_tr("Copy to"), Operation.COPY, selection, copy_files)


def move_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.start_in_folder(_tr("Move to"), Operation.MOVE, selection, move_files)


def trash_photos(flow: PhotoActionFlow, selection: PhotoSelection) -> None:
    flow.start(OperationKey(Operation.TRASH), selection, trash_files)


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
    icon: str = "",
    many: str = "",
) -> Action[PhotoTarget]:
    """An action on all photos that are selected."""
    return Action(
        name,
        text,
        lambda target: handler(target.commands, target.selection()),
        keys,
        is_enabled=lambda target: bool(target.count),
        icon=icon,
        text_now=_counting(text, many) if many else None,
    )


def _counting(text: str, many: str) -> Callable[[PhotoTarget], str]:
    """`many` has a place for '203 photos', and is used for more than one."""

    def text_now(target: PhotoTarget) -> str:
        return many.format(photos=numbers.photos(target.count)) if target.count > 1 else text

    return text_now


def _on_files(
    name: str, text: str, action: FileAction, *keys: str, icon: str = "", many: str = ""
) -> Action[PhotoTarget]:
    """An action on the files of all photos that are selected, which the view requests."""

    def run(commands: PhotoCommands, photos: PhotoSelection | None) -> None:
        commands.request_action(action, photos)

    made = _on_all(name, text, run, *keys, icon=icon, many=many)
    return replace(made, text_now=_telling_of_stack(_counting(text, many)))


def _telling_of_stack(text_now: Callable[[PhotoTarget], str]) -> Callable[[PhotoTarget], str]:
    """Say of a folded stack that only the photo on top is acted on."""

    def told(target: PhotoTarget) -> str:
        text, shown = text_now(target), target.shown
        is_folded = shown is not None and shown.stack is not None and shown.stack.is_folded
        if target.count != 1 or not is_folded:
            return text
        return _tr("{action} (only the photo on top)").format(action=text)

    return told


def _copy() -> Action[PhotoTarget]:
    """Of a photo that need not be selected, its file is known."""

    def run(target: PhotoTarget) -> None:
        selection, shown = target.select(), target.shown
        if shown is not None and selection is not None and selection.ids == [shown.photo.id]:
            target.commands.copy_files([shown.path])
        else:
            target.commands.copy_selected()

    text = _tr("Copy")
    return Action(
        "copy",
        text,
        run,
        (QKeySequence.StandardKey.Copy,),
        is_enabled=lambda target: bool(target.count),
        text_now=_counting(text, _tr("Copy {photos}")),
    )


def _see_code() -> Action[PhotoTarget]:
    text, tip = _tr("What the code sees"), _tr("What the code of a photo has kept of it")
    return _on_one(
        "see_code", text, lambda on, shown: on.code_requested.emit(shown.photo), "Ctrl+L", tip=tip
    )


def _find_similar() -> Action[PhotoTarget]:
    """Of all photos that are selected; where none is, of the one under the cursor."""

    def run(target: PhotoTarget) -> None:
        if target.count:
            target.commands.find_similar(target.select())
        elif target.shown is not None:
            target.commands.find_similar(PhotoSelection([target.shown.photo.id]))

    text = _tr("Find similar")
    return Action(
        "find_similar",
        text,
        run,
        ("S",),
        icon="alike",
        is_enabled=lambda target: bool(target.count) or target.shown is not None,
        text_now=_counting(text, _tr("Find similar to {photos}")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("photo_actions", text)
