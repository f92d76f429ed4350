"""Pictures between Qt and Pillow. QImage only: it may be made in any thread, QPixmap may not."""

from __future__ import annotations

import io

from PIL import Image
from PySide6.QtGui import QColorSpace, QImage


def to_qimage(image: Image.Image) -> QImage:
    """Any Pillow picture, in sRGB -> QImage of its own memory."""
    rgb = image if image.mode == "RGB" else image.convert("RGB")
    data = rgb.tobytes()
    shared = QImage(data, rgb.width, rgb.height, rgb.width * 3, QImage.Format.Format_RGB888)
    return shared.copy()


def decode_jpeg(jpeg: bytes | None) -> QImage:
    """A thumbnail's bytes -> QImage in sRGB; a null one where there are none or they are broken.

    By Pillow, which lets go of the interpreter's lock while it decodes. QImage.fromData keeps it,
    and asks Qt's SVG reader too, which takes a lock of Qt's: two threads then wait for each other
    for ever as soon as the window's takes the two in the other order.
    """
    if not jpeg:
        return QImage()
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as image:
            return to_qimage(image)
    except (OSError, SyntaxError):  # what Pillow raises for a broken JPEG
        return QImage()


def to_pillow(image: QImage) -> Image.Image:
    """-> RGBA or RGB, in sRGB."""
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
