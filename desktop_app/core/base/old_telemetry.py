"""What earlier versions of this program let onnxruntime write into the user's home."""

from __future__ import annotations

import shutil
import sys

from desktop_app.core.base.paths import cache_folder


def delete_old_telemetry() -> None:
    """Delete the device id and the events that onnxruntime has kept for its maker, if any.

    Other files of the same maker stay. What cannot be deleted stays, too.
    """
    if sys.platform == "linux":
        caches = cache_folder().parent
        shutil.rmtree(caches / "Microsoft/DeveloperTools/.onnxruntime", ignore_errors=True)
