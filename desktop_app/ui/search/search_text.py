"""Texts about the current search."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.engine.answers import ExamplesFailed, QueryPicture
from desktop_app.ui.engine.queries import SearchQuery
from desktop_app.ui.kit.messages import message, shown_name
from desktop_app.ui.search.search_state import SearchState

_MAX_NAMED_ERRORS = 3


def title(query: SearchQuery, picture: QueryPicture) -> str:
    """Say what the results are like; `picture` is that of the query's lead."""
    wanted = sum(example.is_wanted for example in query.examples)
    unwanted = len(query.examples) - wanted
    if wanted > 1:
        text = _tr("Photos like these {count}").format(count=wanted)
    elif query.lead.region is not None:
        text = _tr("Photos like this part of the picture")
    elif picture.text:
        text = _tr("Photos of “{words}”").format(words=picture.text)
    elif picture.path is None:
        text = _tr("Photos like the pasted picture")
    else:
        text = _tr("Photos like {name}").format(name=shown_name(picture.path))
    if unwanted:
        text = _tr("{title}, excluding {count}").format(title=text, count=unwanted)
    return text


def badges(state: SearchState) -> dict[Path, str]:
    """Name the role of each example's file, for where it is among the results."""
    if state.query is None or len(state.query.examples) != len(state.pictures):
        return {}
    if len(state.pictures) == 1:
        roles = {True: _tr("This photo")}
    else:
        roles = {True: _tr("Example"), False: _tr("Counter-example")}
    return {
        picture.path: roles[example.is_wanted]
        for example, picture in zip(state.query.examples, state.pictures, strict=True)
        if picture.path is not None
    }


def failed_examples(failed: ExamplesFailed) -> str:
    """Say which examples could not be opened, and that the search goes on."""
    text = _tr("{sentence} Searching for the other pictures.")
    sentences = " ".join(message(error) for _, error in failed.errors[:_MAX_NAMED_ERRORS])
    return text.format(sentence=sentences)


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_text", text)
