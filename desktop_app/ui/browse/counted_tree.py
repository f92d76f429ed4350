"""How the trees of the filter panel look: a name, and beside it the number of its photos."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTreeWidget

from desktop_app.ui.kit.widgets import ShortenedRows


def show_counts_beside(tree: QTreeWidget) -> None:
    """Give a tree a column for names, which takes what is left, and one for counts."""
    tree.setColumnCount(2)
    tree.setHeaderHidden(True)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    tree.setUniformRowHeights(True)
    tree.setIndentation(16)
    tree.setItemDelegateForColumn(0, ShortenedRows(tree))
