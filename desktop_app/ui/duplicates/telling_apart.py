"""Stores that photos are no duplicates of the others of their group, with undo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.base.errors import LibraryReadOnlyError
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.duplicates.duplicate_edits import TellApartRequest
from desktop_app.core.duplicates.groups import Member
from desktop_app.core.duplicates.not_duplicates import ContentPair
from desktop_app.ui.grid.photo_selection import PhotoSelection
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.message_bar import Notice, translated, warning
from desktop_app.ui.photos.photo_action_flow import FileRequest, PhotoActionFlow


def tell_apart_request(members: list[Member], ranked: RankedGroup) -> FileRequest:
    """Return the request that these members are no duplicates of any other of the group."""
    pairs = pairs_to_tell_apart(members, ranked)

    def action(flow: PhotoActionFlow, _: PhotoSelection) -> None:
        library = flow.jobs.library
        if LibraryFiles(library).is_read_only:
            flow.message_posted.emit(warning(LibraryReadOnlyError(library)))
            return
        if not pairs:
            flow.message_posted.emit(translated(_identical_notice))
            return

        def undo() -> None:
            flow.jobs.submit(TellApartRequest(library, pairs, are_duplicates=True))
            flow.message_posted.emit(translated(lambda: Notice(_tr("Grouped again."))))

        def told() -> Notice:
            text = _tr("{photos} will not be grouped with the others of this group again.")
            shown = text.format(photos=numbers.photos(len(members)))
            return Notice(shown, button=_tr("Undo"), act=undo)

        flow.jobs.submit(TellApartRequest(library, pairs))
        flow.message_posted.emit(translated(told))

    return FileRequest(action, PhotoSelection([member.photo.id for member in members]))


def pairs_to_tell_apart(members: list[Member], ranked: RankedGroup) -> list[ContentPair]:
    """Return the pairs of different contents of these members and all of the group."""
    contents = {member.photo.content_hash for member in members}
    others = {member.photo.content_hash for member in ranked.group.members}
    ends = {(min(one, other), max(one, other)) for one in contents for other in others}
    return sorted(pair for pair in ends if pair[0] != pair[1])


def _identical_notice() -> Notice:
    return Notice(_tr("Files with the same content are always grouped."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("telling_apart", text)
