"""The table of a photo's details."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.photos.capture import Capture
from desktop_app.core.photos.metadata import Metadata
from desktop_app.ui.inspector.metadata_panel import MetadataPanel
from desktop_app.ui.inspector.metadata_text import facts_of
from desktop_app.ui.kit.theme import Theme
from tests.ui.announced import Announced
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


def test_how_a_photo_was_taken_is_told_as_cameras_do() -> None:
    capture = Capture(lens="50mm", iso=200, focal_length=50.0, aperture=2.8, has_gps=True)
    photo = replace(photo_row(7), capture=capture)
    facts = dict(facts_of(photo, Metadata(exposure=0.004, focal_length_35=75)))
    assert facts["Exposure"] == "1/250 s · f/2.8 · ISO 200"
    assert facts["Focal length"] == "50 mm (35 mm equivalent: 75 mm)"
    assert (facts["Lens"], facts["Location"]) == ("50mm", "GPS position in the file")
    facts = dict(facts_of(photo, None))
    assert facts["Exposure"] == "f/2.8 · ISO 200"
    assert facts["Focal length"] == "50 mm"


def test_what_a_file_does_not_say_is_left_out() -> None:
    photo = replace(photo_row(7), capture=Capture(has_gps=False))
    assert set(dict(facts_of(photo, Metadata()))) == {"Name", "Folder", "Size", "Format"}
    of_long_ago = replace(photo, capture=Capture(has_gps=None))
    assert dict(facts_of(of_long_ago, Metadata(Capture(iso=50))))["Exposure"] == "ISO 50"


def test_why_details_are_missing_is_announced_where_it_is_in_sight(
    panel: MetadataPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced = Announced.instead_of_screen_reader(monkeypatch)
    reason = "beach.jpg cannot be read."
    panel.show_message(reason, is_error=True)
    assert announced.texts == []
    panel.show()
    panel.show_message(reason, is_error=True)
    panel.show_message(reason, is_error=True)
    panel.clear()
    assert announced.errors == announced.texts == [reason]
    panel.show_message(reason, is_error=True)
    assert announced.errors == [reason, reason]
