"""The columns of facts: a file each, with a number for each code of an archive, in their order.

What the numbers mean:

    taken_day       the day of the photo's date, since 1970-01-01; UNDATED where there is none
    size            of the file, in bytes
    width, height   of the upright picture
    format, camera, lens   places in the list of names of the same name
    iso, focal_length, aperture   0 where nothing is known
    has_gps         whether the place is stated; -1 where that is not known

So a photo takes 45 bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[Any]  # of the kind that COLUMNS has

UNDATED = np.iinfo(np.int32).min
UNKNOWN = -1

COLUMNS: dict[str, np.dtype[Any]] = {
    "taken_day": np.dtype("<i4"),
    "size": np.dtype("<i8"),
    "width": np.dtype("<i4"),
    "height": np.dtype("<i4"),
    "format": np.dtype("<i4"),
    "camera": np.dtype("<i4"),
    "lens": np.dtype("<i4"),
    "iso": np.dtype("<i4"),
    "focal_length": np.dtype("<f4"),
    "aperture": np.dtype("<f4"),
    "has_gps": np.dtype("<i1"),
}
NAMED = ("format", "camera", "lens")

# A folder and the first of the rows in it, up to that of the next one. A folder may have several.
FOLDER_SCHEMA = pa.schema(
    [
        pa.field("root", pa.int32(), nullable=False),
        pa.field("folder", pa.binary(), nullable=False),
        pa.field("first_row", pa.int64(), nullable=False),
    ]
)
# What is read of a shard for all this.
SHARD_COLUMNS = [
    *("root", "path", "size", "width", "height", "format", "taken_at"),
    *("camera", "lens", "iso", "focal_length", "aperture", "has_gps"),
]


def column_path(folder: Path, name: str) -> Path:
    return folder / f"{name}.bin"


def folders_path(folder: Path) -> Path:
    return folder / "folders.parquet"
