"""The dialog of the models, with a page of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.models.model_dialog import ModelDialog, PageView


@pytest.mark.parametrize("width", [500, 1000])
def test_a_page_is_as_wide_as_its_dialog(qtbot: QtBot, theme: Theme, width: int) -> None:
    window, page = QWidget(), PageView()
    qtbot.addWidget(window)
    dialog = ModelDialog(theme, window)
    dialog.set_content(page)
    dialog.resize(width, 400)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert page.width() == dialog.area.viewport().width() - theme.metrics.space
