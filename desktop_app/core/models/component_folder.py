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
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from desktop_app.core.base.paths import components
from desktop_app.core.base.private_files import create_private_folder
from desktop_app.core.base.process_lock import (
    LockHeldError,
    LockUnavailableError,
    process_lock,
    shared_lock,
)
from desktop_app.core.models.component_errors import (
    ComponentInUseError,
    ComponentNotRemovedError,
    InstallFailedError,
)

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


@contextmanager
def component_in_use() -> Iterator[None]:
    """Keep the component from being removed inside the block, as a process that trains does."""
    with ExitStack() as stack:
        with suppress(LockHeldError, LockUnavailableError):  # it is being removed, or is not there
            stack.enter_context(shared_lock(_in_use()))
        yield


def has_component() -> bool:
    """Whether the component for this build is installed, to its end."""
    return (component_folder() / _COMPLETE).is_file()


def has_any_component() -> bool:
    """Whether there is a component of any build, finished or not."""
    return bool(_all_builds())


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
        with process_lock(_installing()):
            yield folder, ["--prefix", str(folder), "--constraint", str(constraints)]
            (folder / _COMPLETE).touch()
            delete_components(besides=folder)
    except (OSError, LockUnavailableError) as error:
        raise InstallFailedError(f"{folder} cannot be written: {error}") from error
    except LockHeldError as error:
        raise InstallFailedError("another installation is running") from error


def components_size() -> int:
    """Return the bytes of the components of all builds, also of unfinished ones."""
    return sum(path.lstat().st_size for folder in _all_builds() for path in folder.rglob("*"))


def remove_components() -> int:
    """Delete the components of all builds, and return how many bytes that has freed.

    Raises:
        ComponentInUseError: A training runs with one, or one is being installed.
        ComponentNotRemovedError: Not all of it can be deleted.
    """
    if not _all_builds():
        return 0
    try:
        with process_lock(_installing()), process_lock(_in_use()):
            before = components_size()
            delete_components()
    except LockHeldError as error:
        raise ComponentInUseError from error
    except LockUnavailableError as error:
        raise ComponentNotRemovedError(components()) from error
    if _all_builds():
        raise ComponentNotRemovedError(components())
    return before


def delete_components(besides: Path | None = None) -> None:
    """Delete the components of all builds, except one folder."""
    for folder in _all_builds():
        if folder != besides:
            (folder / _COMPLETE).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)


def _all_builds() -> list[Path]:
    return [*components().glob("training-*")]


def _installing() -> Path:
    return components() / "lock"


def _in_use() -> Path:
    return components() / "in-use"


def _is_below(place: object) -> bool:
    return Path(str(place)).is_relative_to(components())
