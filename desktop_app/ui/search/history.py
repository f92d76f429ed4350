"""Where the user has been: questions and, None, all photos; back and forward."""

from __future__ import annotations

from desktop_app.ui.engine.queries import Question


class History:
    """Begins with all photos. Questions are told apart by identity."""

    def __init__(self) -> None:
        self._visited: list[Question | None] = [None]
        self._place = 0

    @property
    def can_go_back(self) -> bool:
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        return self._place < len(self._visited) - 1

    def visit(self, question: Question | None) -> None:
        """What lay ahead is forgotten. Nothing happens where the user already is."""
        if question is not self._visited[self._place]:
            self._visited[self._place + 1 :] = [question]
            self._place += 1

    def step(self, by: int) -> Question | None:
        """Go back (-1) or forward (1), where that is possible."""
        self._place += by
        return self._visited[self._place]

    def forget(self, question: Question, before: Question | None) -> None:
        """A question could not be asked, and the one before is back in sight."""
        if self._visited[self._place] is not question:
            return
        del self._visited[self._place]
        places = [place for place, kept in enumerate(self._visited) if kept is before]
        self._place = min(places, key=lambda place: abs(place - self._place), default=0)
