"""A job process ends with exactly one outcome, whatever the child does."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import JobCrashedError, LibraryBusyError
from desktop_app.core.base.paths import own_program
from desktop_app.core.jobs.child_job import training_program
from desktop_app.core.jobs.job_output import Cancelled, Failed, Finished, Outcome
from desktop_app.core.jobs.progress import Indexing, Scanning
from desktop_app.core.jobs.requests import IndexRequest
from desktop_app.ui.jobs.job_process import JobProcess
from tests.ui.conftest import WAIT_MS

REQUEST = IndexRequest(Path("library"), [], 0)


class RecordedJob:
    """A job whose program is a few lines of Python, and what it has reported."""

    def __init__(self, folder: Path, lines: str, grace_ms: int = 5000) -> None:
        script = folder / "child.py"
        head = "import sys, time, os\ndef write(text):\n    os.write(1, text.encode())\n"
        script.write_text(head + textwrap.dedent(lines))
        self.job = JobProcess(REQUEST, [sys.executable, str(script)], grace_ms)
        self.events: list[object] = []
        self.outcomes: list[Outcome] = []
        self.job.progressed.connect(self.events.append)
        self.job.ended.connect(self.outcomes.append)

    def run(self, qtbot: QtBot) -> Outcome:
        self.job.start()
        return self.wait(qtbot)

    def wait(self, qtbot: QtBot) -> Outcome:
        qtbot.waitUntil(lambda: bool(self.outcomes), timeout=WAIT_MS)
        qtbot.wait(50)
        assert len(self.outcomes) == 1
        return self.outcomes[0]


def test_events_are_decoded_from_torn_lines_and_between_noise(qtbot: QtBot, tmp_path: Path) -> None:
    recorded = RecordedJob(
        tmp_path,
        """
        write('{"event": "started"}\\nnoise\\n{"event": "progress", "kind": "Scanning", "da')
        time.sleep(0.2)
        write('ta": {"files": 7}}\\n')
        write('{"event": "finished", "kind": "Indexing", '
             '"data": {"done": 2, "total": 2, "failed": 0}}\\n')
        """,
    )
    assert recorded.run(qtbot) == Finished(Indexing(2, 2, 0))
    assert recorded.events == [Scanning(7)]


def test_an_error_of_the_core_keeps_its_type(qtbot: QtBot, tmp_path: Path) -> None:
    recorded = RecordedJob(
        tmp_path,
        """
        write('{"event": "failed", "kind": "LibraryBusyError", "data": {"library": "/l"}}\\n')
        sys.exit(1)
        """,
    )
    outcome = recorded.run(qtbot)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, LibraryBusyError)
    assert outcome.error.library == Path("/l")


@pytest.mark.parametrize(
    "end", ["sys.exit(0)", "sys.exit(7)", "os.abort()", "raise ValueError('last words')"]
)
def test_a_child_that_ends_without_an_outcome_counts_as_crashed(
    qtbot: QtBot, tmp_path: Path, end: str
) -> None:
    recorded = RecordedJob(tmp_path, f"""write('{{"event": "started"}}\\n')\n{end}\n""")
    outcome = recorded.run(qtbot)
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, JobCrashedError)
    if "ValueError" in end:
        assert "last words" in outcome.error.error_output


def test_a_missing_program_counts_as_a_crash(qtbot: QtBot, tmp_path: Path) -> None:
    job = JobProcess(REQUEST, [str(tmp_path / "nothing")])
    outcomes: list[Outcome] = []
    job.ended.connect(outcomes.append)
    job.start()
    qtbot.waitUntil(lambda: bool(outcomes), timeout=WAIT_MS)
    assert isinstance(outcomes[0], Failed)


def test_cancelling_closes_the_input_and_the_child_ends_itself(
    qtbot: QtBot, tmp_path: Path
) -> None:
    recorded = RecordedJob(
        tmp_path,
        """
        write('{"event": "progress", "kind": "Scanning", "data": {"files": 1}}\\n')
        while os.read(0, 100):
            pass
        write('{"event": "cancelled"}\\n')
        sys.exit(3)
        """,
    )
    recorded.job.start()
    qtbot.waitUntil(lambda: bool(recorded.events), timeout=WAIT_MS)
    recorded.job.cancel()
    assert recorded.wait(qtbot) == Cancelled()


def test_a_child_that_ignores_cancelling_is_killed_after_the_grace_time(
    qtbot: QtBot, tmp_path: Path
) -> None:
    recorded = RecordedJob(
        tmp_path,
        """
        write('{"event": "progress", "kind": "Scanning", "data": {"files": 1}}\\n')
        time.sleep(60)
        """,
        grace_ms=200,
    )
    recorded.job.start()
    qtbot.waitUntil(lambda: bool(recorded.events), timeout=WAIT_MS)
    recorded.job.cancel()
    assert recorded.wait(qtbot) == Cancelled()


def test_no_child_outlives_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    recorded = RecordedJob(tmp_path, "time.sleep(60)\n", grace_ms=200)
    recorded.job.start()
    qtbot.waitUntil(lambda: recorded.job._process.processId() > 0, timeout=WAIT_MS)
    recorded.job.cancel_and_wait()
    assert recorded.job._process.processId() == 0


@pytest.mark.parametrize(
    "program", [own_program(), pytest.param(training_program(), marks=pytest.mark.slow)]
)
def test_a_child_imports_nothing_from_the_current_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: list[str]
) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    for name in ("desktop_app", "training"):
        (trap / f"{name}.py").write_text("open('was_run', 'w')")
    monkeypatch.chdir(trap)
    job = JobProcess(IndexRequest(tmp_path / "library", [], 0), program)
    with qtbot.waitSignal(job.ended, timeout=5 * WAIT_MS):
        job.start()
    assert not (trap / "was_run").exists()
