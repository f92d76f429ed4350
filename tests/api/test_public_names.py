"""The public names and their signatures change only on purpose."""

from __future__ import annotations

from pathlib import Path

import lookalike

from desktop_app.core.base.errors import AppError
from tests.api.described import described

_PINNED = Path(__file__).with_name("public_names.txt")


def test_names_and_signatures_are_those_that_are_pinned() -> None:
    """If this is meant, tests/api/described.py writes the file anew."""
    assert described(lookalike).splitlines() == _PINNED.read_text().splitlines()


def test_every_public_name_is_documented() -> None:
    for name in lookalike.__all__:
        value = getattr(lookalike, name)
        if callable(value):
            assert value.__doc__, name


def test_every_error_of_the_interface_is_caught_by_one_name() -> None:
    values = [getattr(lookalike, name) for name in lookalike.__all__]
    errors = [v for v in values if isinstance(v, type) and issubclass(v, Exception)]
    assert len(errors) > 10
    assert all(issubclass(error, lookalike.AppError) for error in errors)


def test_the_sentence_of_an_error_names_the_file_and_the_remedy() -> None:
    error: AppError = lookalike.NoLibraryError(Path("/photos/library"))
    assert str(error).startswith("There is no library in /photos/library. Check the path.")
