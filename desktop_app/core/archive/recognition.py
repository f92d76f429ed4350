"""Tell whether a folder is an archive, without the packages that read one."""

from __future__ import annotations

import os
import re
from pathlib import Path

SHARD_FOLDER = "shards"


def is_archive(folder: Path) -> bool:
    """Whether a folder is an archive, also one that is only being written."""
    try:
        with os.scandir(folder / SHARD_FOLDER) as found:
            return any(re.fullmatch(r"\d{4,}", entry.name) for entry in found)
    except OSError:
        return False
