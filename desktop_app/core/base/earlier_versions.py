"""Mends what earlier versions of this program have left in the user's home."""

from __future__ import annotations

import shutil
import sys
from itertools import chain

from desktop_app.core.base.paths import cache_folder, default_library, log_folder, settings_file
from desktop_app.core.base.private_files import all_below, close_to_others


def delete_old_telemetry() -> None:
    """Delete the device id and the events that onnxruntime has kept for its maker, if any.

    Other files of the same maker stay. What cannot be deleted stays, too.
    """
    if sys.platform == "linux":
        caches = cache_folder().parent
        shutil.rmtree(caches / "Microsoft/DeveloperTools/.onnxruntime", ignore_errors=True)


def close_user_folders() -> None:
    """Take the permissions of other users from the settings, the log, and the folders above them.

    What else lies in those folders cannot be reached by others then: caches, sample pictures. The
    libraries have `LibraryFiles.close_to_others`.
    """
    trees = map(all_below, (settings_file().parent, log_folder()))
    close_to_others([default_library().parent, cache_folder(), *chain.from_iterable(trees)])
