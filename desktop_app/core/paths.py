"""The user's folders, and the resources that came with the program."""

from __future__ import annotations

from pathlib import Path

import appdirs

_APP = "Lookalike"


def default_library() -> Path:
    """Folder of the library used when none is named."""
    return Path(appdirs.user_data_dir(_APP, appauthor=False)) / "library"


def settings_file() -> Path:
    return Path(appdirs.user_config_dir(_APP, appauthor=False)) / "settings.json"


def sample_pictures() -> Path:
    """Folder that 'Try with sample pictures' fills."""
    return Path(appdirs.user_data_dir(_APP, appauthor=False)) / "Sample pictures"


def resources() -> Path:
    """Bundled files: inside the installed or frozen package, else at the top of the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def default_bundle() -> Path:
    return resources() / "model"
