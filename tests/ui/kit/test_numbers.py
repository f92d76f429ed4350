"""Numbers at the limits of their units."""

from __future__ import annotations

import pytest

from desktop_app.ui.kit import numbers


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "0 B"),
        (9, "9 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (9_949, "9.9 kB"),
        (9_950, "10 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (12_345_678, "12 MB"),
        (999_600_000, "1.0 GB"),
        (12_340_000_000, "12.3 GB"),
    ],
)
def test_sizes_have_two_or_three_digits(size_bytes: int, text: str) -> None:
    assert numbers.file_size(size_bytes) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.99, "less than 1 s"),
        (1, "1 s"),
        (54.9, "55 s"),
        (55, "1 min"),
        (89, "1 min"),
        (91, "2 min"),
        (59.4 * 60, "59 min"),
        (59.6 * 60, "1 h"),
        (9 * 3600 + 600, "9 h 10 min"),
        (10 * 3600 + 600, "10 h"),
        (1500 * 3600, "1,500 h"),
    ],
)
def test_durations_change_their_unit_where_it_matters(seconds: float, text: str) -> None:
    assert numbers.duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "less than 1 s"),
        (59, "59 s"),
        (60, "1 min"),
        (61, "1 min 1 s"),
        (599, "9 min 59 s"),
        (601, "10 min"),
    ],
)
def test_exact_durations_have_seconds_below_ten_minutes(seconds: float, text: str) -> None:
    assert numbers.exact_duration(seconds) == text


@pytest.mark.parametrize(
    ("parts", "total", "texts"),
    [
        ((0.2, 0.3), "2 s", ["1 s", "1 s"]),
        ((299.6, 300.3), "10 min", ["5 min", "5 min"]),
        ((590, 100), "12 min", ["10 min", "2 min"]),
        ((30_000, 9_000), "10 h", ["8 h", "2 h"]),
    ],
)
def test_parts_add_up_to_their_total(
    parts: tuple[float, ...], total: str, texts: list[str]
) -> None:
    assert numbers.with_total(parts) == (total, texts)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (4.9, "a few seconds left"),
        (5, "5 s left"),
        (12, "10 s left"),
        (13, "15 s left"),
        (54, "1 min left"),
        (200, "3 min left"),
    ],
)
def test_the_time_left_is_rounded_to_five_seconds(seconds: float, text: str) -> None:
    assert numbers.time_left(seconds) == text


def test_rates_below_ten_have_a_decimal() -> None:
    assert [numbers.rate(rate) for rate in (0.04, 9.94, 9.96, 38.4)] == [
        "0.0/s",
        "9.9/s",
        "10/s",
        "38/s",
    ]


def test_one_is_no_plural() -> None:
    assert (numbers.bits(1), numbers.files(1), numbers.photos(1)) == ("1 bit", "1 file", "1 photo")
    assert (numbers.bits(64), numbers.files(0), numbers.photos(2)) == (
        *("64 bits", "0 files", "2 photos"),
    )
    assert (numbers.shortest(2.0), numbers.shortest(2.84), numbers.shortest(1.96)) == (
        *("2", "2.8", "2"),
    )
