"""Log entries of any thread and process reach one small file, and never stop the program."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.base.log_file import (
    configure_job_logging,
    configure_logging,
    remove_log_handlers,
)

logger = logging.getLogger("desktop_app.core.example")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "logs" / "lookalike.log"
    configure_logging(path)
    yield path
    configure_logging(path)  # takes back what `verbose` has put into the environment
    remove_log_handlers()


def test_entries_follow_each_other_with_time_versions_level_and_logger(log_file: Path) -> None:
    logger.warning("First:\n%s", "a\nb\n")
    logger.error("Second: %s", os.fsdecode(b"caf\xe9"))
    text = log_file.read_text()
    heading = text.splitlines()[0]
    assert heading.startswith("20")
    assert "Lookalike" in heading
    assert "  WARNING  desktop_app.core.example  First:" in heading
    assert text.index("First:\na\nb\n\n") < text.index("Second: caf\\udce9\n")


def test_what_controls_a_terminal_is_escaped(log_file: Path) -> None:
    logger.warning("Reading %s\n%s", "\x1b[2J\u202e", "red\x1b[31m\n\tindented")
    assert log_file.read_text().endswith(
        r"Reading \x1b[2J\u202e" + "\n" + r"red\x1b[31m" + "\n\tindented\n\n"
    )


def test_an_exception_is_logged_with_its_traceback(log_file: Path) -> None:
    try:
        Path("no such folder").rmdir()
    except OSError:
        logger.exception("Indexing failed")
    assert "Indexing failed\nTraceback" in log_file.read_text()
    assert "FileNotFoundError: " in log_file.read_text()


def test_steps_are_logged_only_when_verbose(
    log_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logger.debug("a step")
    assert not log_file.exists()
    configure_logging(log_file, verbose=True)
    logger.debug("another step")
    assert "  DEBUG  desktop_app.core.example  another step\n" in log_file.read_text()
    assert "a step" not in log_file.read_text()
    assert "another step" in capfd.readouterr().err


def test_other_libraries_log_warnings_only_even_when_verbose(log_file: Path) -> None:
    configure_logging(log_file, verbose=True)
    logging.getLogger("PIL").info("chatter")
    logging.getLogger("PIL").warning("an odd tag")
    assert "chatter" not in log_file.read_text()
    assert "an odd tag" in log_file.read_text()


def test_configuring_again_does_not_log_twice(log_file: Path) -> None:
    configure_logging(log_file)
    logger.warning("once")
    assert log_file.read_text().count("once") == 1


def test_a_full_log_is_renamed_and_replaces_the_older_one(log_file: Path) -> None:
    configure_logging(log_file, max_bytes=2_000)
    for number in range(100):
        logger.warning("Entry é\n%s", number)
    names = sorted(path.name for path in log_file.parent.iterdir())
    assert names == ["lookalike.log", "lookalike.log.1"]
    assert all(path.stat().st_size <= 2_000 for path in log_file.parent.iterdir())
    assert log_file.read_text().endswith("Entry é\n99\n\n")


def test_a_very_long_entry_keeps_its_heading_and_its_end(log_file: Path) -> None:
    logger.warning("Long:\n%s", "x" * 200_000 + "the end")
    logger.warning("y" * 200_000)
    assert log_file.stat().st_size < 60_000
    assert "Long:\n" in log_file.read_text()
    assert "xthe end\n\n" in log_file.read_text()


def test_threads_do_not_mix_their_entries(log_file: Path) -> None:
    lines = "\n".join(["word"] * 50)
    threads = [threading.Thread(target=logger.warning, args=("Many:\n%s", lines)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert log_file.read_text().count(f"Many:\n{lines}\n\n") == 8


def test_an_entry_that_cannot_be_written_is_lost_silently(
    tmp_path: Path, log_file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    configure_logging(tmp_path / "file" / "lookalike.log")
    logger.error("lost")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert capfd.readouterr().err == ""


def test_no_file_stays_open_between_entries(log_file: Path) -> None:
    logger.warning("one")
    log_file.rename(log_file.with_name("moved"))  # Windows refuses this where a process has it open
    logger.warning("two")
    assert "two" in log_file.read_text()
    assert "two" not in log_file.with_name("moved").read_text()


@pytest.mark.parametrize("verbose", [False, True])
def test_a_job_logs_to_standard_error_as_verbosely_as_its_parent(
    log_file: Path, verbose: bool
) -> None:
    configure_logging(log_file, verbose=verbose)
    code = (
        f"import logging; from {configure_job_logging.__module__} import configure_job_logging;"
        "configure_job_logging(); log = logging.getLogger('training.job');"
        "log.debug('a step'); log.warning('a warning')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ("a step" in done.stderr) is verbose
    assert "  WARNING  training.job  a warning\n" in done.stderr
    assert done.stdout == ""
    assert not log_file.exists()
