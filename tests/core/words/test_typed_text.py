import pytest

from desktop_app.core.words.typed_text import LONGEST_TEXT, TypedText, parse_typed

BEACH = TypedText("beach")
PEOPLE = TypedText("people", is_wanted=False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("beach", [BEACH]),
        ("beach -people", [BEACH, PEOPLE]),
        ("-people +beach", [PEOPLE, BEACH]),
        ("  beach   \u2212people ", [BEACH, PEOPLE]),
        ("a close-up of a t-shirt", [TypedText("a close-up of a t-shirt")]),
        ("beach - people", [TypedText("beach - people")]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_sign_before_a_word_begins_another_text(line: str, expected: list[TypedText]) -> None:
    assert parse_typed(line) == expected


def test_a_text_without_end_is_cut() -> None:
    (found,) = parse_typed("sea " * 1000)
    assert len(found.text) == LONGEST_TEXT
