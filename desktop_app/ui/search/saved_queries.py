"""Questions as they are kept, and back: photos by path and id, never by code."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop_app.core.catalogue.saved_searches import SavedExample, SavedSearch
from desktop_app.ui.engine.queries import (
    Example,
    FileSource,
    PhotoSource,
    QueryPicture,
    Question,
    Source,
)
from desktop_app.ui.kit.messages import shown_name


def saved_search(question: Question, pictures: tuple[QueryPicture, ...]) -> SavedSearch | None:
    """With a name that tells what it looks for; None where a picture has no file."""
    examples = [
        _kept(example, picture)
        for example, picture in zip(question.examples, pictures, strict=True)
    ]
    known = tuple(example for example in examples if example is not None)
    if len(known) < len(examples):
        return None
    return SavedSearch(_name(known), known)


def named_anew(search: SavedSearch) -> SavedSearch:
    """By what it looks for, in the language of the moment: nobody has named a recent one."""
    return replace(search, name=_name(search.examples))


def question_of(search: SavedSearch) -> Question:
    return Question(
        tuple(
            Example(_source(kept), is_wanted=kept.is_wanted, region=kept.region)
            for kept in search.examples
        )
    )


def _kept(example: Example, picture: QueryPicture) -> SavedExample | None:
    if picture.path is None:
        return None
    photo_id = example.source.photo_id if isinstance(example.source, PhotoSource) else None
    return SavedExample(picture.path, photo_id, example.is_wanted, example.region)


def _source(kept: SavedExample) -> Source:
    if kept.photo_id is None:
        return FileSource(kept.path)
    return PhotoSource(kept.photo_id, kept.path)


def _name(examples: tuple[SavedExample, ...]) -> str:
    wanted = [example for example in examples if example.is_wanted]
    unwanted = len(examples) - len(wanted)
    name = shown_name(wanted[0].path)
    if wanted[0].region is not None:
        name = _tr("Part of {name}").format(name=name)
    if len(wanted) > 1:
        name = _tr("{name} and {count} more").format(name=name, count=len(wanted) - 1)
    if unwanted:
        name = _tr("{name}, not like {count}").format(name=name, count=unwanted)
    return name


def _tr(text: str) -> str:
    return QCoreApplication.translate("kept_questions", text)
