"""Texts are shortened by words at their end and broken into lines; numbers stay whole."""

from __future__ import annotations

import re

import pytest

from desktop_app.ui.kit.text_fitting import broken, shortened, widest_word

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


def test_a_text_is_broken_between_words_and_between_chinese_characters() -> None:
    assert broken("Hide photos from the same folder", 12, len) == [
        "Hide photos",
        "from the",
        "same folder",
    ]
    assert broken("隐藏同一文件夹中的照片", 4, len) == ["隐藏同一", "文件夹中", "的照片"]
    assert broken("incomprehensibilities", 5, len) == ["incomprehensibilities"]
    assert widest_word("Hide photos from", len) == 6
