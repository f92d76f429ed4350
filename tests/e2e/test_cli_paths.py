"""Paths on the command line: libraries that are not there, links, dots and standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import run_cli, run_json
from tests.e2e.test_cli import with_broken_file

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes"),
]


@pytest.fixture
def library(photo_folder: Path) -> Path:
    run_cli("index", with_broken_file(photo_folder), "--library", photo_folder.parent / "library")
    return photo_folder.parent / "library"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, in which the tests also run."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("HOME", str(folder))
    # Child processes start in the home folder, and find the program all the same.
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("search", "a.jpg"),
        ("failures",),
        ("roots",),
        ("retry",),
        ("remove", "photos"),
        ("pause", "photos"),
        ("index",),
        ("model", "list"),
        ("model", "import", "a.lookalike-model"),
        ("train",),
    ],
)
def test_a_mistyped_library_is_named_and_not_created(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    place = tmp_path / "typo" / "library"
    refused = run_cli(*words, "--library", place, fails=1)
    assert refused.stdout == ""
    assert refused.stderr == (
        f"There is no library in {place}. Check the path. 'lookalike index FOLDER --library"
        f" {place}' makes one.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_before_the_first_index_the_user_is_told_how_to_begin(home: Path) -> None:
    for words in (("status",), ("search", "a.jpg", "--json"), ("roots",), ("index",)):
        refused = run_cli(*words, fails=1)
        assert refused.stdout == ""
        assert refused.stderr == (
            "There is no library yet. Run 'lookalike index FOLDER' to make one.\n"
        )
    assert "model id: " in run_cli("model", "show").stdout
    assert list(home.iterdir()) == []


@pytest.mark.slow
def test_only_indexing_a_folder_makes_a_library(tmp_path: Path, photo_folder: Path) -> None:
    library = tmp_path / "new" / "library"
    run_cli("index", tmp_path / "typo", "--library", library, fails=1)
    assert not library.parent.exists()
    made = run_cli("index", photo_folder, "--library", library)
    assert made.stdout.startswith(f"Making a new library in {library}.\n")
    assert "library" not in run_cli("index", photo_folder, "--library", library).stdout


@pytest.mark.slow
def test_a_library_is_given_before_a_command_or_after_it(tmp_path: Path) -> None:
    library, other, photos = (tmp_path / name for name in ("library", "other", "photos"))
    photos.mkdir()
    run_cli("--library", library, "index", photos)
    for words in (("status",), ("model", "list"), ("exclude", "list")):
        expected = run_cli(*words, "--library", library).stdout
        assert run_cli("--library", library, *words).stdout == expected
        assert run_cli(words[0], "--library", library, *words[1:]).stdout == expected
        assert run_cli("--library", other, *words, "--library", library).stdout == expected
        assert "no library" in run_cli("--library", other, *words, fails=1).stderr


def test_a_file_is_no_library(photo_folder: Path) -> None:
    photo = photo_folder / "beach-0.jpg"
    assert "no library" in run_cli("status", "--library", photo, fails=1).stderr
    assert "cannot be written" in run_cli("index", photo_folder, "--library", photo, fails=1).stderr


@pytest.mark.slow
def test_empty_variables_put_the_library_into_the_home_folder(
    home: Path, photo_folder: Path
) -> None:
    run_cli("index", photo_folder)
    assert (home / ".local/share/Lookalike/library/catalogue.sqlite").exists()
    assert {entry.name for entry in home.iterdir()} == {".local"}


def test_an_empty_path_is_wrong_usage(tmp_path: Path) -> None:
    for words in (["index", ""], ["search", ""], ["status", "--library", ""]):
        assert "The path is empty." in run_cli(*words, fails=2).stderr
    assert "null characters" in run_cli("status", "--library", "file:///a%00", fails=2).stderr


@pytest.mark.slow
def test_paths_are_taken_as_the_user_means_them(
    library: Path, photo_folder: Path, tmp_path: Path, home: Path
) -> None:
    shortcut = tmp_path / "shortcut"
    shortcut.symlink_to(photo_folder)
    at_home = "--library=~/../library"
    for broken in ("../photos/broken.jpg", "../photos/trip/../broken.jpg", shortcut / "broken.jpg"):
        assert run_json("retry", broken, at_home)["failed"] == 1
    run_cli("pause", "../shortcut", at_home)
    run_cli("resume", "~/../photos/trip/..", at_home)
    assert run_json("index", "../photos/./trip", "--library", library)["unchanged"] == 3
    model = run_json("model", "show", at_home)["model_id"]
    out = run_json("model", "export", model, "../photos/../mine", at_home)["path"]
    assert out == str(tmp_path / "mine.lookalike-model")
    run_cli("model", "import", "~/../shortcut/../mine.lookalike-model", at_home)
    run_cli("remove", shortcut, at_home)
    assert run_json("roots", at_home) == []


@pytest.mark.slow
def test_a_model_is_exported_into_a_folder_by_its_name(library: Path, tmp_path: Path) -> None:
    model = run_json("model", "show", "--library", library)["model_id"]
    folder = tmp_path / "models"
    folder.mkdir()
    out = run_json("model", "export", model, folder, "--library", library)["path"]
    assert out == str(folder / f"{model}.lookalike-model")


@pytest.mark.slow
@pytest.mark.parametrize("word", ["-", "/dev/stdin", "/dev/fd/0"])
def test_a_picture_in_standard_input_is_searched(
    library: Path, photo_folder: Path, word: str
) -> None:
    command = [
        sys.executable,
        "-m",
        "desktop_app",
        "search",
        word,
        "--json",
        "--library",
        str(library),
    ]
    content = (photo_folder / "beach-1.jpg").read_bytes()
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["query"] == word
    assert answer["matches"][0]["path"] == str(photo_folder / "beach-1.jpg")


@pytest.mark.slow
def test_each_picture_that_is_none_has_its_own_reason(library: Path, photo_folder: Path) -> None:
    words = ["http://example.org/a.jpg", str(photo_folder), f"{photo_folder}/broken.jpg", "-"]
    command = [sys.executable, "-m", "desktop_app", "search", *words, "--each", "--json"]
    done = subprocess.run(
        [*command, "--library", str(library)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"query": "http://example.org/a.jpg", "error": "link"},
        {"query": os.fspath(photo_folder), "error": "folder"},
        {"query": os.fspath(photo_folder / "broken.jpg"), "error": "undecodable"},
        {"query": "-", "error": "no_input"},
    ]
    first, second, *_, last = done.stderr.splitlines()
    assert first == (
        "http://example.org/a.jpg is a link. Lookalike does not open links; save the picture first."
    )
    assert second == f"{photo_folder} is a folder. Choose a picture in it."
    assert last.startswith("Standard input is empty. Send a picture, as in")


def test_the_window_opens_no_links() -> None:
    declined = run_cli("https://example.org/a.jpg", fails=1)
    assert "Lookalike does not open links" in declined.stderr
