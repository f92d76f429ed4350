"""The table of a photo's details."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.kit.theme import Theme
from tests.ui.conftest import WAIT_MS
from tests.ui.grid.test_grid_parts import photo_row


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> MetadataPanel:
    panel = MetadataPanel(theme)
    qtbot.addWidget(panel)
    return panel


def values(panel: MetadataPanel) -> set[str]:
    """The values that somebody sees."""
    return {value.toolTip() for value in panel.findChildren(QLabel) if value.isVisible()}


def test_a_table_that_nobody_sees_is_filled_in_when_it_is_shown(
    qtbot: QtBot, panel: MetadataPanel
) -> None:
    before = len(panel.findChildren(QLabel))
    panel.show_photo(photo_row(7), None)
    assert len(panel.findChildren(QLabel)) == before
    panel.show()
    qtbot.waitUntil(lambda: "7.jpg" in values(panel), timeout=WAIT_MS)
    assert panel.facts["Name"] == "7.jpg"


def test_a_table_in_sight_follows_at_once(qtbot: QtBot, panel: MetadataPanel) -> None:
    panel.show()
    panel.show_photo(photo_row(7), None)
    panel.show_photo(photo_row(8), None)
    qtbot.waitUntil(lambda: "8.jpg" in values(panel), timeout=WAIT_MS)
    assert "7.jpg" not in values(panel)
    panel.clear()
    assert "8.jpg" not in values(panel)
    assert panel.facts == {}
