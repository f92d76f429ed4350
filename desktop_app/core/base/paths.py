"""The user's folders, the program itself, and the resources that come with it."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import appdirs

from desktop_app.core.base.private_files import create_private_folder

_APP = "Lookalike"
_FOLDER_VARIABLES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME")


def default_library() -> Path:
    """Folder of the library that is used when none is named."""
    return _user_folder(appdirs.user_data_dir) / "library"


def own_models_file() -> Path:
    """The file that names the models that were trained here: outside of all libraries."""
    return _user_folder(appdirs.user_data_dir) / "own-models.json"


def components() -> Path:
    """Folder of what is installed for a frozen build later."""
    return _user_folder(appdirs.user_data_dir) / "components"


def settings_file() -> Path:
    return _user_folder(appdirs.user_config_dir) / "settings.json"


def log_folder() -> Path:
    return _user_folder(appdirs.user_log_dir)


def runtime_folder() -> Path:
    """Folder for sockets, created if needed: owned by this user and closed to all others."""
    if os.name == "nt":
        return Path(tempfile.gettempdir())
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(given) and _is_private(Path(given)):  # noqa: PTH117
        return Path(given)
    # Somebody else may have created the first one, but not the second one.
    for own in (Path(tempfile.gettempdir()) / f"lookalike-{os.getuid()}", cache_folder() / "run"):
        with suppress(OSError):
            create_private_folder(own)
        if _is_private(own):
            return own
    return Path(tempfile.mkdtemp(prefix="lookalike-"))


def sample_pictures() -> Path:
    """Folder that 'Try with sample pictures' writes to."""
    return _user_folder(appdirs.user_data_dir) / "Sample pictures"


def resources() -> Path:
    """Folder of the resources: in the installed or frozen package, or at the checkout's top."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def guide_file(language: str) -> Path:
    """The user guide in a language; in English where it has not been translated."""
    folder = resources() / "guide"
    found = (folder / f"guide.{language}.md", folder / "guide.md")
    in_checkout = resources().parent / "docs" / "guide.md"
    return next((path for path in found if path.is_file()), in_checkout)


def default_bundle() -> Path:
    return resources() / "model"


def text_model() -> Path:
    """Folder of what searching by words needs."""
    return resources() / "words"


def own_program() -> list[str]:
    """Return the command that starts this program, to which arguments are appended.

    Python gets -P, so that it imports nothing from the current folder; a frozen application is
    started directly.
    """
    return [sys.executable] if is_frozen() else [sys.executable, "-P", "-m", "desktop_app"]


def is_frozen() -> bool:
    """Whether this program is a frozen build, with a Python of its own."""
    return bool(getattr(sys, "frozen", False))


def cache_folder() -> Path:
    """Folder for what can be computed again."""
    return _user_folder(appdirs.user_cache_dir)


def _user_folder(find: Callable[..., str]) -> Path:
    """Return one of this program's folders in the user's home.

    A variable that is empty or not an absolute path is removed from the environment: it counts as
    unset, as the XDG base directory specification says.
    """
    for name in _FOLDER_VARIABLES:
        if not os.path.isabs(os.environ.get(name, os.sep)):  # noqa: PTH117
            del os.environ[name]
    return Path(find(_APP, appauthor=False))


def _is_private(folder: Path) -> bool:
    """Whether this is a real folder, no link, of this user, that nobody else can enter."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    is_own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    return is_own and not status.st_mode & 0o077
