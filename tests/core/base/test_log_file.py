"""The log is written by any thread, stays small, and never stands in the way."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from desktop_app.core.base.log_file import LogFile


def test_entries_come_one_after_the_other_with_their_time(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "logs")
    log.note("First:", "a\nb\n")
    log.note("Second:", os.fsdecode(b"caf\xe9"))
    text = log.path.read_text()
    assert text.index("First:\na\nb\n\n") < text.index("Second:")
    assert "Lookalike" in text.splitlines()[0]


def test_a_log_that_is_full_is_put_aside_once(tmp_path: Path) -> None:
    log = LogFile(tmp_path, most_bytes=2_000)
    for number in range(100):
        log.note("Entry", str(number))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lookalike.log", "lookalike.log.1"]
    assert all(path.stat().st_size <= 2_000 for path in tmp_path.iterdir())
    assert log.path.read_text().endswith("Entry\n99\n\n")


def test_threads_do_not_mix_their_entries(tmp_path: Path) -> None:
    log = LogFile(tmp_path)
    lines = "\n".join(["word"] * 50)
    threads = [threading.Thread(target=log.note, args=("Many:", lines)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert log.path.read_text().count(f"Many:\n{lines}\n\n") == 8


def test_where_it_cannot_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    LogFile(tmp_path / "file").note("Lost:", "words")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
