"""The files of collected codes, and `codes.json`, which says which of them count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.core.base.json_codec import decode_json
from desktop_app.core.bundle.model_bundle import is_folder_name

# A shard is named by four bytes, and 1,000 million photos are 500,000 shards: 8 MB.
_MOST_HEADER_BYTES = 256 * 2**20
FOLDER = "collected"


@dataclass(frozen=True)
class CodeHeader:
    """What `codes.json` holds.

    Attributes:
        manifest: The digest of the manifest.
        model_id: Whose codes these are: the model in use.
        code_bits: K.
        shards: The numbers of the shards, ascending.
        counts: How many codes each of them has.
        names: Which formats, cameras and lenses the facts name by their places; None where there
            are no facts.
        digest: Of what was collected, and the name of its folder; empty in archives of earlier
            versions, where the files lie in the folder of the archive.
        removed: The digest of the list of removed photos that was heeded; empty: there was none.
    """

    manifest: str
    model_id: str
    code_bits: int
    shards: list[int]
    counts: list[int]
    names: dict[str, list[str]] | None = None
    digest: str = ""
    removed: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where a digest or an id is none: it would name a file elsewhere."""
        if not is_folder_name(self.model_id):
            raise ValueError(f"{self.model_id!r} is no id of a model")
        for digest in (self.digest, self.removed):
            if re.fullmatch("[0-9a-f]*", digest) is None:
                raise ValueError(f"{digest!r} is no digest")

    @property
    def rows(self) -> int:
        """Number of codes, N."""
        return sum(self.counts)

    def without_shards(self) -> CodeHeader:
        """Return a header that says which model is in use, and that nothing is collected."""
        return replace(self, shards=[], counts=[], digest="", removed="")


class CollectedFiles:
    """Where what was collected of an archive is.

    Attributes:
        folder: Holds all of it.
    """

    def __init__(self, archive: Path, header: CodeHeader) -> None:
        self.folder = archive / FOLDER / header.digest if header.digest else archive
        self._removed = header.removed

    @property
    def codes(self) -> Path:
        """The codes, uint8 [N, K/8]."""
        return self.folder / "codes.bin"

    @property
    def header(self) -> Path:
        """A copy of the header, by which one can switch back to these codes."""
        return self.folder / "codes.json"

    @property
    def facts(self) -> Path:
        """The folder of the facts."""
        return self.folder / "facts"

    @property
    def remaining(self) -> Path | None:
        """A bit for each photo that was not removed, the lowest first; None: all remain."""
        return self.folder / f"remaining-{self._removed}.bin" if self._removed else None


def read_header(path: Path) -> CodeHeader | None:
    """Read `codes.json`; None if it is not there, or damaged. Raises OSError: storage fails."""
    try:
        with path.open("rb") as file:
            return decode_json(file.read(_MOST_HEADER_BYTES), CodeHeader)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
