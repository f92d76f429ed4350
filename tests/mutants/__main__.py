"""`make mutants`: change modules in one place at a time, and count what the tests notice.

    python -m tests.mutants [--most NUMBER] [--seed NUMBER] [FILE OR FOLDER]...

Without files, those that differ from the branch main. At most so many changes are made in each
room, drawn at random but the same each time for the same seed. Each is made in a copy of the
project. The tests of its part that run the changed statement are tried first, whatever their room
is, then the tests of its own room. cosmic-ray makes the changes, and coverage finds the tests;
`make mutants` installs both. `left_out.py` says what is not changed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from functools import lru_cache, partial
from pathlib import Path

from tests.mutants.changes import PROJECT, Change, changes_of, draw
from tests.mutants.covering import Covering
from tests.mutants.modules import changed_modules, modules_in, part_of, tests_of
from tests.mutants.trial import Trial

_NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".*_cache", "build", "dist", "runs")


def main() -> None:
    options = _options()
    rooms: dict[Path, list[Change]] = defaultdict(list)
    for module in modules_in(options.paths) if options.paths else changed_modules():
        rooms[tests_of(module)] += changes_of(module)
    noticed = tried = 0
    with tempfile.TemporaryDirectory(prefix="lookalike-mutants-") as folder:
        copy = Path(shutil.copytree(PROJECT, Path(folder) / "copy", ignore=_NOT_COPIED))
        covering = lru_cache(partial(Covering, copy))
        for tests, changes in sorted(rooms.items()):
            drawn = draw(changes, options.most, options.seed)
            noticed += _try_room(Trial(copy, tests, covering(part_of(tests))), tests, drawn)
            tried += len(drawn)
    _say(f"{noticed} of {tried} noticed ({noticed / max(1, tried):.0%})")


def _try_room(trial: Trial, tests: Path, changes: list[Change]) -> int:
    """Try changes of a room, print what goes unnoticed, and count what is noticed."""
    noticed = 0
    for change in changes:
        is_noticed = trial.notices(change)
        noticed += is_noticed
        if not is_noticed:
            line, column = change.place
            _say(f"{change.module}:{line}:{column + 1} {change.operator} {change.number}")
    _say(f"{tests}: {noticed} of {len(changes)} noticed")
    return noticed


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count the changes that tests notice.")
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders")
    parser.add_argument("--most", type=int, default=30, help="changes in each room (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the draw (%(default)s)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
