"""The details of a photo as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_folder, shown_name

if TYPE_CHECKING:
    from desktop_app.core.catalogue.catalogue import PhotoRow
    from desktop_app.core.photos.capture import Capture
    from desktop_app.core.photos.metadata import Metadata

Fact = tuple[str, str]


def facts_of(photo: PhotoRow, metadata: Metadata | None) -> list[Fact]:
    """Return the name and the value of each fact that is known.

    Args:
        photo: The photo.
        metadata: The metadata of its file; None until the file has been read.
    """
    facts = [
        (_tr("Name"), shown_name(photo.path)),
        (_tr("Folder"), shown_folder(photo.path.parent)),
        (_tr("Taken"), taken(photo.capture.taken_at)),
        (_tr("Size"), _size(photo)),
        (_tr("Format"), photo.format),
        (_tr("Camera"), photo.capture.camera),
        *_camera_facts(_capture(photo, metadata), metadata),
    ]
    return [(name, value) for name, value in facts if value]


def taken(iso_time: str) -> str:
    """Format a time in the user's locale; empty if it is not known."""
    when = QDateTime.fromString(iso_time, Qt.DateFormat.ISODate)
    return QLocale().toString(when, QLocale.FormatType.ShortFormat) if when.isValid() else ""


def exposure_time(seconds: float) -> str:
    """Format seconds as cameras do: below 0.3 s as a fraction, such as 1/250 s."""
    if 0 < seconds < 0.3:
        return _tr("1/{count} s").format(count=round(1 / seconds))
    return _tr("{count} s").format(count=numbers.shortest(seconds))


def _size(photo: PhotoRow) -> str:
    pixels = numbers.pixels(photo.width, photo.height)
    return f"{pixels} · {numbers.file_size(photo.size_bytes)}"


def _capture(photo: PhotoRow, metadata: Metadata | None) -> Capture:
    """Return what the library knows, or what the file says if the library has never read it."""
    is_known = photo.capture.has_gps is not None
    return photo.capture if is_known or metadata is None else metadata.capture


def _camera_facts(capture: Capture, metadata: Metadata | None) -> list[Fact]:
    seconds, like = (metadata.exposure, metadata.focal_length_35) if metadata else (0.0, 0)
    parts = [
        exposure_time(seconds) if seconds else "",
        f"f/{numbers.shortest(capture.aperture)}" if capture.aperture else "",
        f"ISO {capture.iso}" if capture.iso else "",
    ]
    exposure = " · ".join(part for part in parts if part)
    return [
        (_tr("Lens"), capture.lens),
        (_tr("Focal length"), _focal_length(capture.focal_length, like)),
        (_tr("Exposure"), exposure),
        (_tr("Location"), _tr("GPS position in the file") if capture.has_gps else ""),
    ]


def _focal_length(millimetres: float, like: int) -> str:
    """`like`: the focal length of a 35-mm camera with the same angle of view; 0 if unknown."""
    if not millimetres:
        return ""
    length = numbers.shortest(millimetres)
    if like and abs(like - millimetres) >= 1:
        return _tr("{length} mm (35 mm equivalent: {like} mm)").format(length=length, like=like)
    return _tr("{length} mm").format(length=length)


def _tr(text: str) -> str:
    return QCoreApplication.translate("metadata_text", text)
