"""What file names may hold does not control the terminal that shows them."""

from __future__ import annotations

import os

import pytest

from desktop_app.core.base.plain_text import escape_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("red\x1b[31m", r"red\x1b[31m"),
        ("two\nlines\r", r"two\nlines\r"),
        ("bell\x07 delete\x7f", r"bell\x07 delete\x7f"),
        ("C1 \x9b31m", r"C1 \x9b31m"),
        ("exe.\u202egpj", r"exe.\u202egpj"),
        ("\u2066isolated\u2069 \u200f \u061c", r"\u2066isolated\u2069 \u200f \u061c"),
        ("line\u2028paragraph\u2029", r"line\u2028paragraph\u2029"),
        (os.fsdecode(b"caf\xe9"), r"caf\udce9"),
    ],
)
def test_what_controls_a_terminal_is_escaped(text: str, shown: str) -> None:
    assert escape_controls(text) == shown


@pytest.mark.parametrize("name", ["库\u3000ü.jpg", "C:\\new", "👩\u200d🚀", "שלום", "a\u00a0b"])
def test_names_of_every_script_stay_as_they_are(name: str) -> None:
    assert escape_controls(name) == name


def test_what_is_to_be_kept_is_kept() -> None:
    assert escape_controls("a\tb\n\x1b", keep="\n\t") == "a\tb\n\\x1b"
