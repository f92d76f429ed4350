"""Planning new names of files, and giving them: never over another file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop_app.core.files.file_moves import NotPlaced, Placed
from desktop_app.core.files.file_names import NameProblem, name_problem
from desktop_app.core.files.renames import NamedFile, Renamable, Rename, rename_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that contain their names."""
    for name in ("a.jpg", "b.JPG", "c.png"):
        (tmp_path / name).write_text(name)
    return tmp_path


def renamable(folder: Path, *names: str) -> Renamable:
    days = ("2023-07-14", "2023-07-15", "2024-01-01")
    files = [NamedFile(folder / name, day) for name, day in zip(names, days, strict=False)]
    return Renamable(files, frozenset(folder.iterdir()))


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def rename_to(folder: Path, names: dict[str, str]) -> Iterable[object]:
    return list(rename_files([Rename(folder / old, new) for old, new in names.items()]))


def test_a_pattern_has_the_date_a_number_and_the_original_name(folder: Path) -> None:
    files = renamable(folder, "a.jpg", "b.JPG", "c.png")
    renames = list(files.by_pattern("{date} {number} {name} at sea"))
    assert [rename.name for rename in renames] == [
        "2023-07-14 001 a at sea.jpg",
        "2023-07-15 002 b at sea.JPG",
        "2024-01-01 003 c at sea.png",
    ]
    assert [rename.problem for rename in renames] == [None] * 3


def test_a_name_that_looks_like_a_token_is_none(folder: Path) -> None:
    (folder / "{date}.jpg").write_text("odd")
    files = renamable(folder, "{date}.jpg")
    assert next(files.by_pattern("{name}-{number}")).name == "{date}-001.jpg"
    assert files.by_name("{number}").name == "{number}.jpg"


def test_numbers_have_as_many_digits_as_the_last_one(tmp_path: Path) -> None:
    files = Renamable([NamedFile(tmp_path / f"{n}.jpg", "") for n in range(1000)], frozenset())
    names = [rename.name for rename in files.by_pattern("{number}")]
    assert (names[0], names[-1]) == ("0001.jpg", "1000.jpg")


def test_the_second_file_with_a_name_has_a_problem(folder: Path) -> None:
    (folder / "a.png").write_text("c's rival")
    files = renamable(folder, "a.jpg", "b.JPG", "c.png")
    problems = [rename.problem for rename in files.by_pattern("same")]
    assert problems == [None, None, None], "their suffixes differ"
    problems = [rename.problem for rename in files.by_pattern("a")]
    assert problems == [None, None, NameProblem.TAKEN]
    twins = Renamable(
        [NamedFile(folder / "a.jpg", ""), NamedFile(folder / "x.jpg", "")], frozenset()
    )
    assert [rename.problem for rename in twins.by_pattern("one")] == [None, NameProblem.TAKEN]


def test_a_name_that_another_one_leaves_is_free(folder: Path) -> None:
    (folder / "001.jpg").write_text("001")
    files = renamable(folder, "a.jpg", "001.jpg")
    assert [rename.problem for rename in files.by_pattern("{number}")] == [None, None]


@pytest.mark.parametrize(
    ("stem", "problem"),
    [
        ("sunset at sea", None),
        ("日落", None),
        ("", NameProblem.EMPTY),
        ("  ", NameProblem.EMPTY),
        ("sea/sunset", NameProblem.FORBIDDEN),
        ("sea\nsunset", NameProblem.FORBIDDEN),
        ("half \ud83d", NameProblem.FORBIDDEN),
        (".sunset", NameProblem.HIDDEN),
        ("..", NameProblem.HIDDEN),
        ("con", NameProblem.RESERVED),
        ("LPT1.old", NameProblem.RESERVED),
        ("constant", None),
        ("a" * 251, None),
        ("a" * 252, NameProblem.TOO_LONG),
        ("日" * 84, NameProblem.TOO_LONG),
    ],
)
def test_names_are_checked(stem: str, problem: NameProblem | None) -> None:
    assert name_problem(stem, ".jpg") is problem


def test_a_name_that_stays_is_no_problem_and_no_change(folder: Path) -> None:
    (folder / "nul.jpg").write_text("nul")
    rename = renamable(folder, "nul.jpg").by_name("nul")
    assert (rename.problem, rename.is_change) == (None, False)
    assert list(rename_files([rename])) == []


def test_files_get_their_names_and_keep_content_and_time(folder: Path) -> None:
    os.utime(folder / "a.jpg", ns=(1, 1_234_567_891))
    steps = rename_to(folder, {"a.jpg": "sunset.jpg", "c.png": "sea.png"})
    assert steps == [
        Placed(folder / "a.jpg", folder / "sunset.jpg"),
        Placed(folder / "c.png", folder / "sea.png"),
    ]
    assert contents(folder) == {"sunset.jpg": "a.jpg", "b.JPG": "b.JPG", "sea.png": "c.png"}
    assert (folder / "sunset.jpg").stat().st_mtime_ns == 1_234_567_891


def test_no_file_is_replaced_also_if_it_came_after_the_plan(folder: Path) -> None:
    steps = rename_to(folder, {"a.jpg": "b.JPG", "c.png": "d.png"})
    assert steps == [
        NotPlaced(folder / "a.jpg", "File exists"),
        Placed(folder / "c.png", folder / "d.png"),
    ]
    assert contents(folder) == {"a.jpg": "a.jpg", "b.JPG": "b.JPG", "d.png": "c.png"}


def test_a_file_moves_up_into_the_name_that_another_one_leaves(folder: Path) -> None:
    rename_to(folder, {"a.jpg": "b.JPG", "b.JPG": "c.png", "c.png": "d.png"})
    assert contents(folder) == {"b.JPG": "a.jpg", "c.png": "b.JPG", "d.png": "c.png"}


def test_in_a_circle_all_keep_their_names(folder: Path) -> None:
    steps = list(rename_to(folder, {"a.jpg": "b.JPG", "b.JPG": "a.jpg", "c.png": "d.png"}))
    assert sum(isinstance(step, NotPlaced) for step in steps) == 2
    assert contents(folder) == {"a.jpg": "a.jpg", "b.JPG": "b.JPG", "d.png": "c.png"}


def test_ten_thousand_files_in_a_chain_are_put_in_order_at_once(tmp_path: Path) -> None:
    (tmp_path / "09999.jpg").write_text("last")
    chain = {f"{n:05}.jpg": f"{n + 1:05}.jpg" for n in range(10_000)}
    steps = list(rename_to(tmp_path, chain))
    assert steps[0] == Placed(tmp_path / "09999.jpg", tmp_path / "10000.jpg")
    assert len(steps) == 10_000
