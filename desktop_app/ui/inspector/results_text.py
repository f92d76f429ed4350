"""Texts about the results of a search: how many are related, and among how many photos."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.engine.answers import SearchResults
from desktop_app.ui.kit import numbers


def count_text(results: SearchResults) -> str:
    """Count the related photos."""
    if results.by_words:
        return numbers.photos(results.related)
    if not results.related:
        return _tr("No similar photos")
    similar = results.found[: results.related]
    if all(item.photo.content_hash in results.identical for item in similar):
        return _tr("No other similar photos")
    if results.related == 1:
        return _tr("1 similar photo")
    is_everything_found = results.related == len(results.found)
    may_be_more = is_everything_found and results.related < results.searched
    if may_be_more and not results.is_limited:
        text = _tr("At least {count} similar photos")
    else:
        text = _tr("{count} similar photos")
    return text.format(count=numbers.counted(results.related))


def cut_off_text(results: SearchResults) -> str:
    """Say how many photos were searched, and what sets the related ones apart."""
    if results.is_limited and results.searched:
        return _limited_text(results)
    if results.is_filtered:
        return _filtered_text(results)
    if not results.searched:
        return _tr("The library is empty.")
    if results.related == results.searched:
        return _tr("These are all photos in the library.")
    return _whole_text(results).format(photos=numbers.photos(results.searched))


def _whole_text(results: SearchResults) -> str:
    """Without limits and filters."""
    if results.by_words:
        return _tr("Photos that stand out for these words, of {photos}.")
    if not results.related:
        return _tr("None of {photos} is noticeably similar.")
    return _tr("Searched {photos}. The others are not noticeably similar.")


def _limited_text(results: SearchResults) -> str:
    if not results.found:
        return _tr("No photos within the chosen distance range.")
    return _tr("Within the chosen distance range.")


def _filtered_text(results: SearchResults) -> str:
    if not results.searched:
        return _tr("No photos match the filters.")
    if results.related == results.searched:
        return _tr("These are all photos that match the filters.")
    if not results.related:
        text = _tr("None of {photos} that match the filters is noticeably similar.")
    else:
        text = _tr(
            "Searched {photos} that match the filters. The others are not noticeably similar."
        )
    return text.format(photos=numbers.photos(results.searched))


def _tr(text: str) -> str:
    return QCoreApplication.translate("results_text", text)
