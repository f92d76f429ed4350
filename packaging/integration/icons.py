"""The icon of Lookalike in all sizes and formats that systems ask for, drawn from its SVG."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parents[2] / "resources" / "icons" / "lookalike.svg"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def write_icons(folder: Path) -> None:
    """Write the icon theme `hicolor` into a folder: PNG files and the SVG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    for size in SIZES:
        path = folder / f"{size}x{size}" / "apps" / "lookalike.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not draw(size).save(str(path)):
            raise OSError(path)
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copy(SVG, scalable / "lookalike.svg")
    del app


def write_windows_icon(path: Path) -> None:
    """Write a file `.ico` with all sizes that Windows shows, each drawn for itself."""
    _write_all_sizes(path, WINDOWS_SIZES)


def write_macos_icon(path: Path) -> None:
    """Write a file `.icns` with all sizes that macOS shows, each drawn for itself."""
    _write_all_sizes(path, MACOS_SIZES)


def draw(size: int) -> QImage:
    """Draw the icon with so many pixels on each side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    return image


def _write_all_sizes(path: Path, sizes: tuple[int, ...]) -> None:
    """Pillow chooses the format by the suffix, and takes each size from the image that has it."""
    *smaller, largest = [_drawn(size) for size in sizes]
    path.parent.mkdir(parents=True, exist_ok=True)
    largest.save(path, sizes=[(size, size) for size in sizes], append_images=smaller)


def _drawn(size: int) -> Image.Image:
    image = draw(size).convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))
