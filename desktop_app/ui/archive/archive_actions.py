"""The table of the actions of an archive's window, and its menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.ui.archive.archive_photo_actions import archive_photo_actions, impossible
from desktop_app.ui.kit.actions import SEPARATOR, Action
from desktop_app.ui.kit.direction import arrow_keys
from desktop_app.ui.photos.photo_actions import PHOTO_MENU
from desktop_app.ui.photos.photo_commands import PhotoTarget
from desktop_app.ui.photos.photos_view import GRID_KEYS

if TYPE_CHECKING:
    from desktop_app.ui.archive.archive_commands import ArchiveCommands

_Key = QKeySequence.StandardKey
_Role = QAction.MenuRole
_STACKS = ("toggle_stack", "stack", "put_on_top", "leave_stack", "unstack")


def archive_actions() -> list[Action[ArchiveCommands]]:
    """Return the window's actions in the current language."""
    return [*_search_actions(), *_history_actions(), *_view_actions(), *_application_actions()]


def archive_menu_actions() -> list[Action[ArchiveCommands]]:
    """Return the actions of the menu bar only: those on photos."""
    return [action.of(_photo_target) for action in archive_photo_actions()]


def archive_photo_keys() -> list[Action[ArchiveCommands]]:
    """Return the actions on photos whose keys work wherever the focus is."""
    actions = (action for action in archive_photo_actions() if action.id not in GRID_KEYS)
    return [action.of(_photo_target_outside_viewer) for action in actions]


def archive_menus() -> list[tuple[str, tuple[str, ...]]]:
    """Return the menus: each title with the ids of its actions."""
    photo = tuple(name for name in PHOTO_MENU if name not in ("copy", *_STACKS))
    return [
        (_tr("&File"), ("open_picture", SEPARATOR, "open_library", "open_archive", SEPARATOR,
                        "quit")),
        (_tr("&Edit"), ("copy", "paste", SEPARATOR, "filter")),
        (_tr("&View"), ("back", "forward", "leave_search", SEPARATOR, "duplicates", SEPARATOR,
                        "larger", "smaller",
                        SEPARATOR, "focus_photos", "full_screen")),
        (_tr("&Photo"), photo),
        (_tr("&Help"), ("guide", "about")),
    ]  # fmt: skip


def _search_actions() -> list[Action[ArchiveCommands]]:
    save: Action[ArchiveCommands] = Action(
        "save_search", _tr("Save the search"), lambda _: None, icon="bookmark"
    )
    return [
        Action("open_picture", _tr("Open picture…"),
               lambda on: on.parts.picture_input.choose_picture(), (_Key.Open,),
               _tr("Find photos like a picture"), "picture"),
        Action("paste", _tr("Paste"), lambda on: on.parts.picture_input.paste(), (_Key.Paste,),
               _tr("Find photos like the picture on the clipboard"), "paste"),
        impossible(save),
        Action("leave_search", _tr("Close the search"), lambda on: on.leave_search(), ("Esc",)),
    ]  # fmt: skip


def _history_actions() -> list[Action[ArchiveCommands]]:
    back, forward = arrow_keys()
    return [
        Action("back", _tr("Back"), lambda on: on.parts.search_flow.step(-1), (f"Alt+{back}",),
               icon="chevron-left",
               is_enabled=lambda on: on.parts.search_flow.state.history.can_step(-1)),
        Action("forward", _tr("Forward"), lambda on: on.parts.search_flow.step(1),
               (f"Alt+{forward}",), icon="chevron-right",
               is_enabled=lambda on: on.parts.search_flow.state.history.can_step(1)),
    ]  # fmt: skip


def _view_actions() -> list[Action[ArchiveCommands]]:
    return [
        Action("filter", _tr("Filter"), lambda on: on.parts.filters.open_panel(), ("Ctrl+F",),
               _tr("Choose which photos to show and search"), "filter",
               is_enabled=lambda on: bool(on.parts.browse.count)),
        Action("duplicates", _tr("Duplicates"), lambda on: on.toggle_copies(),
               tip=_tr("Show identical files, and the same photo otherwise stored"),
               icon="duplicates",
               is_enabled=lambda on: bool(on.parts.browse.count),
               is_checked=lambda on: on.parts.copies_flow.is_open),
        Action("larger", _tr("Larger thumbnails"), lambda on: on.parts.filters.step_size(1),
               ("Ctrl+=", "Ctrl++")),
        Action("smaller", _tr("Smaller thumbnails"), lambda on: on.parts.filters.step_size(-1),
               ("Ctrl+-",)),
        Action("focus_photos", _tr("Go to the photos"), lambda on: on.focus_photos(), ("F6",),
               _tr("Go to the photos, from anywhere in the window")),
        Action("full_screen", _tr("Full screen"), lambda on: on.toggle_full_screen(), ("F11",),
               is_checked=lambda on: on.parts.isFullScreen()),
    ]  # fmt: skip


def _application_actions() -> list[Action[ArchiveCommands]]:
    return [
        Action("open_library", _tr("Open library…"), lambda on: on.libraries.choose(),
               ("Ctrl+Shift+O",), _tr("Open another library in a window of its own")),
        Action("open_archive", _tr("Open archive…"), lambda on: on.libraries.choose_archive(),
               tip=_tr("Open an archive of millions of photos in a window of its own")),
        Action("guide", _tr("User guide"), lambda on: on.help.show_guide()),
        Action("about", _tr("About Lookalike"), lambda on: on.help.show_about(),
               role=_Role.AboutRole),
        Action("quit", _tr("Quit"), lambda on: on.parts.close(), ("Ctrl+Q",), role=_Role.QuitRole),
    ]  # fmt: skip


def _photo_target(on: ArchiveCommands) -> PhotoTarget | None:
    """Return the selected photos of the visible view."""
    photos = on.parts.photos
    return photos.target() if photos is not None else None


def _photo_target_outside_viewer(on: ArchiveCommands) -> PhotoTarget | None:
    return None if on.parts.viewer.isVisible() else _photo_target(on)


def _tr(text: str) -> str:
    return QCoreApplication.translate("archive_actions", text)
