"""The training component is installed by the real pip, from a local wheel."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from desktop_app.core.jobs.progress import Installed
from desktop_app.core.models import training_component
from desktop_app.core.models.component_errors import InstallFailedError
from desktop_app.core.models.pip_process import run_pip
from desktop_app.core.models.torch_build import TorchBuild, torch_build
from desktop_app.core.models.training_component import (
    can_install,
    install_training,
    missing_modules,
    requirements,
    unavailable,
)
from desktop_app.sentences.errors import error_message
from tests.core.models.tiny_wheel import write_tiny_wheel
from tests.ending import has_ended


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pip installs, out of a folder with one tiny wheel, and from nowhere else."""
    shelf = tmp_path / "shelf"
    write_tiny_wheel(shelf)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "target"))
    return tmp_path / "target"


@pytest.fixture
def existing() -> set[psutil.Process]:
    """Children that other tests have left: Python keeps one for its shared resources."""
    return set(psutil.Process().children(recursive=True))


def started_since(existing: set[psutil.Process]) -> set[psutil.Process]:
    return set(psutil.Process().children(recursive=True)) - existing


@pytest.mark.slow
def test_packages_are_installed_with_progress_line_by_line(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_component, "MODULES", ("tiny_lesson",))
    assert missing_modules() == ["tiny_lesson"]
    events = [event for event in run_pip("install", ["tiny-lesson>=1"]) if event is not None]
    assert any("tiny" in event.line for event in events)
    monkeypatch.setattr(sys, "path", [*sys.path, str(target)])
    assert missing_modules() == []


@pytest.mark.slow
def test_a_missing_package_is_an_error_with_the_reason_of_pip(target: Path) -> None:
    with pytest.raises(
        InstallFailedError, match=r"No matching distribution|Could not find"
    ) as caught:
        list(run_pip("install", ["nowhere-to-be-found"]))
    assert "could not be installed (ERROR: " in error_message(caught.value)
    assert not target.exists()


@pytest.mark.usefixtures("target")
@pytest.mark.slow
def test_a_pip_in_the_current_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pip.py").write_text("open('was_run', 'w')")
    monkeypatch.chdir(tmp_path)
    list(run_pip("install", ["tiny-lesson"]))
    assert not (tmp_path / "was_run").exists()


@pytest.mark.usefixtures("target")
def test_cancelling_leaves_no_pip_behind(existing: set[psutil.Process]) -> None:
    steps = run_pip("install", ["tiny-lesson"])
    next(steps)
    children = started_since(existing)
    steps.close()
    assert children
    assert all(has_ended(child) for child in children)


@pytest.mark.slow
def test_pip_is_cancelled_even_while_it_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existing: set[psutil.Process]
) -> None:
    """A package whose building takes an hour."""
    package = tmp_path / "slow"
    package.mkdir()
    (package / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "slow"\nbackend-path = ["."]\n'
    )
    (package / "slow.py").write_text("import time\ntime.sleep(3600)\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    steps, silent = run_pip("install", [str(package)]), 0
    end = time.monotonic() + 60
    while silent < 10 and time.monotonic() < end:
        silent = silent + 1 if next(steps) is None else 0
    assert silent == 10
    children = started_since(existing)
    steps.close()
    assert children
    assert all(has_ended(child) for child in children)


def test_the_requirements_are_those_of_the_extra() -> None:
    names = requirements()
    assert any(name.startswith("torch>=") for name in names)
    assert not any(";" in name or "pytest" in name for name in names)


def without_torch(monkeypatch: pytest.MonkeyPatch, build: TorchBuild) -> None:
    monkeypatch.setattr(training_component, "torch_build_here", lambda: build)
    monkeypatch.setattr(training_component, "find_spec", lambda _: None)


def test_the_command_fetches_the_build_for_the_processor_before_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_torch(monkeypatch, torch_build("linux", has_gpu=False))
    text = error_message(unavailable("torch"))
    assert (
        "run: pip install --index-url https://download.pytorch.org/whl/cpu torch torchvision &&"
        " pip install 'lookalike[train]' (a download of about 0.4 GB, which takes 1.2 GB on disk)."
    ) in text
    without_torch(monkeypatch, torch_build("linux", has_gpu=True))
    text = error_message(unavailable("torch"))
    assert "run: pip install 'lookalike[train]' (a download of about 3.1 GB" in text


def test_nothing_is_fetched_onto_a_disk_that_is_too_full(
    monkeypatch: pytest.MonkeyPatch, existing: set[psutil.Process]
) -> None:
    without_torch(monkeypatch, torch_build("linux", has_gpu=True))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=8.6e9))
    with pytest.raises(InstallFailedError) as caught:
        next(install_training())
    assert "has 8.6 GB free, and 8.7 GB are needed" in caught.value.detail
    assert not started_since(existing)


@pytest.mark.slow
@pytest.mark.usefixtures("target")
def test_torch_is_fetched_first_and_both_steps_end_as_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From the folder with one wheel, which has no torch."""
    without_torch(monkeypatch, torch_build("linux", has_gpu=False))
    with pytest.raises(InstallFailedError, match="torch"):
        list(install_training())
    monkeypatch.setattr(training_component, "find_spec", lambda _: object())
    monkeypatch.setattr(training_component, "requirements", lambda: ["tiny-lesson"])
    assert [each for each in install_training() if isinstance(each, Installed)] == [Installed()]


def test_who_has_pip_is_told_the_command_that_calls_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "run: lookalike component install (a" in error_message(unavailable("torch"))
    monkeypatch.setattr(training_component, "find_spec", lambda _: None)
    assert not can_install()
