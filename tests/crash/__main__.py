"""`make crash-test`: kill -9 at 500 random moments. Exit status 1 if anything is lost or left."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.crash.backup import Backup
from tests.crash.compaction import Compaction, OlderCompaction
from tests.crash.duplicates import (
    FindCopies,
    LinkCopies,
    ShareCopies,
    ShareCopiesOnBtrfs,
    TrashCopies,
)
from tests.crash.file_moves import MoveFromOtherDisk, MoveToOtherDisk, MoveToTrash
from tests.crash.indexing import Indexing
from tests.crash.killing import kill_repeatedly
from tests.crash.model_import import ModelImport
from tests.crash.model_use import ModelUse
from tests.crash.renames import Renames
from tests.crash.retraining import Retrain
from tests.crash.scenario import Scenario
from tests.crash.tally import Tally
from tests.crash.window import Window
from tests.crash.work import preload

# Of 500 kills, how many each scenario gets.
SHARES: dict[type[Scenario], int] = {
    Indexing: 60,
    ModelUse: 45,
    MoveToOtherDisk: 40,
    MoveFromOtherDisk: 30,
    MoveToTrash: 25,
    Renames: 30,
    TrashCopies: 50,
    LinkCopies: 50,
    ShareCopies: 15,
    ShareCopiesOnBtrfs: 10,
    FindCopies: 25,
    ModelImport: 25,
    Backup: 30,
    Compaction: 20,
    OlderCompaction: 15,
    Retrain: 15,
    Window: 15,
}


def main() -> int:
    options = _options()
    chosen = {each: share for each, share in SHARES.items() if options.only in each.NAME}
    preload(chosen)
    has_faults = False
    for scenario, share in chosen.items():
        tally = _run(scenario, max(1, round(share * options.kills / 500)), options.seed)
        has_faults |= bool(tally and tally.faults)
    return 1 if has_faults else 0


def _run(scenario: type[Scenario], kills: int, seed: int) -> Tally | None:
    with tempfile.TemporaryDirectory(prefix="lookalike-crash-") as name:
        ready = scenario(Path(name))
        if obstacle := ready.obstacle():
            print(f"{scenario.NAME}: left out, since {obstacle}", flush=True)
            return None
        try:
            tally = kill_repeatedly(ready, kills, seed)
        finally:
            ready.close()
    print(f"{tally}; seed {seed}", flush=True)
    for fault in tally.faults:
        print(f"    {fault}", flush=True)
    return tally


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=500, help="in all (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the moments (%(default)s)")
    parser.add_argument("--only", default="", help="scenarios whose names hold this")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
