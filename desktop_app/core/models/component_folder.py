"""Where the training component of a frozen build is: a folder among the user's data.

A frozen build has no environment that packages could be installed into. What is installed there is
on the path of the processes that train only.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from desktop_app.core.base.paths import components
from desktop_app.core.base.private_files import create_private_folder
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock
from desktop_app.core.models.component_errors import InstallFailedError

_COMPLETE = "complete"


def component_folder() -> Path:
    """Return the folder for a component that fits this build, whether it is there or not.

    Its name follows from the versions of Python and of all packages in the build: what was
    installed for a build with others is not used.
    """
    return components() / f"training-{_key_of_build()}"


def packages_inside() -> list[str]:
    """Return the packages that a frozen build has itself, as requirements of pip, sorted."""
    inside = [each for each in distributions() if not _is_below(each.locate_file(""))]
    return sorted({f"{each.metadata['Name']}=={each.version}" for each in inside})


@cache
def _key_of_build() -> str:
    """Read the metadata of all packages once; the window asks often."""
    key = hashlib.sha256("\n".join([platform.python_version(), *packages_inside()]).encode())
    return key.hexdigest()[:12]


def site_folders(prefix: Path) -> list[str]:
    """Return the folders below a prefix that pip installs packages into."""
    scheme = sysconfig.get_preferred_scheme("prefix")
    places = {"base": str(prefix), "platbase": str(prefix)}
    folders = [sysconfig.get_path(kind, scheme, places) for kind in ("purelib", "platlib")]
    return list(dict.fromkeys(folders))


def add_component_to_path() -> None:
    """Let this process import the component, after all that the build has itself."""
    sys.path += [each for each in site_folders(component_folder()) if each not in sys.path]


def has_component() -> bool:
    """Whether the component for this build is installed, to its end."""
    return (component_folder() / _COMPLETE).is_file()


@contextmanager
def prepared_component() -> Iterator[tuple[Path, list[str]]]:
    """Yield the folder for the component, and the options by which pip installs into it.

    The packages of the build itself are not changed. After the block, the component counts as
    installed, and those of other builds are deleted; after an error in it, neither.

    Raises InstallFailedError: the folder cannot be written, or another process installs into it.
    """
    folder = component_folder()
    constraints = folder / "constraints.txt"
    try:
        create_private_folder(folder)
        constraints.write_text("\n".join(packages_inside()), "utf-8")
        with process_lock(components() / "lock"):
            yield folder, ["--prefix", str(folder), "--constraint", str(constraints)]
            (folder / _COMPLETE).touch()
            delete_components(besides=folder)
    except (OSError, LockUnavailableError) as error:
        raise InstallFailedError(f"{folder} cannot be written: {error}") from error
    except LockHeldError as error:
        raise InstallFailedError("another installation is running") from error


def delete_components(besides: Path | None = None) -> int:
    """Delete the components of all builds, except one folder, and return their size in bytes."""
    deleted = 0
    for folder in components().glob("training-*"):
        if folder != besides:
            (folder / _COMPLETE).unlink(missing_ok=True)
            deleted += sum(path.lstat().st_size for path in folder.rglob("*"))
            shutil.rmtree(folder, ignore_errors=True)
    return deleted


def _is_below(place: object) -> bool:
    return Path(str(place)).is_relative_to(components())
