"""Texts about what the generator draws."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.core.base.errors import AppError
from desktop_app.ui.kit.messages import message


def problem_text(problem: AppError | None) -> str:
    """Say why there are no previews; None: the model has no generator."""
    if problem is not None:
        return message(problem)
    return _tr(
        "The current model has no previews, so it cannot show what a code has kept of a picture."
    )


def explanation(code_bits: int) -> str:
    """Say what the page about a code shows."""
    text = _tr(
        "Photos are compared by codes of {count} yes-or-no marks, called bits. The previews are"
        " drawn from these bits alone: what you recognise in them is what the code has kept."
    )
    return text.format(count=code_bits)


def left_out_text() -> str:
    return _tr(
        "The same without the bits that the model is surest of: what disappears was held by these"
        " bits."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("previews_text", text)
