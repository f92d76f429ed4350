"""Read the groups of duplicates of a library, as far as its photos were compared."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.id_lists import read_ids
from desktop_app.core.catalogue.library_status import code_bits
from desktop_app.core.duplicates.groups import DuplicateGroup, group_photos
from desktop_app.core.duplicates.not_duplicates import not_duplicates
from desktop_app.core.duplicates.pair_store import PairStore

# Photos that may be in a group: with a content that another has, or that was found to be related,
# or the RAW file or the picture of a shot. Which ones they are, only the groups say.
_SHOWN = "state = 'indexed' AND missing = 0 AND content_hash IS NOT NULL"
_SAME_CONTENT = f"""
    SELECT id FROM photos WHERE {_SHOWN} AND content_hash IN (
        SELECT content_hash FROM photos WHERE {_SHOWN} GROUP BY content_hash HAVING count(*) > 1
    )
"""  # noqa: S608
_RAW_SHOTS = f"""
    SELECT id FROM photos WHERE {_SHOWN} AND (root_id, folder) IN (
        SELECT DISTINCT root_id, folder FROM photos WHERE {_SHOWN} AND format = 'RAW'
    )
"""  # noqa: S608
_ALL = f"SELECT id, content_hash FROM photos WHERE {_SHOWN}"  # noqa: S608


def library_groups(catalogue: Catalogue) -> list[DuplicateGroup]:
    """Return the groups of the photos whose files can be read now.

    Hard links to one file are one file. Raises the errors of Catalogue.
    """
    with closing(PairStore(catalogue.files.duplicates)) as store:
        pairs = store.pairs()
    related = {content for pair in pairs for content in (pair.first, pair.second)}
    ids = set(read_ids(catalogue, _SAME_CONTENT).tolist())
    ids.update(read_ids(catalogue, _RAW_SHOTS).tolist())
    ids.update(number for number, content in catalogue.rows(_ALL) if content in related)
    photos = [photo for photo in catalogue.photos(sorted(ids)) if not photo.away]
    told_apart, bits = not_duplicates(catalogue), code_bits(catalogue)
    return group_photos(_one_of_each_file(photos), pairs, told_apart, bits)


def _one_of_each_file(photos: Iterable[PhotoRow]) -> list[PhotoRow]:
    """Leave out further hard links to a file, and files that are not there."""
    files: dict[tuple[int, int], PhotoRow] = {}
    for photo in photos:
        try:
            status = photo.path.stat()
        except OSError:
            continue
        files.setdefault((status.st_dev, status.st_ino), photo)
    return list(files.values())
