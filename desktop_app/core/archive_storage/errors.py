"""What can be wrong with the storage of photos, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.base.errors import AppError, UnusableFileError


class AddressProblem(StrEnum):
    """Why an address cannot be used."""

    UNKNOWN_SCHEME = "unknown_scheme"
    PASSWORD = "password"  # noqa: S105 -- it is none
    NOT_PLAIN = "not_plain"
    NOTHING_THERE = "nothing_there"
    DENIED = "denied"
    NO_ANSWER = "no_answer"
    NO_FOLDER = "no_folder"
    FOLDER_NEEDED = "folder_needed"


@dataclass(eq=False)
class AddressError(UnusableFileError):
    """The address that `path` stands for (addresses.py) cannot be used."""

    problem: AddressProblem


@dataclass(eq=False)
class StoragePackageError(AppError):
    """What reads the photos at an address is not installed; `package` is what pip adds."""

    address: str
    package: str


@dataclass(eq=False)
class StorageGoneError(AppError):
    """A folder of photos is not there, or is empty as a mount point without its share is."""

    path: Path


@dataclass(eq=False)
class PhotosGoneError(AppError):
    """None of the photos that an archive has of a folder is there: its storage may be gone."""

    path: Path
