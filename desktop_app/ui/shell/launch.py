"""Opens the window, or explains in one sentence why that is not possible."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.arguments import WindowRequest
from desktop_app.core.archive.recognition import is_archive
from desktop_app.core.base.earlier_versions import close_user_folders
from desktop_app.core.base.errors import WindowUnreachableError
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.log_file import LOG_FILE_NAME, configure_logging
from desktop_app.core.base.paths import default_library, log_folder, sample_pictures, settings_file
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.sentences.errors import error_message
from desktop_app.ui.library.recent_libraries import LIST_NAME, last_library
from desktop_app.ui.system.single_instance import InstanceMessage, SingleInstance, activation_token
from desktop_app.ui.system.system_libraries import why_no_window

if TYPE_CHECKING:
    from desktop_app.ui.system.application import Application

logger = logging.getLogger(__name__)


def open_window(request: WindowRequest) -> int:
    """Run until the window is closed, and return the exit status.

    Without a library in the request, it is the one whose window was opened last.

    If a window is open already, pass it the request and return at once; if it does not answer, say
    so, since two windows of one library would get into each other's way.
    """
    if sys.platform.startswith("linux"):
        reason = why_no_window(os.environ)
        if reason:
            sys.stderr.write(reason)
            return 1
    own = resolved(default_library())
    library = resolved(request.library or last_library(settings_file().with_name(LIST_NAME)))
    configure_logging(log_folder() / LOG_FILE_NAME, verbose=request.verbose)
    archive = opened_archive(request, library)
    if archive is not None:
        return _open_archive(request, archive)
    may_be_new = request.library is None and library == own
    if may_be_new or LibraryFiles(library).exists():
        return _open(request, library, None)
    from desktop_app.ui.shell.app import choose_library, make_application

    app = make_application()
    chosen = choose_library(app, settings_file(), library)
    return _open(request, resolved(chosen), app) if chosen else 0


def opened_archive(request: WindowRequest, library: Path) -> Path | None:
    """Return the archive that is to be opened: given like a picture, or in place of a library."""
    given = [*request.pictures, library] if len(request.pictures) == 1 else [library]
    return next((resolved(path) for path in given if is_archive(path)), None)


def _open_archive(request: WindowRequest, folder: Path) -> int:
    """Open the window of an archive."""
    from desktop_app.ui.shell.app import Places
    from desktop_app.ui.shell.archive_app import run_archive

    logger.info("Opening the archive %r", folder)
    close_user_folders()
    places = Places(folder, settings_file(), sample_pictures(), log_folder())
    return run_archive(places, [path for path in request.pictures if resolved(path) != folder])


def _open(request: WindowRequest, library: Path, app: Application | None) -> int:
    """Open the window of a library. `app` is the application, if there is one already."""
    instance = SingleInstance(library)
    is_first = instance.claim()
    message = InstanceMessage(request.pictures, activation_token(os.environ))
    if not is_first and instance.hand_over(message):
        return 0
    from desktop_app.ui.shell.app import Places, refuse, run

    places = Places(library, settings_file(), sample_pictures(), log_folder())
    if not is_first:
        error = WindowUnreachableError(library)
        sys.stderr.write(f"{error_message(error)}\n")
        refuse(places, error, app)
        return 1
    logger.info("Opening the window on %r", library)
    close_user_folders()
    LibraryFiles(library).close_to_others()
    return run(places, instance, InstanceMessage(request.pictures), app)
