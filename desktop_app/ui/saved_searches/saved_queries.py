"""Convert queries to saved searches and back. Photos are saved by path and id, never by code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.core.catalogue.saved_searches import SavedExample, SavedSearch
from desktop_app.sentences.values import printable
from desktop_app.ui.engine.answers import QueryPicture
from desktop_app.ui.engine.queries import (
    Example,
    FileSource,
    PhotoSource,
    SearchQuery,
    Source,
    TextSource,
)


def to_saved_search(query: SearchQuery, pictures: tuple[QueryPicture, ...]) -> SavedSearch | None:
    """Convert a query to a saved search, named after what it searches for.

    Args:
        query: A query whose examples were all opened.
        pictures: Their pictures, in the same order.

    Returns:
        The saved search, or None if a picture has no file.
    """
    examples = [
        _saved_example(example, picture)
        for example, picture in zip(query.examples, pictures, strict=True)
    ]
    known = tuple(example for example in examples if example is not None)
    if len(known) < len(examples):
        return None
    return SavedSearch(_name(known), known)


def with_current_name(search: SavedSearch) -> SavedSearch:
    """Name a recent search, which the user has not named, in the current language."""
    return replace(search, name=_name(search.examples))


def to_query(search: SavedSearch) -> SearchQuery:
    return SearchQuery(
        tuple(
            Example(_source(kept), is_wanted=kept.is_wanted, region=kept.region)
            for kept in search.examples
        )
    )


def _saved_example(example: Example, picture: QueryPicture) -> SavedExample | None:
    if picture.text:
        return SavedExample(Path(), is_wanted=example.is_wanted, text=picture.text)
    if picture.path is None:
        return None
    photo_id = example.source.photo_id if isinstance(example.source, PhotoSource) else None
    return SavedExample(picture.path, photo_id, example.is_wanted, example.region)


def _source(kept: SavedExample) -> Source:
    if kept.text:
        return TextSource(kept.text)
    if kept.photo_id is None:
        return FileSource(kept.path)
    return PhotoSource(kept.photo_id, kept.path)


def _name(examples: tuple[SavedExample, ...]) -> str:
    wanted = [example for example in examples if example.is_wanted]
    unwanted = len(examples) - len(wanted)
    lead = wanted[0]
    name = printable(lead.text or lead.path.name or str(lead.path))
    if wanted[0].region is not None:
        name = _tr("Part of {name}").format(name=name)
    if len(wanted) > 1:
        name = _tr("{name} and {count} more").format(name=name, count=len(wanted) - 1)
    if unwanted:
        name = _tr("{name}, excluding {count}").format(name=name, count=unwanted)
    return name


def _tr(text: str) -> str:
    return QCoreApplication.translate("kept_questions", text)
