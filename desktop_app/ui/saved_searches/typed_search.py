"""Search for what is typed into the box: words, and the names of saved searches."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop_app.core.words.typed_text import TypedText, parse_typed
from desktop_app.ui.engine.queries import Example, SearchQuery, TextSource
from desktop_app.ui.saved_searches.saved_queries import to_query
from desktop_app.ui.saved_searches.saved_search_store import SavedSearchStore
from desktop_app.ui.search.query_editor import QueryEditor
from desktop_app.ui.search.search_flow import SearchFlow
from desktop_app.ui.search.words_box import WordsBox

_SIGNS = ("+", "-", "\u2212")


class TypedSearch(QObject):
    """Turns lines such as 'Luna -beach' into searches.

    A text that is the name of a saved search stands for the examples of that search: whoever saves
    three photos of a dog as 'Luna' has taught the word.

    Signals:
        rejected (MessageText): Nothing is wanted, for this reason.
    """

    rejected = Signal(object)

    def __init__(
        self, flow: SearchFlow, editor: QueryEditor, box: WordsBox, store: SavedSearchStore
    ) -> None:
        super().__init__()
        self._flow = flow
        self._editor = editor
        self._store = store
        self._box = box
        box.submitted.connect(self.search)
        store.searches_changed.connect(self._suggest_names)

    @property
    def names(self) -> list[str]:
        """Names that stand for examples."""
        return [saved.name for saved in self._store.searches.saved]

    def search(self, line: str) -> None:
        """Search for what was typed instead of the current search.

        A line that begins with a sign changes the current search.
        """
        examples = tuple(each for part in parse_typed(line) for each in self._examples(part))
        present = self._flow.state.query
        if present is not None and line.lstrip().startswith(_SIGNS):
            self._editor.run(SearchQuery((*present.examples, *examples)))
        elif any(example.is_wanted for example in examples):
            self._editor.run(SearchQuery(examples))
        elif examples:
            self.rejected.emit(self._nothing_wanted_text)

    def _suggest_names(self) -> None:
        self._box.suggest_names(self.names)

    def _examples(self, part: TypedText) -> list[Example]:
        named = next(
            (
                to_query(saved).examples
                for saved in self._store.searches.saved
                if saved.name.casefold() == part.text.casefold()
            ),
            None,
        )
        if named is None:
            return [Example(TextSource(part.text), is_wanted=part.is_wanted)]
        if part.is_wanted:
            return list(named)
        return [replace(example, is_wanted=False) for example in named if example.is_wanted]

    def _nothing_wanted_text(self) -> str:
        return self.tr("Type what the photos show; after a minus, what they should not show.")
