"""The table of the window's actions, the menus that they are in, and the overview of all keys.

To add an action of the window, add one entry to the table and its id to a menu.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.ui.duplicate_groups.comparison_actions import looking_actions
from desktop_app.ui.duplicate_groups.desk_commands import desk_actions
from desktop_app.ui.inspector.bit_grid import bit_grid_actions
from desktop_app.ui.inspector.distance_histogram import histogram_actions
from desktop_app.ui.inspector.region_picture import region_actions
from desktop_app.ui.kit.actions import SEPARATOR, Action
from desktop_app.ui.kit.direction import arrow_keys
from desktop_app.ui.models.blind_vote import vote_actions
from desktop_app.ui.photos.photo_actions import PHOTO_MENU, photo_actions
from desktop_app.ui.photos.photo_commands import PhotoTarget
from desktop_app.ui.photos.photos_view import GRID_KEYS
from desktop_app.ui.previews.code_dialog import code_page_actions
from desktop_app.ui.previews.preview_view import preview_actions
from desktop_app.ui.saved_searches.saved_search_list import search_list_actions
from desktop_app.ui.settings.shortcuts_dialog import Group
from desktop_app.ui.shell.views import ViewEntry, library_views
from desktop_app.ui.shell.window_commands import WindowCommands
from desktop_app.ui.viewer.viewer_actions import viewer_actions

_Key = QKeySequence.StandardKey
_Role = QAction.MenuRole
RESCAN_KEY = "F5"
Commands = WindowCommands  # `on` in what follows


def window_actions() -> list[Action[Commands]]:
    """Return the window's actions in the current language, in the order of the overview."""
    return [
        *_search_actions(),
        *_view_actions(),
        *_library_actions(),
        *_application_actions(),
    ]


def menu_actions() -> list[Action[Commands]]:
    """Return the actions of the menu bar only: those on photos, and one for each view."""
    photos = [action.of(_photo_target) for action in photo_actions()]
    return [*photos, *(_to_view(entry) for entry in library_views())]


def photo_keys() -> list[Action[Commands]]:
    """Return the actions on photos whose keys work wherever the focus is.

    The viewer has keys of its own.
    """
    actions = (action for action in photo_actions() if action.id not in GRID_KEYS)
    return [action.of(_photo_target_outside_viewer) for action in actions]


def menus() -> list[tuple[str, tuple[str, ...]]]:
    """Return the menus of the menu bar: each title with the ids of its actions."""
    views = tuple(entry.action_id for entry in library_views())
    return [
        (_tr("&File"), ("open_picture", "save_search", SEPARATOR, "new_library",
                        "open_library", "open_archive", SEPARATOR, "add_folder", "rescan",
                        "watch_folders", "exclusions", SEPARATOR, "check_folder", SEPARATOR,
                        "quit")),
        (_tr("&Edit"), ("undo", SEPARATOR, "copy", "paste", SEPARATOR, "search_words",
                        "filter", SEPARATOR, "settings")),
        (_tr("&View"), (*views, SEPARATOR, "back", "forward", "leave_search", SEPARATOR,
                        "larger", "smaller", "fold_stacks", SEPARATOR, "focus_photos", "sidebar",
                        "full_screen")),
        (_tr("&Photo"), tuple(name for name in PHOTO_MENU if name != "copy")),
        (_tr("&Model"), ("retrain", "models")),
        (_tr("&Help"), ("guide", "shortcuts", "tips", SEPARATOR, "about")),
    ]  # fmt: skip


def shortcut_groups() -> list[Group]:
    """Return all shortcuts, grouped by where they work."""
    parts: list[Action[Any]] = [
        *region_actions(),
        *histogram_actions(),
        *bit_grid_actions(),
        *preview_actions(),
        *code_page_actions(),
        *search_list_actions(),
    ]
    return [
        (_tr("General"), list(window_actions())),
        (_tr("Photos"), list(photo_actions())),
        (_tr("Duplicates"), list(desk_actions())),
        (_tr("Comparing duplicates"), list(looking_actions())),
        (_tr("Viewer"), list(viewer_actions())),
        (_tr("Query, distances, code lens and lists"), parts),
        (_tr("Comparing models"), list(vote_actions())),
    ]


def _search_actions() -> list[Action[Commands]]:
    back, forward = arrow_keys()
    return [
        Action("open_picture", _tr("Open picture…"),
               lambda on: on.parts.picture_input.choose_picture(), (_Key.Open,),
               _tr("Find photos like a picture"), "picture"),
        Action("search_words", _tr("Search by words"), lambda on: on.parts.bar.begin_words(),
               ("Ctrl+K",), _tr("Type what the photos show"), "search"),
        Action("paste", _tr("Paste"), lambda on: on.parts.picture_input.paste(), (_Key.Paste,),
               _tr("Find photos like the picture on the clipboard"), "paste"),
        Action("save_search", _tr("Save the search"), lambda on: on.parts.saved_searches.save(),
               (_Key.Save,), icon="bookmark"),
        Action("back", _tr("Back"), lambda on: on.parts.search_flow.step(-1), (f"Alt+{back}",),
               icon="chevron-left",
               is_enabled=lambda on: on.parts.search_flow.state.history.can_step(-1)),
        Action("forward", _tr("Forward"), lambda on: on.parts.search_flow.step(1),
               (f"Alt+{forward}",), icon="chevron-right",
               is_enabled=lambda on: on.parts.search_flow.state.history.can_step(1)),
        Action("leave_search", _tr("Close the search"), Commands.go_back, ("Esc",)),
    ]  # fmt: skip


def _view_actions() -> list[Action[Commands]]:
    return [
        Action("filter", _tr("Filter"), lambda on: on.parts.filters.open_panel(), ("Ctrl+F",),
               _tr("Choose which photos to show and search"), "filter"),
        Action("larger", _tr("Larger thumbnails"), lambda on: on.parts.filters.step_size(1),
               ("Ctrl+=", "Ctrl++")),
        Action("smaller", _tr("Smaller thumbnails"), lambda on: on.parts.filters.step_size(-1),
               ("Ctrl+-",)),
        Action("fold_stacks", _tr("Fold stacks"), _toggle_folding,
               tip=_tr("Show only the photo on top of each stack"), is_checked=_is_folding),
        Action("sidebar", _tr("Show or hide the sidebar"), lambda on: on.switcher.toggle_sidebar(),
               ("Ctrl+B",), icon="sidebar"),
        Action("focus_photos", _tr("Go to the photos"), Commands.focus_photos, ("F6",),
               _tr("Go to the photos, from anywhere in the window")),
        Action("full_screen", _tr("Full screen"), Commands.toggle_full_screen, ("F11",),
               is_checked=lambda on: on.parts.isFullScreen()),
    ]  # fmt: skip


def _library_actions() -> list[Action[Commands]]:
    return [
        Action("new_library", _tr("New library…"), lambda on: on.libraries.create(),
               ("Ctrl+Shift+N",), _tr("Create another library in a window of its own")),
        Action("open_library", _tr("Open library…"), lambda on: on.libraries.choose(),
               ("Ctrl+Shift+O",), _tr("Open another library in a window of its own")),
        Action("open_archive", _tr("Open archive…"), lambda on: on.libraries.choose_archive(),
               tip=_tr("Open an archive of millions of photos in a window of its own")),
        Action("add_folder", _tr("Add folder…"), lambda on: on.parts.picture_input.choose_folder(),
               ("Ctrl+Shift+A",), _tr("Add a folder of photos"), "add-folder"),
        Action("rescan", _tr("Rescan folders"), Commands.rescan, (RESCAN_KEY,),
               icon="rescan", is_enabled=lambda on: on.library.can_rescan),
        Action("watch_folders", _tr("Watch folders for new photos"), _toggle_watching,
               is_checked=_is_watching),
        Action("exclusions", _tr("Excluded files…"), Commands.show_exclusions,
               tip=_tr("Exclude files and folders from the library"),
               is_enabled=lambda on: not on.library.is_empty),
        Action("check_folder", _tr("Check folder for new photos…"),
               lambda on: on.newcomers.choose(),
               tip=_tr("Which photos of a folder or memory card are not in the library?"),
               is_enabled=lambda on: not on.library.is_empty),
        Action("undo", _tr("Undo"), lambda on: on.files.undo(), (_Key.Undo,),
               _tr("Undo move, rename, trash or stack")),
        Action("retrain", _tr("Retrain…"), lambda on: on.models.open(), ("Ctrl+Shift+L",),
               _tr("Model and retraining"), "model"),
        Action("models", _tr("All models…"), lambda on: on.models.open_list(),
               icon="chevron-right"),
    ]  # fmt: skip


def _application_actions() -> list[Action[Commands]]:
    return [
        Action("settings", _tr("Settings…"), lambda on: on.settings.open_or_raise(), ("Ctrl+,",),
               icon="settings", role=_Role.PreferencesRole),
        Action("shortcuts", _tr("Keyboard shortcuts"),
               lambda on: on.help.show_shortcuts(shortcut_groups()), ("F1", "Ctrl+/")),
        Action("guide", _tr("User guide"), lambda on: on.help.show_guide()),
        Action("tips", _tr("Tips"), lambda on: on.tips.start()),
        Action("about", _tr("About Lookalike"), lambda on: on.help.show_about(),
               role=_Role.AboutRole),
        Action("quit", _tr("Quit"), lambda on: on.parts.close(), ("Ctrl+Q",),
               role=_Role.QuitRole),
    ]  # fmt: skip


def _is_watching(on: Commands) -> bool:
    """Whether folders are watched for new photos."""
    return on.preferences.settings.watch_folders


def _toggle_watching(on: Commands) -> None:
    on.preferences.change(watch_folders=not _is_watching(on))


def _is_folding(on: Commands) -> bool:
    """Whether only the photo on top of each stack is shown."""
    return on.preferences.settings.fold_stacks


def _toggle_folding(on: Commands) -> None:
    on.preferences.change(fold_stacks=not _is_folding(on))


def _photo_target(on: Commands) -> PhotoTarget | None:
    """Return the selected photos of the visible view."""
    photos = on.switcher.photos
    return photos.target() if photos is not None else None


def _photo_target_outside_viewer(on: Commands) -> PhotoTarget | None:
    return None if on.parts.viewer.isVisible() else _photo_target(on)


def _to_view(entry: ViewEntry) -> Action[Commands]:
    return Action(
        entry.action_id,
        entry.title,
        lambda on: on.show_view(entry.key),
        tip=entry.tip,
        icon=entry.icon,
        is_checked=lambda on: on.switcher.shown == entry.key and on.switcher.folder is None,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("window_actions", text)
