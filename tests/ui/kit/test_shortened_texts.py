"""Texts that the window draws itself are shortened by words; names keep their ends."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop_app.ui.grid.grid_painter import HeaderPainter
from desktop_app.ui.grid.grid_sections import SectionHeader
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, ShortenedRows

NAME = "IMG_20240512_130405_by_the_sea.jpg"


def test_a_row_of_a_list_is_shortened_by_words(qtbot: QtBot, theme: Theme) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    delegate = ShortenedRows(rows)
    rows.setItemDelegate(delegate)
    rows.addItem("Holiday photos by the sea")
    rows.resize(150, 100)
    rows.show()
    index = rows.model().index(0, 0)
    option = QStyleOptionViewItem()
    option.rect = rows.visualRect(index)
    option.widget = rows
    delegate.initStyleOption(option, index)
    assert option.text in ("Holiday…", "Holiday photos…", "Holiday photos by…")
    assert QFontMetrics(option.font).horizontalAdvance(option.text) < rows.width()


def test_the_name_of_a_file_keeps_its_end(qtbot: QtBot, theme: Theme) -> None:
    shown = ElidedLabel(names_file=True)
    qtbot.addWidget(shown)
    shown.set_full_text(NAME)
    shown.resize(120, 20)
    shown.show()
    assert shown.text().startswith("IMG")
    assert shown.text().endswith("sea.jpg")
    assert "…" in shown.text()


def test_the_title_of_a_section_keeps_the_folder_and_then_its_detail(theme: Theme) -> None:
    headers = HeaderPainter(theme)
    header = SectionHeader("~/Pictures/2024/Holiday", "88 photos", is_heading=True)
    assert headers.heading_texts(header, 600) == (header.text, header.detail)
    assert headers.heading_texts(header, 200) == (header.text, "")
    assert headers.heading_texts(header, 90) == ("…/Holiday", "")
