"""Read files in a process of its own, to see whether it survives that.

`python -m desktop_app.cluster.trial` reads what to do as JSON from its standard input.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.archive.manifest import Manifest
from desktop_app.core.archive.shard_indexer import read_files
from desktop_app.core.base.json_codec import decode_json, encode_json
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.models.own_models import open_model

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Trial:
    """The files to read: those of a shard from place `first` up to `last`, which is not among them.

    Attributes:
        manifest: Folder of the manifest.
        model: Folder of the model.
    """

    manifest: str
    model: str
    number: int
    first: int
    last: int


def survives(trial: Trial) -> bool:
    """Whether a process that reads these files ends as it should."""
    command = [sys.executable, "-m", "desktop_app.cluster.trial"]
    done = subprocess.run(command, input=encode_json(trial).encode(), check=False)  # noqa: S603
    return done.returncode == 0


def run() -> None:
    trial = decode_json(sys.stdin.buffer.read(), Trial)
    encoder = open_model(read_bundle(Path(trial.model)))
    places = range(trial.first, trial.last)
    try:
        read_files(Manifest(Path(trial.manifest)), trial.number, places, encoder)
    except Exception:  # an error is no crash, and whoever reads the shard meets it again
        logger.warning("Files cannot be read", exc_info=True)


if __name__ == "__main__":
    run()
