"""Compare how fast a frozen program starts with the same program from source, in turns.

    python packaging/start_times.py PROGRAM [ROUNDS]

Prints the medians of `--version` and of the time until the window is on a screen, and their ratio.
From source is the `lookalike` of the environment that runs this. Needs Xvfb.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from statistics import median

from screens.virtual_screen import VirtualScreen


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    frozen = Path(sys.argv[1]).absolute()
    source = Path(sysconfig.get_path("scripts")) / "lookalike"
    for name, measure in (("--version", version_seconds), ("window", window_seconds)):
        seconds: dict[Path, list[float]] = {frozen: [], source: []}
        measure(frozen)  # files come from the disk once
        measure(source)
        for _ in range(rounds):
            for program, taken in seconds.items():
                taken.append(measure(program))
        packed, plain = median(seconds[frozen]), median(seconds[source])
        times = f"frozen {packed:.2f} s, from source {plain:.2f} s"
        sys.stdout.write(f"{name}: {times}, ratio {packed / plain:.2f}\n")


def version_seconds(program: Path) -> float:
    """Return how long the program takes to print its version."""
    started = time.perf_counter()
    subprocess.run([program, "--version"], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return time.perf_counter() - started


def window_seconds(program: Path) -> float:
    """Return how long the window of a new user takes to be on the screen."""
    with VirtualScreen() as screen, tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "DISPLAY": screen.display}
        environment |= {"QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": home}
        started = time.perf_counter()
        process = subprocess.Popen([program], env=environment)  # noqa: S603
        is_shown = screen.wait_for_window()
        taken = time.perf_counter() - started
        process.terminate()
        process.wait()
    if not is_shown:
        sys.exit(f"{program} shows no window.")
    return taken


if __name__ == "__main__":
    main()
