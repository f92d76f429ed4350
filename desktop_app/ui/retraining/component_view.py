"""Where the training component is missing: what can be done about it, and its installation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.kit.widgets import ElidedLabel, button, label
from desktop_app.ui.models.model_dialog import PageView


class ComponentView(PageView):
    """Asks by signals."""

    install_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, *, can_install: bool) -> None:
        super().__init__()
        text = self.tr(
            "To learn, Lookalike needs a component that is not installed: PyTorch and what belongs"
            " to it, one to three gigabytes. It is fetched once; your photos are sent nowhere."
        )
        if not can_install:
            text = self.tr(
                "This build of Lookalike cannot learn, and nothing can be added to it. Install"
                ' Lookalike by pip (pip install "lookalike[train]") to retrain; it opens the same'
                " library, and the models that it makes can be used here."
            )
        self.sentence = label(text, wrapped=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.install = button(self.tr("Install the training component"), "primary")
        self.install.setVisible(can_install)
        self.cancel = button(self.tr("Cancel"))
        self.line = ElidedLabel("secondary")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.complaint = label("", "warning", wrapped=True)
        self.install.clicked.connect(self.install_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.actions_on_page = [self.install, self.cancel]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.metrics.wide)
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        column.addWidget(self.line)
        column.addWidget(self.complaint)
        column.addStretch(1)
        self.show_rest("")

    def show_installing(self, line: str) -> None:
        """What the installer says."""
        self._show(is_running=True, complaint="")
        self.line.say(line)

    def show_rest(self, complaint: str) -> None:
        """Nothing is installed now; a sentence where it has failed."""
        self._show(is_running=False, complaint=complaint)

    def _show(self, *, is_running: bool, complaint: str) -> None:
        for part in (self.bar, self.line, self.cancel):
            part.setVisible(is_running)
        self.install.setEnabled(not is_running)
        self.complaint.setText(complaint)
        self.complaint.setVisible(bool(complaint))
