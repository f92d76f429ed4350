"""What can be done with stacks: the entries in the table of actions on photos."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop_app.core.files.library_edits import (
    LeaveStackRequest,
    PutOnTopRequest,
    StackRequest,
    UnstackRequest,
)
from desktop_app.core.jobs.progress import StacksChanged
from desktop_app.core.stacks.folding import StackMark
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.actions import Action
from desktop_app.ui.photos.photo_action_flow import FileAction, PhotoActionFlow
from desktop_app.ui.photos.photo_commands import PhotoTarget

STACK_MENU = ("toggle_stack", "stack", "put_on_top", "leave_stack", "unstack")


def stack_actions() -> list[Action[PhotoTarget]]:
    """Return the actions, with texts in the current language."""
    return [
        Action("toggle_stack", _tr("Open or close the stack"), _toggle, ("Alt+G",),
               _tr("Show the photos of a stack, or only the one on top"),
               is_enabled=_can_toggle, text_now=_toggle_text),
        _on_photos("stack", _tr("Stack"), stack_selected, "Ctrl+G",
                   tip=_tr("Show the selected photos as one, with the current photo on top"),
                   icon="stack", is_enabled=lambda target: target.count > 1,
                   text_now=_stack_text),
        _on_photos("put_on_top", _tr("Put on top of the stack"), _put_on_top, "Alt+T",
                   tip=_tr("Let the current photo stand for its stack"),
                   is_enabled=_is_below),
        _on_photos("leave_stack", _tr("Take out of the stack"), _leave,
                   tip=_tr("Take the selected photos out of their stacks"),
                   is_enabled=_may_unstack),
        _on_photos("unstack", _tr("Unstack"), _unstack, "Ctrl+Shift+G",
                   tip=_tr("Show all photos of the stack on their own"),
                   is_enabled=_may_unstack),
    ]  # fmt: skip


def stack_selected(flow: PhotoActionFlow, photos: PhotoSelection) -> None:
    """Stack the selected photos: the current one on top, or the first if it is not among them."""
    ids = photos.ids
    top = photos.current if photos.current in ids else ids[0]
    request = StackRequest(flow.jobs.library, [[top, *(i for i in ids if i != top)]])

    def told(changed: StacksChanged) -> str:
        if not changed.photos:
            return _tr("These photos are a stack already.")
        return _tr("Stacked {photos}.").format(photos=numbers.photos(len(ids)))

    flow.stacks.change(request, told)


def _put_on_top(flow: PhotoActionFlow, photos: PhotoSelection) -> None:
    chosen = photos.ids[:1] if photos.current is None else [photos.current]
    request = PutOnTopRequest(flow.jobs.library, chosen)
    flow.stacks.change(request, lambda _: _tr("The photo is on top of its stack now."))


def _leave(flow: PhotoActionFlow, photos: PhotoSelection) -> None:
    request = LeaveStackRequest(flow.jobs.library, photos.ids)
    flow.stacks.change(request, _unstacked)


def _unstack(flow: PhotoActionFlow, photos: PhotoSelection) -> None:
    request = UnstackRequest(flow.jobs.library, photos.ids)
    flow.stacks.change(request, _unstacked)


def _unstacked(changed: StacksChanged) -> str:
    if not changed.photos:
        return _tr("None of these photos is in a stack.")
    return _tr("Unstacked {photos}.").format(photos=numbers.photos(len(changed.before)))


def _toggle(target: PhotoTarget) -> None:
    if target.shown is not None:
        target.commands.toggle_stack(target.shown)


def _mark(target: PhotoTarget) -> StackMark | None:
    return target.shown.stack if target.shown is not None else None


def _can_toggle(target: PhotoTarget) -> bool:
    mark = _mark(target)
    return mark is not None and mark.can_fold


def _is_below(target: PhotoTarget) -> bool:
    """Whether another photo is on top of the stack, in sight or not."""
    mark, shown = _mark(target), target.shown
    return mark is not None and shown is not None and shown.photo.id != mark.top


def _may_unstack(target: PhotoTarget) -> bool:
    """Of several photos, any may be in a stack."""
    return _mark(target) is not None or target.count > 1


def _toggle_text(target: PhotoTarget) -> str:
    mark = _mark(target)
    if mark is None or not mark.can_fold:
        return _tr("Open or close the stack")
    if not mark.is_folded:
        return _tr("Close the stack")
    return _tr("Open the stack of {photos}").format(photos=numbers.photos(mark.count))


def _stack_text(target: PhotoTarget) -> str:
    if target.count > 1:
        return _tr("Stack {photos}").format(photos=numbers.photos(target.count))
    return _tr("Stack")


def _on_photos(
    name: str,
    text: str,
    action: FileAction,
    *keys: str,
    tip: str,
    icon: str = "",
    is_enabled: Callable[[PhotoTarget], bool],
    text_now: Callable[[PhotoTarget], str] | None = None,
) -> Action[PhotoTarget]:
    """An action on the selected photos, which the view requests."""

    def run(target: PhotoTarget) -> None:
        target.commands.request_action(action, target.selection())

    return Action(name, text, run, keys, tip, icon, is_enabled, text_now=text_now)


def _tr(text: str) -> str:
    return QCoreApplication.translate("stack_actions", text)
