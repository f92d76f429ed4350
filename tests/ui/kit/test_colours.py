"""Colours that can be read, icons that follow them, and both schemes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop_app.core.base.paths import resources
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.palette import (
    CHINESE_FONTS,
    DARK,
    JAPANESE_FONTS,
    LIGHT,
    METRICS,
    Colours,
)
from desktop_app.ui.kit.stylesheet import stylesheet
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.shell.main_window import MainWindow

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def light_again(theme: Theme) -> Iterator[Theme]:
    yield theme
    theme.choose("light")


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""

    def luminance(name: str) -> float:
        colour = QColor(name)
        channels = (colour.redF(), colour.greenF(), colour.blueF())
        linear: list[float] = [
            value / 12.92 if value <= 0.04045 else math.pow((value + 0.055) / 1.055, 2.4)
            for value in channels
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@SCHEMES
def test_text_has_enough_contrast_everywhere(colours: Colours) -> None:
    for ground in (colours.ground, colours.panel, colours.raised):
        assert contrast(colours.text, ground) >= 4.5
        assert contrast(colours.secondary, ground) >= 4.5
        assert contrast(colours.accent, ground) >= 4.5
    assert contrast(colours.text, colours.hover) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_hover) >= 4.5
    assert contrast(colours.warning, colours.warning_ground) >= 4.5


@SCHEMES
def test_words_over_pictures_and_on_selected_photos_have_enough_contrast(colours: Colours) -> None:
    for picture in ("#000000", "#ffffff"):
        assert contrast(colours.text, blended(colours.veil, picture)) >= 4.5
    for share in (colours.selection_opacity, 1.0):
        ground = blended(f"#{round(share * 255):02x}{colours.selection[1:]}", colours.ground)
        text = colours.text if share < 1 else colours.on_selection
        assert contrast(text, ground) >= 4.5
    assert contrast(colours.accent, colours.warning_ground) >= 4.5
    assert contrast(colours.accent, colours.hover) >= 4.5


@SCHEMES
def test_the_ring_around_the_focus_stands_out(colours: Colours) -> None:
    for ground in (colours.ground, colours.panel, colours.raised, colours.hover):
        assert contrast(colours.accent, ground) >= 3
        assert contrast(colours.text, ground) >= 3  # around what is filled with the accent


def blended(colour: str, ground: str) -> str:
    """`colour` as `#aarrggbb` over the ground."""
    above, below = QColor(colour), QColor(ground)
    share = above.alphaF()
    return QColor.fromRgbF(
        share * above.redF() + (1 - share) * below.redF(),
        share * above.greenF() + (1 - share) * below.greenF(),
        share * above.blueF() + (1 - share) * below.blueF(),
    ).name()


@SCHEMES
def test_greys_are_neutral(colours: Colours) -> None:
    for name in (colours.ground, colours.panel, colours.raised, colours.text, colours.secondary):
        colour = QColor(name)
        assert colour.red() == colour.green() == colour.blue()


@pytest.mark.slow
def test_the_window_changes_its_scheme_while_it_is_open(
    window: MainWindow, light_again: Theme
) -> None:
    def ground() -> str:
        image = window.grab().toImage()
        return image.pixelColor(image.width() - 30, image.height() // 3).name()

    light_again.choose("dark")
    assert light_again.colours is DARK
    assert ground() == DARK.ground
    light_again.choose("light")
    assert ground() == LIGHT.ground


@pytest.mark.slow
def test_the_window_follows_the_systems_scheme_while_it_is_open(
    qapp: QApplication, window: MainWindow, light_again: Theme
) -> None:
    def become(of_system: Qt.ColorScheme) -> str:
        qapp.styleHints().colorSchemeChanged.emit(of_system)
        return window.grab().toImage().pixelColor(window.width() - 30, 300).name()

    light_again.choose("system")
    assert become(Qt.ColorScheme.Dark) == DARK.ground
    assert become(Qt.ColorScheme.Light) == LIGHT.ground
    assert become(Qt.ColorScheme.Dark) == DARK.ground
    light_again.choose("light")
    assert become(Qt.ColorScheme.Dark) == LIGHT.ground
    light_again.choose("system")
    assert light_again.colours is DARK
    become(Qt.ColorScheme.Unknown)


def test_the_colour_of_the_selection_is_apart_from_that_of_links_and_the_focus() -> None:
    red = replace(LIGHT, selection="#ff0000", on_selection="#00ff00")
    rules = stylesheet(red, METRICS)
    assert "QMenu::item:selected { color: #00ff00; background: #ff0000; }" in rules
    assert f"QLineEdit:focus {{ border-color: {LIGHT.accent}; }}" in rules


def test_the_first_font_is_one_that_is_there(qapp: QApplication, theme: Theme) -> None:
    """A name that only stands for a font is passed over, and Latin text was in a Chinese one."""
    assert qapp.font().families()[0] in QFontDatabase.families()


def test_chinese_characters_have_the_shapes_of_the_language(
    qapp: QApplication, theme: Theme, language: Language
) -> None:
    """In Japan, some are drawn otherwise than in China."""

    def has_japanese_first() -> bool:
        theme.follow_language()
        families = qapp.font().families()
        return families.index(JAPANESE_FONTS[0]) < families.index(CHINESE_FONTS[0])

    own = qapp.font().families()[0]
    assert not has_japanese_first()
    language.choose("ja")
    assert has_japanese_first()
    language.choose("zh_CN")
    assert not has_japanese_first()
    assert qapp.font().families()[0] == own


def test_a_window_draws_chinese_characters_in_the_shapes_of_a_language_that_is_chosen_later(
    qapp: QApplication, window: MainWindow, language: Language
) -> None:
    language.choose("ja")
    families = window.bar.font().families()
    assert families.index(JAPANESE_FONTS[0]) < families.index(CHINESE_FONTS[0])


def test_icons_take_the_colours_of_the_scheme(light_again: Theme) -> None:
    for scheme, colours in (("light", LIGHT), ("dark", DARK)):
        light_again.choose(scheme)
        image = light_again.icon("folder", Tint.TEXT, side=96).pixmap(96, 96).toImage()
        drawn = {
            image.pixelColor(x, y).name()
            for x in range(96)
            for y in range(96)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert drawn == {colours.text}


def test_our_icons_have_one_stroke_width_and_take_any_colour() -> None:
    icons = [path for path in (resources() / "icons").glob("*.svg") if path.stem != "lookalike"]
    assert icons
    for path in icons:
        drawing = path.read_text()
        assert drawing.count('stroke-width="1.75"') == 1
        assert 'stroke="currentColor"' in drawing
        assert "#" not in drawing


def test_check_boxes_can_be_seen(window: MainWindow, light_again: Theme) -> None:
    for scheme in ("dark", "light"):
        light_again.choose(scheme)
        window.filters.open_panel()
        outline = window.filters.panel.lists["cameras"].palette().color(QPalette.ColorRole.Window)
        assert outline == light_again.colour("secondary")
        window.filters.panel.hide()


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    buttons = [item for item in window.findChildren(QAbstractButton) if item.isVisible()]
    assert buttons
    for button in buttons:
        assert button.accessibleName() or button.text()
    assert window.results.grid.accessibleName()
