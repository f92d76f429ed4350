"""`make crash-test`: kill -9 of the indexing process at 100 random moments on 2,000 photos."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from desktop_app.samples.sample_pictures import KINDS, draw_scene
from tests.e2e.killing import all_rows, index_undisturbed, kill_until_done, soundness

_KILLS = 100
_PHOTOS = 2000


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="lookalike-kill-") as name:
        folder = Path(name)
        _draw(folder / "photos")
        seconds = index_undisturbed(folder / "calm", folder / "photos")
        # The runs together get about three times as long as an undisturbed one.
        hits = kill_until_done(folder / "killed", folder / "photos", _KILLS, _span(seconds), seed=0)
        index_undisturbed(folder / "killed", folder / "photos")
        equal = all_rows(folder / "killed") == all_rows(folder / "calm")
        sys.stdout.write(
            f"{_PHOTOS} photos, undisturbed in {seconds:.1f} s; killed {hits} times in {_KILLS}"
            f" runs; integrity_check after each: {soundness(folder / 'killed')};"
            f" resumed index equals the undisturbed one row for row: {'yes' if equal else 'NO'}\n"
        )
    return 0 if equal and hits >= _KILLS * 0.9 else 1


def _span(seconds: float) -> float:
    """Longest time to the kill: half a second of start-up, and a share of the work."""
    return 1.0 + 2 * seconds / _KILLS


def _draw(folder: Path) -> None:
    folder.mkdir()
    for number in range(_PHOTOS):
        kind, variation = KINDS[number % len(KINDS)], number // len(KINDS)
        draw_scene(kind, variation, (240, 160)).save(folder / f"{kind}-{variation:04}.jpg")


if __name__ == "__main__":
    sys.exit(main())
