"""Texts are shortened by words at their end and broken into lines; numbers stay whole."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout
from PySide6.QtWidgets import QApplication

from desktop_app.ui.kit.text_fitting import (
    broken,
    shortened,
    shortened_caption,
    shortened_name,
    shortened_path,
    unbroken,
    widest_word,
)

TEXTS = [
    "523 photos · 1,488 waiting",
    "Photos like 1",
    "Photos like IMG_20240512_130405.jpg",
    "IMG_20240512_130405.jpg",
    "20240512.jpg",
    "523 张照片 · 1,488 张等待中",
    "About 12.5 GB in 3 folders",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_shortened_text_is_its_beginning_and_cuts_no_number(text: str) -> None:
    for width in range(len(text)):
        shown = shortened(text, width, len)
        assert len(shown) <= width
        if shown:
            assert shown.endswith("…")
            assert text.startswith(shown[:-1])
            end = len(shown) - 1
            assert not re.match(r"[\d.,]*\d", text[end:]) or not text[end - 1].isdigit()


def test_words_are_left_out_at_the_end() -> None:
    assert shortened("523 photos · 1,488 waiting", 26, len) == "523 photos · 1,488 waiting"
    assert shortened("523 photos · 1,488 waiting", 24, len) == "523 photos…"
    assert shortened("Photos like the beach", 14, len) == "Photos like…"
    assert shortened("查找相似的照片", 5, len) == "查找相似…"


def test_a_long_name_is_shortened_by_characters_or_left_out() -> None:
    assert shortened("sunset_at_the_sea.jpg", 10, len) == "sunset_at…"
    assert shortened("IMG_20240512_130405.jpg", 16, len) == "IMG_20240512…"
    assert shortened("sunset.jpg", 4, len) == ""


def test_a_file_name_loses_its_middle_and_keeps_its_end() -> None:
    name = "IMG_20240512_130405.jpg"
    assert shortened_name(name, len(name), len) == name
    assert shortened_name(name, 16, len) == "IMG_202…0405.jpg"
    for width in range(2, len(name)):
        shown = shortened_name(name, width, len)
        assert len(shown) == width
        before, after = shown.split("…")
        assert name.startswith(before)
        assert name.endswith(after)
    assert shortened_name(name, 0, len) == ""


def test_what_follows_a_name_in_a_caption_is_whole_or_left_out() -> None:
    caption = "beach-sunset-0001.jpg · disconnected"
    name = "beach-sunset-0001.jpg"
    assert shortened_caption(caption, name, 36, len) == caption
    assert shortened_caption(caption, name, 31, len) == "beach-s…0001.jpg · disconnected"
    assert shortened_caption(caption, name, 24, len) == name
    assert shortened_caption(caption, name, 16, len) == "beach-s…0001.jpg"
    assert shortened_caption("Very similar · +12", name, 16, len) == "Very similar…"


def test_a_path_loses_its_first_folders() -> None:
    path = "~/Pictures/2024/Holiday by the sea"
    assert shortened_path(path, 34, len) == path
    assert shortened_path(path, 30, len) == "…/2024/Holiday by the sea"
    assert shortened_path(path, 20, len) == "…/Holiday by the sea"
    assert shortened_path(path, 15, len) == "Holiday by the…"
    assert shortened_path("March 2019", 8, len) == "March…"


def test_a_text_is_broken_between_words_and_between_chinese_characters() -> None:
    assert broken("Hide photos from the same folder", 12, len) == [
        "Hide photos",
        "from the",
        "same folder",
    ]
    assert broken("隐藏同一文件夹中的照片", 4, len) == ["隐藏同一", "文件夹中", "的照片"]
    japanese = ["フォル", "ダーを表", "示（すべ", "て）"]
    assert broken("フォルダーを表示（すべて）", 4, len) == japanese
    assert broken("incomprehensibilities", 5, len) == ["incomprehensibilities"]
    assert widest_word("Hide photos from", len) == 6


def lines(text: str, width: int) -> list[str]:
    """As Qt breaks a text."""
    layout = QTextLayout(text, QFont())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    made = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [text[line.textStart() :][: line.textLength()].strip() for line in made]


@pytest.mark.parametrize("text", ["523 photos · 1,488 waiting", "523 张照片 · 1,488 张等待中"])
def test_an_unbroken_text_is_broken_only_after_a_dot(qapp: QApplication, text: str) -> None:
    del qapp  # for its fonts
    width = QFontMetrics(QFont()).horizontalAdvance(text)
    first, second = map(unbroken, text.split(" · "))
    assert lines(text, width - 1) != lines(unbroken(text), width - 1)
    assert lines(unbroken(text), width - 1) == [f"{first} ·", second]
    assert lines(unbroken(text), 2 * width) == [f"{first} · {second}"]


def test_the_size_of_a_picture_is_shown_whole_or_not_at_all() -> None:
    text = "480 × 360 · 45 kB · JPEG"
    assert shortened(text, 17, len) == "480 × 360…"
    assert shortened(text, 10, len) == "480 × 360…"
    assert shortened(text, 9, len) == ""
