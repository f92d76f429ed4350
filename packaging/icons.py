"""The icon of Lookalike in all sizes that desktops look for, drawn from its SVG."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parents[1] / "resources" / "icons" / "lookalike.svg"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)


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


def draw(size: int) -> QImage:
    """Draw the icon with so many pixels on each side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    return image
