"""Texts about the results of a search: how many are related, and among how many photos."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.kit import numbers


def count_text(results: SearchResults) -> str:
    """Count the related photos."""
    if results.related == 0:
        return _tr("Nothing related")
    if results.related == 1:
        return _tr("1 related photo")
    is_everything_found = results.related == len(results.found)
    may_be_more = is_everything_found and results.related < results.searched
    if may_be_more and not results.is_limited:
        text = _tr("{count} or more related photos")
    else:
        text = _tr("{count} related photos")
    return text.format(count=numbers.counted(results.related))


def cut_off_text(results: SearchResults) -> str:
    """Say how many photos were searched, and what sets the related ones apart."""
    if results.is_limited and results.searched:
        return _limited_text(results)
    if results.is_filtered:
        return _filtered_text(results)
    if results.searched == 0:
        return _tr("The library has no photos yet.")
    if results.related == results.searched:
        return _tr("That is every photo of the library.")
    if results.related == 0:
        text = _tr("Of {photos}, none stands out as being like this picture.")
    else:
        text = _tr("Of {photos}. The rest does not stand out as being like this picture.")
    return text.format(photos=numbers.photos(results.searched))


def _limited_text(results: SearchResults) -> str:
    if not results.found:
        return _tr("No photo is left by what is chosen under Distances.")
    return _tr("Of those that are left by what is chosen under Distances.")


def _filtered_text(results: SearchResults) -> str:
    if results.searched == 0:
        return _tr("No photo passes the filters.")
    if results.related == results.searched:
        return _tr("That is every photo that passes the filters.")
    if results.related == 0:
        text = _tr("Of {photos} that pass the filters, none stands out.")
    else:
        text = _tr("Of {photos} that pass the filters. The rest does not stand out.")
    return text.format(photos=numbers.photos(results.searched))


def _tr(text: str) -> str:
    return QCoreApplication.translate("results_text", text)
