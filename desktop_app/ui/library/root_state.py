"""The state of a root in the sidebar, and its texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.sentences.libraries import FOLDERS_DISCONNECTED
from desktop_app.ui.jobs.root_work import RootWork
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import sentence, shown_name

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import Root
    from desktop_app.core.catalogue.library_status import RootCounts


@dataclass(frozen=True)
class RootState:
    """A root, the counts of its photos, what jobs do with it, and whether they rest."""

    root: Root
    counts: RootCounts
    work: RootWork
    jobs_are_paused: bool = False

    @property
    def can_change(self) -> bool:
        """Whether the root can be paused, moved or removed now."""
        return self.work not in (RootWork.CHANGING, RootWork.REMOVING)

    @property
    def can_rescan(self) -> bool:
        return self.work is RootWork.NONE and not self.root.paused

    @property
    def can_resume(self) -> bool:
        """Whether photos wait until the user goes on with them."""
        if self.root.paused:
            return self.can_change
        return self.can_rescan and not self.root.offline and bool(self.counts.waiting)


def state_text(state: RootState) -> str:
    """Describe the work on a root, or else its contents."""
    counts = state.counts
    match state.work:
        case RootWork.REMOVING:
            return _tr("Removing…")
        case RootWork.CHANGING:
            return _tr("One moment…")
        case RootWork.INDEXING if state.jobs_are_paused:
            return _paused_text(waiting_text(counts.waiting) if counts.waiting else "")
        case RootWork.INDEXING if counts.waiting:
            done = 100 * (counts.photos - counts.waiting) // counts.photos
            return _tr("Indexing · {percent} %").format(percent=done)
        case RootWork.INDEXING:
            return _tr("Scanning…")
        case RootWork.WAITING:
            return _tr("Waiting")
    return _contents_text(state.root, counts)


def hint_text(state: RootState) -> str:
    """Say what to do about a root whose photos are not kept up to date."""
    if state.root.paused:
        return _tr("Paused. Not scanned until you resume it.")
    if state.root.offline:
        return sentence(FOLDERS_DISCONNECTED).format(folders=shown_name(state.root.path))
    return ""


def _contents_text(root: Root, counts: RootCounts) -> str:
    parts = [numbers.photos(counts.indexed)]
    if root.paused:
        return _paused_text(waiting_text(counts.waiting) if counts.waiting else parts[0])
    if root.offline:
        parts.insert(0, _tr("Disconnected"))
    elif counts.waiting:
        parts.append(waiting_text(counts.waiting))
    elif counts.failed:
        text = _tr("{count} failed")
        parts.append(text.format(count=numbers.counted(counts.failed)))
    return " · ".join(parts)


def _paused_text(rest: str) -> str:
    return " · ".join(filter(None, [_tr("Paused"), rest]))


def waiting_text(count: int) -> str:
    """Return how many photos wait to be indexed."""
    return _tr("{count} waiting").format(count=numbers.counted(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("root_state", text)
