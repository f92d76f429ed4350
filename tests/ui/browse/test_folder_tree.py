"""The tree of folders in the filter panel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.catalogue.facets import FolderFacet
from desktop_app.ui.browse.folder_tree import FolderTree


@pytest.mark.slow
def test_a_folder_more_than_a_thousand_deep_is_found(qtbot: QtBot) -> None:
    root = Path("/photos")
    deep = root.joinpath(*["in"] * 1100)
    tree = FolderTree()
    qtbot.addWidget(tree)
    tree.show_folders([FolderFacet(deep, 1)], [root])
    tree.show_chosen(deep)
    found = tree.currentItem()
    assert found is not None
    assert found.data(0, Qt.ItemDataRole.UserRole) == deep
    tree.show_chosen(root / "out")
    assert tree.currentItem() is None
