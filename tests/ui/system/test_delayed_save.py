"""Many changes are saved once; none is lost when the window closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop_app.core.base.errors import SettingsError
from desktop_app.ui.system.delayed_save import DelayedSave

_NEVER_MS = 600_000
_WAIT_MS = 180_000


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    del qapp
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_many_changes_are_saved_once_with_the_last_value(qtbot: QtBot, owner: QObject) -> None:
    values: list[int] = []
    saved: list[int] = []
    save = DelayedSave(lambda: saved.append(values[-1]), owner, delay_ms=0)
    for value in range(5):
        values.append(value)
        save.schedule()
    assert saved == []
    qtbot.waitUntil(lambda: bool(saved), timeout=_WAIT_MS)
    assert saved == [4]


def test_what_is_scheduled_is_saved_at_once_by_a_flush(owner: QObject) -> None:
    saved: list[str] = []
    save = DelayedSave(lambda: saved.append("saved"), owner, delay_ms=_NEVER_MS)
    save.schedule()
    save.flush()
    save.flush()
    assert saved == ["saved"]


def test_a_flush_without_changes_saves_nothing(owner: QObject) -> None:
    saved: list[str] = []
    DelayedSave(lambda: saved.append("saved"), owner).flush()
    assert saved == []


def test_a_save_that_fails_is_reported(qtbot: QtBot, owner: QObject, tmp_path: Path) -> None:
    error = SettingsError(tmp_path, "disk full")

    def fail() -> None:
        raise error

    save = DelayedSave(fail, owner, delay_ms=_NEVER_MS)
    save.schedule()
    with qtbot.waitSignal(save.failed) as failed:
        save.flush()
    assert failed.args == [error]
