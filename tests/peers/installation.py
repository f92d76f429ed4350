"""Install the extra `peers`, each package alone: one that cannot be installed is left out.

python -m tests.peers.installation
"""

from __future__ import annotations

import subprocess
import sys
import tomllib

from tests.sizes import PROJECT

_PIP = (sys.executable, "-m", "pip", "install", "--quiet", "--no-compile")


def main() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    for package in project["optional-dependencies"]["peers"]:
        if subprocess.run([*_PIP, package]).returncode:
            sys.stderr.write(f"{package} cannot be installed here, and is left out.\n")


if __name__ == "__main__":
    main()
