"""Groups of duplicates in words: their levels, what differs, and why one photo is better."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.core.catalogue.catalogue import PhotoRow
from desktop_app.core.clearing.ranked_groups import RankedGroup
from desktop_app.core.clearing.suggestions import KeepRule
from desktop_app.core.duplicates.groups import Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.same_photo.turns import Turn
from desktop_app.core.same_photo.verification import Part
from desktop_app.ui.duplicate_groups.likeness_filter import likeness_percent
from desktop_app.ui.grid.photo_model import date_text
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_folder

# Of these levels, no photo is spare unless the user says so.
DIFFERENT_PHOTOS = (Level.VERSIONS, Level.SIMILAR)
_DOT = " · "


def level_title(level: Level) -> str:
    return {
        Level.IDENTICAL: _tr("Identical"),
        Level.SAME_PIXELS: _tr("Same pixels"),
        Level.SAME_PHOTO: _tr("Same photo"),
        Level.VERSIONS: _tr("Versions"),
        Level.BURST: _tr("Burst"),
        Level.SIMILAR: _tr("Similar"),
    }[level]


def level_hint(level: Level) -> str:
    return {
        Level.IDENTICAL: _tr("Files with the same content"),
        Level.SAME_PIXELS: _tr("The same pixels in another format or with other metadata"),
        Level.SAME_PHOTO: _tr("The same photo, resized, compressed, cropped, edited or turned"),
        Level.VERSIONS: _tr("The RAW file and the picture of one shot, or a photo and its edit"),
        Level.BURST: _tr("Photos of one camera that were taken within seconds"),
        Level.SIMILAR: _tr("Different photos that look alike"),
    }[level]


def rule_reason(rule: KeepRule) -> str:
    """Why a photo is suggested to stay."""
    return {
        KeepRule.PREFERRED_FOLDER: _tr("preferred folder"),
        KeepRule.RAW: _tr("RAW"),
        KeepRule.MORE_PIXELS: _tr("more pixels"),
        KeepRule.LARGER_FILE: _tr("larger file"),
        KeepRule.SHARPER: _tr("sharper"),
        KeepRule.METADATA: _tr("more metadata"),
        KeepRule.OLDER: _tr("older"),
        KeepRule.UNFRAMED: _tr("nothing around it"),
        KeepRule.LOSSLESS: _tr("not compressed"),
        KeepRule.SHORTER_PATH: _tr("shorter path"),
    }[rule]


def keep_text(ranked: RankedGroup) -> str:
    """'Keep: more pixels'."""
    reason = ranked.suggestion.reason
    if reason is None:
        return _tr("Keep")
    return _tr("Keep: {reason}").format(reason=rule_reason(reason))


def size_text(photo: PhotoRow) -> str:
    """'4,000 × 3,000 · 2.4 MB · JPEG'."""
    facts = [numbers.pixels(photo.width, photo.height), numbers.file_size(photo.size_bytes)]
    return _DOT.join([*facts, photo.format])


def difference_text(ranked: RankedGroup, member: Member) -> str:
    """What an edit has changed, and what else differs in the group: 'mirrored · 1/4/24 3:05 PM'."""
    return _DOT.join([*_edits(member), *_differing(ranked, member)])


def _edits(member: Member) -> Iterator[str]:
    if member.copies:
        yield _tr("+ {count} identical").format(count=numbers.counted(len(member.copies)))
    if member.verdict is None:
        return
    turn = _turn_text(member.verdict.turn)
    if turn:
        yield turn
    if member.verdict.framed is Part.SECOND:
        yield _tr("framed")
    elif member.verdict.part is Part.SECOND:
        yield _tr("cropped")
    elif member.verdict.part is Part.FIRST:
        yield _tr("shows more")


def _turn_text(turn: Turn) -> str:
    return {
        Turn.NONE: "",
        Turn.MIRRORED: _tr("mirrored"),
        Turn.FLIPPED: _tr("upside down, mirrored"),
        Turn.HALF_TURN: _tr("upside down"),
        Turn.TRANSPOSED: _tr("turned and mirrored"),
        Turn.RIGHT: _tr("turned right"),
        Turn.LEFT: _tr("turned left"),
        Turn.TRANSVERSED: _tr("turned and mirrored"),
    }[turn]


def _differing(ranked: RankedGroup, member: Member) -> Iterator[str]:
    """Yield the facts, beside size and folder, in which the photos of a group differ."""
    facts: tuple[Callable[[PhotoRow], str], ...] = (date_text, _camera_text)
    for fact in facts:
        texts = {fact(other.photo) for other in ranked.group.members}
        if len(texts) > 1:
            yield fact(member.photo)


def _camera_text(photo: PhotoRow) -> str:
    return photo.capture.camera or _tr("no camera")


def folder_text(photo: PhotoRow) -> str:
    return shown_folder(photo.path.parent)


def group_title(ranked: RankedGroup) -> str:
    return numbers.photos(len(ranked.files))


def group_detail(ranked: RankedGroup) -> str:
    """'2.4 MB to save · at least 91 % alike'; nothing to save where all are worth keeping."""
    facts = [] if ranked.group.level in DIFFERENT_PHOTOS else [_saved(ranked.spare_bytes)]
    if ranked.group.level not in (Level.IDENTICAL, Level.SAME_PIXELS):
        is_pair = len(ranked.group.members) == 2
        text = _tr("{percent} % alike") if is_pair else _tr("at least {percent} % alike")
        facts.append(_alike(text, ranked.group.likeness))
    return _DOT.join(filter(None, facts))


def likeness_text(member: Member) -> str:
    """'97 % alike'; nothing of the photo that the others were compared with."""
    return _alike(_tr("{percent} % alike"), member.likeness)


def _alike(text: str, likeness: float | None) -> str:
    percent = likeness_percent(likeness)
    return "" if percent is None else text.format(percent=numbers.counted(percent))


def total_text(groups: Sequence[RankedGroup], total: int) -> str:
    """'128 groups · 1.2 GB to save', or '12 of 128 groups · …' where filters hide the others."""
    count = len(groups)
    text = _tr("1 group") if count == 1 else _tr("{count} groups")
    if count != total:
        text = _tr("{count} of 1 group") if total == 1 else _tr("{count} of {total} groups")
    shown = text.format(count=numbers.counted(count), total=numbers.counted(total))
    if all(ranked.group.level in DIFFERENT_PHOTOS for ranked in groups):
        return shown
    return _DOT.join([shown, _saved(sum(ranked.spare_bytes for ranked in groups))])


def _saved(size_bytes: int) -> str:
    return _tr("{size} to save").format(size=numbers.file_size(size_bytes))


def _tr(text: str) -> str:
    return QCoreApplication.translate("group_text", text)
