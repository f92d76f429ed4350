"""Build the wheel and the sdist: the same bytes from the same commit.

    python packaging/distributions.py [OUT]      (default: dist)

Every file in them is dated by the commit, or by SOURCE_DATE_EPOCH. Builds without network, with the
hatchling that is installed, and prints the SHA-256 of both files.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from building.release import ROOT, commit_time


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "dist").absolute()
    for path in build(out):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        sys.stdout.write(f"{digest}  {path.name}\n")


def build(out: Path) -> list[Path]:
    """Build into a folder, and return the sdist and the wheel that was made of it."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(commit_time())}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603
    return [*sorted(out.glob("lookalike-*.tar.gz")), *sorted(out.glob("lookalike-*.whl"))]


if __name__ == "__main__":
    main()
