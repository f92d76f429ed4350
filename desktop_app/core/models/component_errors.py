"""What can go wrong with the training component."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.errors import AppError


@dataclass(eq=False)
class TrainingUnavailableError(AppError):
    """A package that training needs is not installed; `command` adds it."""

    missing: str
    command: str
    download_gb: float
    disk_gb: float


@dataclass(eq=False)
class InstallFailedError(AppError):
    """Packages could not be installed; `detail` is the installer's message, in English."""

    detail: str


@dataclass(eq=False)
class ComponentInUseError(AppError):
    """A training runs with the component, or an installation of it is under way."""


@dataclass(eq=False)
class ComponentNotRemovedError(AppError):
    """Files of the training component cannot be deleted."""

    folder: Path


@dataclass(eq=False)
class ComponentOfPipError(AppError):
    """The training component is part of an environment of Python; `command` removes it."""

    command: str
