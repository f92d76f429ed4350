"""What the window works with on models, built by app.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QProcess

from desktop_app.ui.jobs.side_job import SideJob
from desktop_app.ui.models.model_comparison_state import ModelComparisonState
from desktop_app.ui.models.model_thread import ModelThread
from desktop_app.ui.retraining.training_run import TrainingRun


@dataclass(frozen=True)
class ModelServices:
    """`probe` tells what a training would cost, `installer` brings its component, `importer` takes
    in models, `comparer` is the comparison's. `trainer` starts what trains.
    """

    thread: ModelThread
    run: TrainingRun
    comparison: ModelComparisonState
    probe: SideJob
    comparer: SideJob
    installer: SideJob
    importer: SideJob
    trainer: list[str]

    @property
    def side_jobs(self) -> tuple[SideJob, ...]:
        return self.probe, self.comparer, self.installer, self.importer

    def go_on_alone(self, library: Path) -> None:
        """With what was interrupted, in a process that outlives this one."""
        program, *words = self.trainer
        QProcess.startDetached(program, [*words, "go-on", str(library)])

    def close(self) -> None:
        for job in self.side_jobs:
            job.close()
        self.run.close()
        self.thread.close()
