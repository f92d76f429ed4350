"""What can be done with photos of an archive: the table of a library, without what changes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.kit.actions import Action
from desktop_app.ui.photos.photo_actions import photo_actions
from desktop_app.ui.photos.photo_commands import PhotoTarget
from desktop_app.ui.viewer.photo_viewer import PhotoViewer
from desktop_app.ui.viewer.viewer_actions import viewer_actions

T = TypeVar("T")

_POSSIBLE = {
    *("preview", "open", "open_with", "find_similar", "more_like", "less_like", "see_code"),
    *("show_file", "copy", "select_all", "clear_selection"),
}
_NOT_IN_VIEWER = ("view_rename", "view_trash")


def archive_photo_actions() -> list[Action[PhotoTarget]]:
    """Return the actions; those that are impossible are disabled, and their tips say why."""
    return [each if each.id in _POSSIBLE else impossible(each) for each in photo_actions()]


def archive_viewer_actions() -> list[Action[PhotoViewer]]:
    """Return the actions of the viewer, likewise."""
    return [impossible(each) if each.id in _NOT_IN_VIEWER else each for each in viewer_actions()]


def impossible(action: Action[T]) -> Action[T]:
    """Return the same action, disabled, with the reason as its tip."""
    return replace(action, is_enabled=lambda _: False, text_now=None, tip=read_only_text())


def read_only_text() -> str:
    return QCoreApplication.translate(
        "archive_photo_actions",
        "An archive can only be read. To change its photos, import it into a library:"
        " lookalike cluster import",
    )
