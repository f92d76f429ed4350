"""Placeholders for views without photos: an icon, a sentence, and buttons for the next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.kit.announcements import Announcer
from desktop_app.ui.kit.theme import Theme, Tint
from desktop_app.ui.kit.widgets import IconLabel, button, label


class EmptyView(QWidget):
    """A centred placeholder, which is announced; the first of `buttons` is the primary one."""

    def __init__(
        self, theme: Theme, icon: str, heading: str, sentence: str, buttons: Sequence[str]
    ) -> None:
        super().__init__()
        self._heading = heading
        self._announcer = Announcer(self)
        metrics = theme.metrics
        kinds = ["primary", *["link"] * len(buttons)]
        self.buttons = [button(text, kind) for text, kind in zip(buttons, kinds, strict=False)]
        self._sentence = label("", "quiet", wrapped=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setFixedWidth(metrics.reading_width)
        column = QVBoxLayout(self)
        column.setSpacing(metrics.space)
        column.addStretch(4)
        middle = Qt.AlignmentFlag.AlignHCenter
        picture = IconLabel(theme, icon, Tint.SECONDARY, metrics.large_icon)
        column.addWidget(picture, alignment=middle)
        column.addSpacing(metrics.space)
        column.addWidget(label(heading, "heading"), alignment=middle)
        column.addWidget(self._sentence, alignment=middle)
        column.addSpacing(metrics.wide)
        for item in self.buttons:
            column.addWidget(item, alignment=middle)
        column.addStretch(5)
        self.set_sentence(sentence)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def set_sentence(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._announce()
        # Qt's layouts reserve only one line for a wrapped label between stretches.
        width = self._sentence.maximumWidth()
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(width)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._announce()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Announce it again when it comes back, unless only the window was out of sight."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._announcer.announce("")

    def _announce(self) -> None:
        if self.isVisible():
            self._announcer.announce(f"{self._heading}. {self.sentence}")


def welcome_view(theme: Theme) -> EmptyView:
    """Return the view for an empty library. Buttons: add a folder, try samples, settings."""
    return EmptyView(
        theme,
        "alike",
        _tr("Find similar photos"),
        _tr("Lookalike reads your photos in place. Nothing leaves this computer."),
        [_tr("Add a folder of photos"), _tr("Try sample pictures"), _tr("Settings")],
    )


def no_photos_view(theme: Theme) -> EmptyView:
    """Return the view for a library with folders but no photos yet. Button: rescan."""
    return EmptyView(
        theme,
        "picture",
        _tr("No photos yet"),
        _tr("Photos appear here as they are indexed."),
        [_tr("Rescan")],
    )


def nothing_passes_view(theme: Theme) -> EmptyView:
    """Return the view for filters that no photo matches. Button: clear the filters."""
    return EmptyView(
        theme,
        "filter",
        _tr("No photos match these filters"),
        _tr("Remove a filter above the photos, or clear them all."),
        [_tr("Clear filters")],
    )


def nothing_left_view(theme: Theme) -> EmptyView:
    """Return the view for limits that hide all results. Button: show all results."""
    return EmptyView(
        theme,
        "alike",
        _tr("No results to show"),
        _tr("All results are outside the chosen distance range."),
        [_tr("Show all results")],
    )


def nothing_stands_out_view(theme: Theme) -> EmptyView:
    """Return the view for words that no photo stands out for."""
    return EmptyView(
        theme,
        "alike",
        _tr("No photo stands out for these words"),
        _tr("Try a simpler or more common word, or search by a picture."),
        [],
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("empty_view", text)
