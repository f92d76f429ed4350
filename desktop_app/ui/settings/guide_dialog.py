"""Help > User guide: the guide that comes with the program, in the window's language."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.core.base.paths import guide_file
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import button

# Pictures of the window are not needed in the window.
_NOT_SHOWN = re.compile(r"^(?:!\[.*\]\(.*\)|<!--.*-->)\n+", re.MULTILINE)

_LINE_PERCENT = 120
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def guide_text(language: str) -> str:
    """Return the guide as Markdown, without pictures; in English where there is no other."""
    return _NOT_SHOWN.sub("", guide_file(language).read_text("utf-8"))


class GuideDialog(QDialog):
    """A non-modal dialog with the guide.

    Attributes:
        page: Shows the guide.
    """

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        """`language` is the code of the window's language."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        metrics = theme.metrics
        self.page = QTextBrowser()
        self.page.setObjectName("guide")
        self.page.setAccessibleName(self.windowTitle())
        self.page.setOpenLinks(False)
        self.page.setMarkdown(guide_text(language))
        self.page.document().setDocumentMargin(metrics.wide)
        _space_paragraphs(self.page.document(), metrics.space)
        _name_headings(self.page.document())
        self.page.anchorClicked.connect(lambda link: self.page.scrollToAnchor(link.fragment()))
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.wide, metrics.wide, metrics.wide, metrics.wide)
        column.setSpacing(metrics.wide)
        column.addWidget(self.page, 1)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(metrics.model_dialog, parent.height())
        self.page.setFocus()


def _space_paragraphs(guide: QTextDocument, space: int) -> None:
    """Part the paragraphs, and the headings from what is above them; Qt sets them solid."""
    block = guide.begin()
    while block.isValid():
        looks = QTextBlockFormat(block.blockFormat())
        looks.setTopMargin(3 * space if looks.headingLevel() > 1 else 0)
        looks.setBottomMargin(space)
        looks.setLineHeight(_LINE_PERCENT, _PROPORTIONAL)
        QTextCursor(block).setBlockFormat(looks)
        block = block.next()


def _name_headings(guide: QTextDocument) -> None:
    """Let each heading be the target of links such as `#find-duplicates`, as GitHub names it."""
    block = guide.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            name = re.sub(r"[^\w\- ]", "", block.text().lower()).replace(" ", "-")
            target = QTextCharFormat()
            target.setAnchor(True)
            target.setAnchorNames([name])
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(target)
        block = block.next()
