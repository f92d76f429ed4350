from pathlib import Path

import pytest

from desktop_app.core.base.paths import text_model
from desktop_app.core.words.dictionary import Dictionary, Entry, read_dictionary, read_entries
from desktop_app.core.words.errors import WordsError

SEA = Entry(("sea", "ocean"), ("海", "大海"), "978")
SNOW = Entry(("snow",), ("雪",), "803")
PEAK = Entry(("snow mountain",), ("雪山",), "970")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("大海", "sea"),
        ("雪山", "snow mountain"),  # not snow and something else
        ("海和雪", "sea snow"),  # 'and' is not known
        ("a photo of 海 today", "a photo of sea today"),
        ("blue sea", "blue sea"),
        ("龘", ""),
    ],
)
def test_chinese_words_are_translated_longest_first(text: str, english: str) -> None:
    assert Dictionary([SNOW, SEA, PEAK]).to_english(text) == english


def test_every_class_and_every_word_has_a_chinese_name_and_none_means_two_photo_words() -> None:
    words = read_entries(text_model() / "photo_words.tsv")
    classes = read_entries(text_model() / "classes.tsv")
    assert [entry.sense for entry in classes] == [str(row) for row in range(1000)]
    assert all(entry.chinese for entry in [*words, *classes])
    chinese = [name for entry in words for name in entry.chinese]
    english = [name for entry in words for name in entry.names]
    assert sorted(set(chinese)) == sorted(chinese)
    assert sorted(set(english)) == sorted(english)


def test_known_words_are_suggested_in_both_languages() -> None:
    words = read_dictionary(text_model()).words
    assert {"zebra", "beach", "斑马", "雪山"} <= set(words)


def test_a_damaged_list_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "classes.tsv"
    path.write_text("# names\nsea\t海\t1\nsnow\n", encoding="utf-8")
    with pytest.raises(WordsError, match="line 3"):
        read_entries(path)
    with pytest.raises(WordsError, match=r"nothing\.tsv"):
        read_entries(tmp_path / "nothing.tsv")
