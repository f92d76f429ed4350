"""Where the user has been: queries and, as None, all photos."""

from __future__ import annotations

from desktop_app.ui.engine.queries import SearchQuery


class History:
    """Begins with all photos. Queries are compared by identity."""

    def __init__(self) -> None:
        self._visited: list[SearchQuery | None] = [None]
        self._position = 0

    def can_step(self, by: int) -> bool:
        """True if there is a query, or all photos, to go back (-1) or forward (1) to."""
        return 0 <= self._position + by < len(self._visited)

    def visit(self, query: SearchQuery | None) -> None:
        """Add a query and forget those ahead; nothing happens if the user is there already."""
        if query is not self._visited[self._position]:
            self._visited[self._position + 1 :] = [query]
            self._position += 1

    def step(self, by: int) -> SearchQuery | None:
        """Go back (-1) or forward (1); the caller has checked that this is possible."""
        self._position += by
        return self._visited[self._position]

    def forget(self, query: SearchQuery, before: SearchQuery | None) -> None:
        """Remove a query that failed, and go to the nearest visit of the one shown before it."""
        if self._visited[self._position] is not query:
            return
        del self._visited[self._position]
        visits = [index for index, visited in enumerate(self._visited) if visited is before]
        self._position = min(visits, key=lambda index: abs(index - self._position), default=0)
