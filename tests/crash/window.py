"""Open the window on a library, and close it as at logout."""

from __future__ import annotations

import os
import signal
import sys
import threading

from tests.crash.drawn_photos import large_library
from tests.crash.library_state import LibraryState, check_codes, state_of
from tests.crash.model_use import remake_codes
from tests.crash.scenario import Scenario, refill

_OPEN_SECONDS = 2


class Window(Scenario):
    """It changes nothing in the library."""

    NAME = "window"
    PRELOADED = ("desktop_app.ui.shell.app",)

    def build(self) -> None:
        remake_codes(large_library(self.folder / "at first", 500, 100))

    def prepare(self) -> None:
        refill(self.folder / "at first", self.files.folder)

    def work(self) -> int:
        from desktop_app.__main__ import main

        closing = threading.Timer(_OPEN_SECONDS, os.kill, (os.getpid(), signal.SIGTERM))
        closing.daemon = True
        closing.start()
        sys.argv = ["lookalike", "--library", str(self.files.folder)]
        return main()

    def check(self) -> None:
        check_codes(self.files)

    def result(self) -> LibraryState:
        return state_of(self.files)
