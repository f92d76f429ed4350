"""What the command line prints, wherever it goes: terminals, pipes, full disks, nowhere."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.command_line import run_cli

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell"),
]

# A colour, a new line, an override of the direction, a name that is not UTF-8, and two scripts.
NAMES = ["e\x1b[31mred\nnew\u202egpj.jpg", os.fsdecode(b"caf\xe9.jpg"), "库 ü.jpg"]


def in_shell(words: str, library: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash; `lookalike` is this program, and `$at` the option for the library."""
    program = f'lookalike() {{ {shlex.quote(sys.executable)} -m desktop_app "$@"; }}'
    done = subprocess.run(
        ["bash", "-c", f"{program}; {words}"],
        capture_output=True,
        timeout=300,
        env=os.environ | {"at": f"--library={library}"} | variables,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    assert b"Exception ignored" not in done.stderr, done.stderr
    return done


@pytest.fixture(scope="module")
def photos(
    tmp_path_factory: pytest.TempPathFactory, scene: Callable[[str, int], Image.Image]
) -> Path:
    folder = tmp_path_factory.mktemp("odd") / "photos"
    folder.mkdir()
    for variation, name in enumerate(NAMES):
        scene("beach", variation).save(folder / name, "JPEG")
    (folder / "broken\x1b]0;title\x07.jpg").write_bytes(b"\xff\xd8\xff broken")
    return folder


@pytest.fixture(scope="module")
def library(photos: Path) -> Path:
    run_cli("index", photos, "--library", photos.with_name("library"))
    return photos.with_name("library")


def controls(text: str) -> set[str]:
    return {mark for mark in text if mark != "\n" and not mark.isprintable()}


@pytest.mark.slow
def test_a_name_takes_one_line_and_controls_no_terminal(library: Path, photos: Path) -> None:
    query = photos / NAMES[2]
    table = run_cli("search", query, "--library", library).stdout
    failures = run_cli("failures", "--library", library).stdout
    missing = run_cli("search", f"{photos}/\x1b[31m\n.jpg", "--library", library, fails=1).stderr
    assert not controls(table + failures + missing)
    assert len(table.splitlines()) == 1 + len(NAMES)
    assert r"e\x1b[31mred\nnew\u202egpj.jpg" in table
    assert len(missing.splitlines()) == 1
    wrong = run_cli("status", "a\x1b[31m\u202eb", "--library", library, fails=2).stderr
    assert not controls(wrong)


@pytest.mark.slow
def test_json_has_the_names_as_they_are(library: Path, photos: Path) -> None:
    printed = run_cli("search", photos / NAMES[0], "--library", library, "--json").stdout
    assert len(printed.splitlines()) == 1
    answer: dict[str, Any] = json.loads(printed)
    assert answer["query"] == str(photos / NAMES[0])
    assert {Path(match["path"]).name for match in answer["matches"]} == set(NAMES)


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "ascii:strict", "utf-8:strict", "utf-16"])
def test_any_encoding_shows_every_name(library: Path, photos: Path, encoding: str) -> None:
    query = shlex.quote(str(photos / NAMES[2]))
    done = in_shell(f"lookalike search {query} $at", library, PYTHONIOENCODING=encoding)
    table = done.stdout.decode(encoding.partition(":")[0])
    assert done.returncode == 0
    assert len(table.splitlines()) == 1 + len(NAMES)
    assert r"caf\udce9.jpg" in table
    assert r"\xfc.jpg" in table or "ü.jpg" in table


@pytest.mark.slow
def test_the_c_locale_is_enough(library: Path, photos: Path) -> None:
    query = shlex.quote(str(photos / NAMES[2]))
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert in_shell(f"lookalike search {query} $at", library, **plain).returncode == 0
    help_page = in_shell("lookalike --help", library, **plain)
    assert help_page.returncode == 0
    assert help_page.stdout.isascii()


@pytest.mark.slow
def test_a_progress_bar_shows_what_the_encoding_of_the_terminal_has(
    library: Path, photos: Path
) -> None:
    outer, terminal = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "index", photos, "--library", library],
        env=os.environ | {"PYTHONIOENCODING": "ascii", "TERM": "xterm"},
        stderr=terminal,
    )
    os.close(terminal)
    shown = os.read(outer, 2**20).decode()
    os.close(outer)
    assert done.returncode == 0
    assert "Starting" in shown
    assert shown.isascii()


def test_a_reader_that_has_read_enough_hears_no_more(library: Path) -> None:
    done = in_shell("lookalike failures $at | true", library)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", ["--version", "--help", "status $at", "failures --json $at"])
def test_output_that_cannot_be_written_is_one_sentence_and_status_1(
    library: Path, words: str
) -> None:
    full = in_shell(f"lookalike {words} >/dev/full", library)
    assert full.returncode == 1
    assert full.stderr.decode() == (
        "The output cannot be written (No space left on device). Send it to another place.\n"
    )
    closed = in_shell(f"lookalike {words} >&-", library)
    assert closed.returncode == 1
    assert closed.stderr.decode() == (
        "The output cannot be written (it is closed). Send it to another place.\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("errors", ["2>&-", "2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-"])
def test_lost_messages_change_no_exit_status(library: Path, errors: str) -> None:
    works = 0 if errors.startswith("2") else 1
    assert in_shell(f"lookalike status $at {errors}", library).returncode == works
    assert in_shell(f"lookalike search nothing.jpg $at {errors}", library).returncode == 1
    assert in_shell(f"lookalike status wrong {errors}", library).returncode == 2


@pytest.mark.slow
def test_a_library_is_written_as_well_without_any_stream(photos: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    folder = shlex.quote(str(photos))
    assert in_shell(f"lookalike index {folder} $at <&- >&- 2>&-", library).returncode == 1
    status = json.loads(run_cli("status", "--library", library, "--json").stdout)
    assert status["indexed"] == len(NAMES)
