"""Files that macOS opens with the program arrive together."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFileOpenEvent
from desktop_app.ui.system.application import Application

app = Application(["lookalike"])
app.files_opened.connect(lambda paths: print([str(path) for path in paths], flush=True))
for name in ("/a b/one.jpg", "/two.jpg"):
    QCoreApplication.postEvent(app, QFileOpenEvent(name))
app.processEvents()
app.processEvents()
QCoreApplication.sendEvent(app, QFileOpenEvent("/three.jpg"))
app.processEvents()
QCoreApplication.sendEvent(app, QEvent(QEvent.Type.ApplicationActivate))
app.processEvents()
"""


@pytest.mark.slow
def test_the_files_of_one_opening_are_told_together_and_a_later_one_alone() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert done.stdout == "['/a b/one.jpg', '/two.jpg']\n['/three.jpg']\n", done.stderr
