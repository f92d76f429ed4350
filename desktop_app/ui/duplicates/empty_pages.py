"""What is shown instead of groups: that none are known, or that the filters hide all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.kit.empty_view import EmptyView
from desktop_app.ui.kit.theme import Theme


class NoneKnownView(EmptyView):
    """Button: find duplicates."""

    def __init__(self, theme: Theme) -> None:
        title = _tr("No duplicates known")
        super().__init__(theme, "duplicates", title, "", [_tr("Find duplicates")])
        self.show_finding(is_finding=False, has_compared=False)

    def show_finding(
        self, *, is_finding: bool, has_compared: bool, has_stacked: bool = False
    ) -> None:
        """Show whether duplicates are being looked for, whether they were before, and whether all
        that are known are stacked.
        """
        self.buttons[0].setEnabled(not is_finding)
        if is_finding:
            text = _tr("Comparing the photos. What is found appears here at once.")
        elif has_stacked:
            text = _tr("All duplicates that are known are stacked.")
        elif has_compared:
            text = _tr("No two photos of the library are the same or look alike.")
        else:
            text = _tr("Finds copies, even if resized, cropped or turned. No file is changed.")
        self.set_sentence(text)


def nothing_passes_view(theme: Theme) -> EmptyView:
    """Return the view for filters that hide all groups. Button: clear the filters."""
    title = _tr("No duplicates match these filters")
    text = _tr("Some photos have duplicates that the filters hide.")
    return EmptyView(theme, "filter", title, text, [_tr("Clear filters")])


def _tr(text: str) -> str:
    return QCoreApplication.translate("empty_pages", text)
