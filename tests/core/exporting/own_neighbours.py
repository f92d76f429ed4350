"""What Lookalike's own search of the codes finds, for comparison with other engines."""

from __future__ import annotations

from desktop_app.core.base.codes import Codes, hamming
from desktop_app.core.catalogue.id_lists import Ids
from desktop_app.core.search.code_index import nearest_codes
from tests.core.exporting.made_source import Found


def check_nearest(found: Found, ids: Ids, codes: Codes, query: Codes, top: int) -> None:
    """Check that an engine has found the nearest of all codes, in order of their distances.

    Of photos that tie for the last places, any may be found.
    """
    rows, distances = nearest_codes(query, codes, top)
    assert [distance for _, distance in found] == distances.tolist()
    every = dict(zip(ids.tolist(), hamming(query, codes).tolist(), strict=True))
    assert all(every[photo_id] == distance for photo_id, distance in found)
    assert len({photo_id for photo_id, _ in found}) == len(found)
    last = distances[-1]
    nearer = {int(ids[row]) for row, far in zip(rows, distances, strict=True) if far < last}
    assert nearer <= {photo_id for photo_id, _ in found}
