"""What each key does, in words, for the overview."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.kit.shortcuts import Command


def groups() -> list[tuple[str, list[tuple[Command, str]]]]:
    """A heading, and its commands in words."""
    return [
        (_tr("Everywhere"), _everywhere()),
        (_tr("Photos"), _photos()),
        (_tr("A photo over the whole window"), _viewer()),
        (_tr("Query, distances, code lens and lists"), _parts()),
        (_tr("Two models side by side"), _votes()),
    ]


def _everywhere() -> list[tuple[Command, str]]:
    return [
        (Command.OPEN_PICTURE, _tr("Open a picture to search for")),
        (Command.PASTE, _tr("Search for the picture on the clipboard")),
        (Command.SAVE_SEARCH, _tr("Save the search")),
        (Command.BACK, _tr("Back")),
        (Command.FORWARD, _tr("Forward")),
        (Command.LEAVE, _tr("Leave the search")),
        (Command.FILTER, _tr("Filter the photos")),
        (Command.LARGER, _tr("Larger photos")),
        (Command.SMALLER, _tr("Smaller photos")),
        (Command.SIDEBAR, _tr("Show or hide the library")),
        (Command.ADD_FOLDER, _tr("Add a folder")),
        (Command.RESCAN, _tr("Look for new and changed photos")),
        (Command.UNDO, _tr("Put back what was moved last")),
        (Command.MODEL, _tr("The model, and retraining")),
        (Command.SETTINGS, _tr("Settings")),
        (Command.SHORTCUTS, _tr("Keyboard shortcuts")),
    ]


def _photos() -> list[tuple[Command, str]]:
    return [
        (Command.PREVIEW, _tr("Preview")),
        (Command.FIND_SIMILAR, _tr("Find similar")),
        (Command.MORE_LIKE, _tr("More like this")),
        (Command.LESS_LIKE, _tr("Less like this")),
        (Command.OPEN, _tr("Open in another program")),
        (Command.SHOW_FILE, _tr("Show in file manager")),
        (Command.COPY, _tr("Copy")),
        (Command.COPY_TO, _tr("Copy to folder…")),
        (Command.MOVE_TO, _tr("Move to folder…")),
        (Command.EXPORT, _tr("Export…")),
        (Command.TRASH, _tr("Move to trash")),
    ]


def _viewer() -> list[tuple[Command, str]]:
    return [
        (Command.VIEW_CLOSE, _tr("Close")),
        (Command.VIEW_PREVIOUS, _tr("Previous photo, or move an enlarged one")),
        (Command.VIEW_NEXT, _tr("Next photo, or move an enlarged one")),
        (Command.VIEW_UP, _tr("Previous photo, or move an enlarged one up")),
        (Command.VIEW_DOWN, _tr("Next photo, or move an enlarged one down")),
        (Command.VIEW_PAGE_UP, _tr("Previous photo")),
        (Command.VIEW_PAGE_DOWN, _tr("Next photo")),
        (Command.VIEW_FIRST, _tr("First photo")),
        (Command.VIEW_LAST, _tr("Last photo")),
        (Command.VIEW_CLOSER, _tr("Enlarge")),
        (Command.VIEW_FARTHER, _tr("Make smaller")),
        (Command.VIEW_FIT, _tr("Fit the window")),
        (Command.VIEW_WHOLE_PIXELS, _tr("100 %")),
        (Command.VIEW_COMPARE, _tr("Beside the query")),
        (Command.VIEW_FLICKER, _tr("In turn with the query")),
        (Command.VIEW_TURN, _tr("The other of the two, while in turn")),
        (Command.VIEW_DETAILS, _tr("What is known of the photo")),
        (Command.VIEW_TRASH, _tr("Move to trash")),
    ]


def _parts() -> list[tuple[Command, str]]:
    return [
        (Command.REGION, _tr("Query picture: draw a part with the arrow keys, and look for it")),
        (Command.MOST_LESS, _tr("Distances: hide the farthest")),
        (Command.MOST_MORE, _tr("Distances: show more of the farthest")),
        (Command.LEAST_LESS, _tr("Distances: show more of the nearest")),
        (Command.LEAST_MORE, _tr("Distances: hide the nearest")),
        (Command.FLIP_BIT, _tr("Code lens: flip the bit")),
        (Command.RUN_SEARCH, _tr("Kept searches: search again")),
        (Command.RENAME, _tr("Saved searches: rename")),
        (Command.REMOVE, _tr("Examples, filters, searches and folders: remove")),
    ]


def _votes() -> list[tuple[Command, str]]:
    return [
        (Command.VOTE_FIRST, _tr("The first row is better")),
        (Command.VOTE_SECOND, _tr("The second row is better")),
        (Command.VOTE_NEITHER, _tr("Neither is better")),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("shortcut_words", text)
