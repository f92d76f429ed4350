"""Converts pictures between Qt and Pillow.

Uses QImage only: unlike QPixmap, it may be used in any thread.
"""

from __future__ import annotations

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColorSpace, QImage, QPainter

from desktop_app.core.photos.thumbnails import decoded_thumbnail


def to_qimage(image: Image.Image | None) -> QImage:
    """Copy a picture of any mode, in sRGB, into a QImage; None gives a null picture."""
    if image is None:
        return QImage()
    rgb = image if image.mode == "RGB" else image.convert("RGB")
    data = rgb.tobytes()
    shared = QImage(data, rgb.width, rgb.height, rgb.width * 3, QImage.Format.Format_RGB888)
    return shared.copy()


def read_jpeg(jpeg: bytes | None) -> Image.Image | None:
    """Decode the bytes of a thumbnail: RGB in sRGB; None if there are none or they are broken."""
    if not jpeg:
        return None
    try:
        return decoded_thumbnail(jpeg)
    except ValueError:
        return None


def decode_jpeg(jpeg: bytes | None) -> QImage:
    """Decode the bytes of a thumbnail for display; null if there are none or they are broken.

    Pillow releases the interpreter's lock while it decodes. QImage.fromData keeps it, and asks Qt's
    SVG reader too, which takes a lock of Qt's: two threads then wait for each other forever as soon
    as the window's thread takes the two in the other order.
    """
    return to_qimage(read_jpeg(jpeg))


def with_round_corners(image: QImage, radius: float) -> QImage:
    """Return a copy whose corners are transparent outside of a circle of `radius` pixels."""
    rounded = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    rounded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(rounded.rect(), radius, radius)
    painter.end()
    return rounded


def to_pillow(image: QImage) -> Image.Image:
    """Convert to sRGB; the result has mode RGBA or RGB."""
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if image.colorSpace().isValid() and image.colorSpace() != srgb:
        image = image.convertedToColorSpace(srgb)
    has_alpha = image.hasAlphaChannel()
    kind = QImage.Format.Format_RGBA8888 if has_alpha else QImage.Format.Format_RGB888
    plain = image.convertToFormat(kind)
    mode = "RGBA" if has_alpha else "RGB"
    size = (plain.width(), plain.height())
    return Image.frombuffer(
        mode, size, bytes(plain.constBits()), "raw", mode, plain.bytesPerLine(), 1
    )
