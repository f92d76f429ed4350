"""A question from asking to answer: what the bar, the panel and the results show of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.core.base.errors import AppError
from desktop_app.core.base.region import Region
from desktop_app.ui.engine.queries import (
    BrokenExamples,
    Example,
    ExamplePictures,
    QueryPicture,
    Question,
    ResultChoice,
    Results,
    Source,
)
from desktop_app.ui.engine.search_client import SearchClient
from desktop_app.ui.inspector.query_panel import QueryPanel
from desktop_app.ui.kit.messages import message, shown_name
from desktop_app.ui.search.history import History
from desktop_app.ui.search.results_view import ResultsView
from desktop_app.ui.search.top_bar import TopBar

MOST_EXAMPLES = 24
_MOST_NAMED = 3


@dataclass(frozen=True)
class SearchState:
    """What was `asked` last, what is `shown` by now and which of its results; and the way there."""

    history: History
    asked: Question | None
    shown: Question | None
    choice: ResultChoice


class SearchFlow(QObject):
    """`changed` when there is a query to show, or none any more; `failed` gives Words; `asked`
    before anything new is looked for; `answered` when a new question is;
    `focus_lost` when the query went that had the focus.
    """

    changed = Signal()
    failed = Signal(object)
    asked = Signal()
    answered = Signal()
    focus_lost = Signal()

    def __init__(
        self, searcher: SearchClient, bar: TopBar, panel: QueryPanel, results: ResultsView
    ) -> None:
        super().__init__()
        self._searcher = searcher
        self._bar = bar
        self._panel = panel
        self._results = results
        self._history = History()
        self._asked: Question | None = None
        self._shown: Question | None = None
        self._picture: QueryPicture | None = None
        self._examples: tuple[QueryPicture, ...] = ()
        self._choice = ResultChoice()
        searcher.surveyed.connect(panel.distances.show_survey)
        panel.distances.chosen.connect(self._choose)
        results.nothing_left.buttons[0].clicked.connect(panel.distances.choose_everything)
        searcher.picture_opened.connect(self._show_picture)
        searcher.examples_opened.connect(self._show_examples)
        searcher.examples_broken.connect(self._leave_out)
        searcher.found.connect(self._show_results)
        searcher.query_failed.connect(self._fail)
        panel.region_chosen.connect(self.look_within)
        bar.chips.removed.connect(self.remove)
        bar.back_asked.connect(lambda: self.step(-1))
        bar.forward_asked.connect(lambda: self.step(1))

    @property
    def has_query(self) -> bool:
        return self._picture is not None

    @property
    def question(self) -> Question | None:
        """What was asked last, answered or not."""
        return self._asked

    @property
    def example_pictures(self) -> tuple[QueryPicture, ...]:
        """Of the question that was asked last, in its order; none until they are opened."""
        return self._examples

    @property
    def standing(self) -> SearchState:
        return SearchState(self._history, self._asked, self._shown, self._choice)

    def go_on(self, standing: SearchState) -> None:
        """From where another flow has come; what it was answered is shown at once."""
        self._history, self._choice = standing.history, standing.choice
        self._asked, self._shown = standing.asked, standing.shown
        self._show_ways()
        if self._asked is not None:
            self._panel.show_searching()
        self._searcher.tell_again()
        self._panel.distances.show_choice(self._choice)

    def search(self, sources: Iterable[Source]) -> None:
        """Find the photos that look like these."""
        self.ask(Question.about(sources))

    def ask(self, question: Question) -> None:
        self.asked.emit()
        self._ask(question)

    def add(self, sources: list[Source], *, wanted: bool) -> None:
        """Find more like these, or less; a sentence where that cannot be."""
        if self._asked is None and not wanted:
            self.failed.emit(
                lambda: self.tr(
                    "Look for something first; then “less like this” takes away from it."
                )
            )
            return
        before = self._asked or Question(())
        question = before.having(sources, wanted=wanted)
        if question is None:
            self.failed.emit(lambda: self.tr("One picture at least must be looked for."))
        elif len(question.examples) > MOST_EXAMPLES:
            self.failed.emit(self._too_many_words)
        else:
            self.ask(question)

    def remove(self, example: Example) -> None:
        """An example or counter-example; with the last example the search ends."""
        if self._asked is None:
            return
        question = self._asked.without(example)
        if question is None:
            self.clear()
        else:
            self.ask(question)

    def look_within(self, region: Region | None) -> None:
        """Only this part of the picture is meant; None: the whole."""
        if self._asked is not None and self._asked.lead.region != region:
            self.ask(self._asked.within(region))

    def leave(self) -> None:
        """Back from a part of the picture to the whole, and from there to all photos."""
        if self._asked is not None and self._asked.lead.region is not None:
            self.look_within(None)
        else:
            self.clear()

    def clear(self) -> None:
        self._history.visit(None)
        self._clear()

    def step(self, by: int) -> None:
        """To what was looked at before (-1), or after (1)."""
        can_go = self._history.can_go_back if by < 0 else self._history.can_go_forward
        if not can_go:
            return
        self.asked.emit()
        question = self._history.step(by)
        if question is None:
            self._clear()
        else:
            self._ask(question)

    def _ask(self, question: Question) -> None:
        self._asked = question
        self._examples = ()
        self._panel.show_searching()
        # Distances are the question's own; what else is hidden stays hidden.
        self._choice = replace(self._choice, least=0, most=None)
        self._panel.distances.show_choice(self._choice)
        self._searcher.search(question, self._choice)

    def _choose(self, choice: ResultChoice) -> None:
        self._choice = choice
        self._searcher.choose(choice)

    def _clear(self) -> None:
        had_focus = self._bar.chips.has_focus or self._panel.has_focus
        self._searcher.forget()
        self._asked = self._shown = self._picture = None
        self._examples = ()
        self._panel.clear()
        self._results.clear()
        self._bar.say("")
        self._bar.chips.show_examples([])
        self._show_ways()
        self.changed.emit()
        if had_focus:
            self.focus_lost.emit()

    def _show_picture(self, picture: QueryPicture) -> None:
        self._picture = picture
        if self._asked is not None:
            self._panel.show_picture(picture, self._asked.lead.region)
            self._bar.say(self._title(self._asked, picture))
        self.changed.emit()

    def _show_examples(self, examples: ExamplePictures) -> None:
        self._examples = examples.pictures
        if self._asked is not None:
            pairs = zip(self._asked.examples, examples.pictures, strict=True)
            self._bar.chips.show_examples(list(pairs))

    def _leave_out(self, broken: BrokenExamples) -> None:
        """What could not be opened; the rest of the question is being answered."""
        if self._asked is None:
            return
        rest = self._asked.without(*(example for example, _ in broken.errors))
        if rest is not None:
            self._asked = rest
            if self._picture is not None:
                self._bar.say(self._title(rest, self._picture))
            self.failed.emit(lambda: self._broken_words(broken))

    def _broken_words(self, broken: BrokenExamples) -> str:
        text = self.tr("{sentence} The other pictures are searched for.")
        sentences = " ".join(message(error) for _, error in broken.errors[:_MOST_NAMED])
        return text.format(sentence=sentences)

    def _too_many_words(self) -> str:
        return self.tr("A search has {count} examples at most.").format(count=MOST_EXAMPLES)

    def _show_results(self, results: Results) -> None:
        is_new = self._asked is not self._shown
        self._shown = self._asked
        self._history.visit(self._asked)
        self._show_ways()
        self._results.show_results(results, self._badges(), is_new=is_new)
        self._panel.show_results(results)
        self.changed.emit()
        if is_new:
            if not self._bar.chips.has_focus:
                self._results.grid.setFocus()
            self.answered.emit()

    def _fail(self, error: AppError) -> None:
        """Say it, and go back to the question before, which is still in sight."""
        failed, before = self._asked, self._shown
        if failed is not None:
            self._history.forget(failed, before)
        if before is None or before is failed:
            self._clear()
        else:
            self._ask(before)
        self.failed.emit(error)

    def _show_ways(self) -> None:
        self._bar.show_ways(back=self._history.can_go_back, forward=self._history.can_go_forward)

    def _badges(self) -> dict[Path, str]:
        """What is said of the examples themselves, where they are among the results."""
        if self._asked is None or len(self._asked.examples) != len(self._examples):
            return {}
        if len(self._examples) == 1:
            words = {True: self.tr("This photo")}
        else:
            words = {True: self.tr("Example"), False: self.tr("Counter-example")}
        return {
            picture.path: words[example.is_wanted]
            for example, picture in zip(self._asked.examples, self._examples, strict=True)
            if picture.path is not None
        }

    def _title(self, question: Question, picture: QueryPicture) -> str:
        wanted = sum(example.is_wanted for example in question.examples)
        unwanted = len(question.examples) - wanted
        if wanted > 1:
            title = self.tr("Photos like these {count}").format(count=wanted)
        elif question.lead.region is not None:
            title = self.tr("Photos like this part of the picture")
        elif picture.path is None:
            title = self.tr("Photos like the picture")
        else:
            title = self.tr("Photos like {name}").format(name=shown_name(picture.path))
        if unwanted:
            title = self.tr("{title}, not like {count}").format(title=title, count=unwanted)
        return title
