"""Dataclasses survive JSON, and text that does not fit is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.base import json_codec
from desktop_app.core.base.json_codec import decode_json, encode_json, parse_json, read_json


class Season(StrEnum):
    SUMMER = "summer"


@dataclass(frozen=True)
class Day:
    season: Season
    warmth: float


@dataclass(frozen=True)
class Trip:
    days: list[Day]
    photos: tuple[Path, ...]
    title: str | None = None
    counts: dict[str, int] = field(default_factory=dict)


TRIP = Trip([Day(Season.SUMMER, 21.5)], (Path("/a b/caf\udce9.jpg"), Path("ü")), "Å", {"x": 1})


def test_nested_values_survive_with_their_types() -> None:
    decoded = decode_json(encode_json(TRIP), Trip)
    assert decoded == TRIP
    assert isinstance(decoded.days[0].season, Season)


def test_the_text_is_ascii_with_fields_in_their_order() -> None:
    assert encode_json(TRIP) == (
        '{"days": [{"season": "summer", "warmth": 21.5}],'
        ' "photos": ["/a b/caf\\udce9.jpg", "\\u00fc"], "title": "\\u00c5", "counts": {"x": 1}}'
    )


def test_numpy_floats_are_written_as_numbers() -> None:
    assert encode_json(Day(Season.SUMMER, np.float64(0.5))) == '{"season": "summer", "warmth": 0.5}'


def test_unknown_fields_are_ignored_and_missing_ones_take_their_defaults() -> None:
    assert decode_json('{"days": [], "photos": [], "invented": 1}', Trip) == Trip([], ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"days": [], "photos": 3}',
        '{"days": [], "photos": [3]}',
        '{"days": [], "photos": [], "title": 1}',
        '{"days": [{"season": "winter", "warmth": 1}], "photos": []}',
        '{"days": [{"season": "\\udce9", "warmth": 1}], "photos": []}',
        '{"days": [{"season": "summer", "warmth": true}], "photos": []}',
        "[" * 100_000,
    ],
)
def test_text_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- any
        decode_json(text, Trip)


@pytest.mark.parametrize("start", ["[", '{"days": '])
@pytest.mark.parametrize("depth", [33, 1000, 200_000])
def test_text_that_is_nested_too_deeply_is_refused(start: str, depth: int) -> None:
    end = "]" if start == "[" else "}"
    for text in (start * depth, start * depth + "0" + end * depth):
        with pytest.raises(ValueError, match=r"deep|Expecting"):
            parse_json(text)


def test_text_that_is_as_deep_as_any_that_the_program_writes_is_read() -> None:
    assert parse_json("[" * 32 + "]" * 32)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_codec, "MAX_JSON_BYTES", 10)
    path = tmp_path / "file.json"
    path.write_text("[0, 1, 22]")
    assert read_json(path) == b"[0, 1, 22]"
    path.write_text("[0, 1, 222]")
    with pytest.raises(ValueError, match="too large"):
        read_json(path)


def test_a_link_is_read_only_where_the_user_may_have_made_it(tmp_path: Path) -> None:
    (tmp_path / "file.json").write_text("[]")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "file.json")
    assert read_json(link, follow_link=True) == b"[]"
    with pytest.raises(OSError, match="link"):
        read_json(link)
