"""The theme: provides every colour, font and icon of the window, and the stylesheet."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from desktop_app.ui.kit.direction import is_right_to_left
from desktop_app.ui.kit.palette import (
    CHINESE_FONTS,
    DARK,
    JAPANESE_FONTS,
    LIGHT,
    METRICS,
    Colours,
    metrics_for,
)
from desktop_app.ui.kit.stylesheet import stylesheet


class Tint(StrEnum):
    """The colour of an icon, by its name in Colours."""

    TEXT = "text"
    SECONDARY = "secondary"
    WARNING = "warning"
    ON_SELECTION = "on_selection"


_SCALES = (1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4)
_STROKE = 1.25
_LARGEST_USUAL_TEXT = 15  # pixels: desktops set larger text only for those who ask for it
_VIEW_BOX = 24
_MIRROR = QTransform.fromScale(-1, 1)
# The icons that show which way texts and pages run.
_DIRECTED = ("chevron-left", "chevron-right", "sidebar", "ascending", "descending")


class Theme(QObject):
    """Applies the theme to the application, and follows the system's light or dark scheme.

    Signals:
        colours_changed (): Another scheme is in use; custom painting must be repeated.
    """

    colours_changed = Signal()

    def __init__(
        self, app: QApplication, icons: Path, scheme: str, text_scale: float | None = None
    ) -> None:
        """Apply a theme.

        Args:
            app: The application whose colours and fonts are set.
            icons: The folder of the SVG files.
            scheme: One of settings.THEMES.
            text_scale: How many times larger than usual texts are; None: as the desktop sets them.
        """
        super().__init__()
        self._app = app
        self._icons = icons
        self._scheme = scheme
        self._drawn: dict[tuple[str, str, int, bool], QIcon] = {}
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self.metrics = metrics_for(text_scale or _text_scale_of_desktop())
        self.colours = LIGHT
        app.setStyle("Fusion")
        self._of_system = app.styleHints().colorScheme()
        self._is_mirrored = False
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    def choose(self, scheme: str) -> None:
        if scheme != self._scheme:
            self._scheme = scheme
            self._apply()

    def follow_language(self) -> None:
        """Follow the language: the shapes of its Chinese characters, and its direction."""
        has_han_fonts = self._app.font().families()[-1] == _han_fonts()[-1]
        if not has_han_fonts or self._is_mirrored is not is_right_to_left():
            self._apply()

    def colour(self, name: str) -> QColor:
        """Return the colour of a field of Colours in the current scheme."""
        return QColor(getattr(self.colours, name))

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        made = self._fonts.get((pixels, bold))
        if made is None:
            made = self._fonts[pixels, bold] = QFont(self._app.font())
            made.setPixelSize(pixels)
            made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return QFont(made)

    def icon(self, name: str, tint: Tint = Tint.TEXT, side: int = METRICS.icon) -> QIcon:
        """The icon `name`.svg in a colour of the current scheme, for every scale factor.

        `side` in device-independent pixels; the stroke is of one width at any size.
        """
        colour = str(getattr(self.colours, tint))
        is_mirrored = name in _DIRECTED and is_right_to_left()
        key = (name, colour, side, is_mirrored)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, side: int, is_mirrored: bool) -> QIcon:  # noqa: FBT001
        drawing = (self._icons / f"{name}.svg").read_bytes()
        drawing = drawing.replace(b"currentColor", colour.encode())
        stroke = _STROKE * _VIEW_BOX / side
        drawing = drawing.replace(b'stroke-width="1.75"', f'stroke-width="{stroke:.3f}"'.encode())
        icon = QIcon()
        for scale in _SCALES:
            pixmap = _drawn(drawing, round(side * scale))
            icon.addPixmap(pixmap.transformed(_MIRROR) if is_mirrored else pixmap)
        return icon

    def _follow(self, of_system: Qt.ColorScheme) -> None:
        self._of_system = of_system
        self._apply()

    def _apply(self) -> None:
        self.colours = DARK if self._wants_dark() else LIGHT
        font = self._app.font()
        # Left alone, Qt may draw Chinese characters in the shapes of another language. The name
        # of the system's font may stand for another one ("Sans Serif"), and is then passed over.
        own = QFontInfo(font).family()
        others = [name for name in font.families() if name not in CHINESE_FONTS + JAPANESE_FONTS]
        font.setFamilies([*dict.fromkeys([own, *others, *_han_fonts()])])
        font.setPixelSize(self.metrics.text)
        self._app.setFont(font)
        self._fonts.clear()
        self._app.setPalette(_palette(self.colours))
        self._is_mirrored = is_right_to_left()
        sheet = stylesheet(self.colours, self.metrics, is_mirrored=self._is_mirrored)
        self._app.setStyleSheet(sheet)
        self.colours_changed.emit()

    def _wants_dark(self) -> bool:
        if self._scheme != "system":
            return self._scheme == "dark"
        return self._of_system == Qt.ColorScheme.Dark


def _han_fonts() -> tuple[str, ...]:
    """The fonts for Chinese characters, those with the shapes of the current language first."""
    if QLocale().language() is QLocale.Language.Japanese:
        return JAPANESE_FONTS + CHINESE_FONTS
    return CHINESE_FONTS + JAPANESE_FONTS


def _text_scale_of_desktop() -> float:
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return QFontInfo(general).pixelSize() / _LARGEST_USUAL_TEXT


def _drawn(drawing: bytes, side: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def _palette(colours: Colours) -> QPalette:
    """Return a palette for what the stylesheet does not cover: menus, tool tips, selected text."""
    role = QPalette.ColorRole
    palette = QPalette()
    for names, value in (
        ((role.Window,), colours.panel),
        ((role.Base, role.AlternateBase), colours.ground),
        ((role.Button, role.ToolTipBase), colours.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), colours.text),
        ((role.PlaceholderText,), colours.secondary),
        ((role.Accent, role.Link), colours.accent),
        ((role.Highlight,), colours.selection),
        ((role.HighlightedText,), colours.on_selection),
        ((role.Light, role.Midlight, role.Mid), colours.line),
        ((role.Dark, role.Shadow), colours.hover),
    ):
        for name in names:
            palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.secondary))
    return palette
