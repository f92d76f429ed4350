"""`lookalike search --text`, as a script sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.command_line import run_cli, run_json
from tests.conftest import save_photos

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def library(
    tmp_path_factory: pytest.TempPathFactory, scene: Callable[[str, int], Image.Image]
) -> Path:
    """Three beaches, three flowers and three cities at night."""
    base = tmp_path_factory.mktemp("words")
    run_cli("index", save_photos(base / "photos", scene), "--library", base / "library")
    return base / "library"


def kinds(answer: dict) -> list[str]:  # type: ignore[type-arg]
    return [Path(match["path"]).name.partition("-")[0] for match in answer["matches"]]


@pytest.mark.parametrize("words", ["flower", "花朵", "flower -beach"])
def test_words_find_the_photos_that_show_it(library: Path, words: str) -> None:
    answer = run_json("search", "--text", words, "--library", library)
    assert answer["query"] == words.partition(" ")[0]
    assert set(kinds(answer)) == {"flower"}


def test_words_and_a_picture_are_one_search(library: Path) -> None:
    picture = library.with_name("photos") / "beach-0.jpg"
    answer = run_json("search", picture, "--text", "flower", "--library", library)
    assert answer["query"] == [str(picture), "flower"]
    assert {"beach", "flower"} >= set(kinds(answer))


def test_words_that_no_photo_stands_out_for_find_nothing(library: Path) -> None:
    assert run_json("search", "--text", "tax return", "--library", library)["matches"] == []
    said = run_cli("search", "--text", "tax return", "--library", library).stdout
    assert said == "No photo stands out for tax return. Try another word for it.\n"


def test_words_that_are_not_known_are_refused_in_a_sentence(library: Path) -> None:
    refused = run_cli("search", "--text", "龘", "--library", library, fails=1)
    assert "No word of '龘' is known." in refused.stderr


def test_a_search_needs_something_that_is_wanted(library: Path) -> None:
    for words in ("", "-beach"):
        refused = run_cli("search", "--text", words, "--library", library, fails=2)
        assert "Give a picture" in refused.stderr
