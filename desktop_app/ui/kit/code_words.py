"""What is said of codes wherever they leave the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def codes_reveal() -> str:
    """Stands wherever a code can be copied or exported."""
    return QCoreApplication.translate(
        "code_words", "A code partly reveals its picture: share it as carefully as the picture."
    )
