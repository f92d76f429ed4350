"""What `make mutants` does not change."""

import pytest

from tests.mutants.left_out import left_out


def _is_left_out(source: str, marked: str) -> bool:
    place = 1, source.index(marked)
    return any(start <= place < end for start, end in left_out(source))


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("row.setContentsMargins(space, -3, 0, 0)", "-3"),
        ("row.addStretch(3)", "3"),
        ("row.addWidget(text, 3)", "3"),
        ("whole.adjusted(3, 0, 0, 0)", "3"),
        ("_MARGIN = 3", "3"),
        ("_FIRST_SIZE = (3, 2)", "3"),
        ("class Metrics:  wide: int = 3", "3"),
        ("logger.info('%d', found - 3)", "3"),
        ("def read(size: Size[3]): ...", "3"),
        ("zip(names, widgets, strict=True)", "True"),
    ],
)
def test_a_plain_length_the_log_types_and_checks_are_not_changed(source: str, marked: str) -> None:
    assert _is_left_out(source, marked)


@pytest.mark.parametrize(
    "source",
    [
        "row.setContentsMargins(found[3], 0, 0, 0)",
        "row.setSpacing(3 * lines)",
        "grid.addWidget(text, 3, 0)",
        "_MOST_KEPT = 3",
        "_BLOCK_SIZE = 3",
        "_DELAY_MS = 3",
        "class Limits:  most: int = 3",
        "row.setVisible(found > 3)",
        "found.resized(3)",
    ],
)
def test_an_index_a_limit_a_position_and_a_computed_length_are_changed(source: str) -> None:
    assert not _is_left_out(source, "3")
