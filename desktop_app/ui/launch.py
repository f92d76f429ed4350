"""Open the window, or say in one sentence why that is not possible here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop_app.core.paths import default_library, sample_pictures, settings_file
from desktop_app.ui.system_libraries import why_no_window


def open_window(library: Path | None = None) -> int:
    """Runs until the window is closed; returns the exit status. `library` None: the user's own."""
    if sys.platform.startswith("linux"):
        reason = why_no_window(os.environ)
        if reason:
            sys.stderr.write(reason)
            return 1
    from desktop_app.ui.app import Places, run

    return run(Places(library or default_library(), settings_file(), sample_pictures()))
