"""The stored descriptors of a library's photos, from which the codes of any model are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.base.codes import Descriptors
from desktop_app.core.bundle.model_bundle import Manifest
from desktop_app.core.catalogue.catalogue import Catalogue, descriptor_table, meta_value
from desktop_app.core.catalogue.schema import Missing, PhotoId
from desktop_app.core.database.opening import advanced, library_errors

# Key of `meta`: the `descriptor_id` of the descriptors that the codes in use were made from.
IN_USE = "descriptors"
_GRAPH_CHARACTERS = 32


@dataclass(frozen=True)
class DescriptorBatch:
    """Some photos and their descriptors.

    Attributes:
        ids: N photo ids.
        descriptors: int8 [N, D].
        missing: For each photo, whether its file is missing.
    """

    ids: list[int]
    descriptors: Descriptors
    missing: list[bool]


def claim_descriptor_id(catalogue: Catalogue, manifest: Manifest) -> str:
    """Return the `descriptor_id` under which the library stores the descriptors of a model.

    A manifest's `descriptor_id` is a name that anybody can choose. The library remembers which
    network it belongs to: that of the first model that writes under it. Another network of the same
    name gets one of its own, so that the descriptors of the two are never mixed.

    Args:
        catalogue: Open for writing, by the holder of the library's lock.
        manifest: With its `descriptor_graph`; without one, the name is taken as it is.
    """
    name, graph = manifest.descriptor_id, manifest.descriptor_graph
    if not graph:
        return name
    with library_errors(catalogue.files.catalogue):
        catalogue.connection.execute(
            "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", (_owner_key(name), graph)
        )
    is_owner = owner_of_descriptor_id(catalogue, name) == graph
    return name if is_owner else f"{name}/{graph[:_GRAPH_CHARACTERS]}"


def owner_of_descriptor_id(catalogue: Catalogue, descriptor_id: str) -> str:
    """Return the `descriptor_graph` that a name belongs to; empty: no model has claimed it."""
    return meta_value(catalogue, _owner_key(descriptor_id))


def descriptor_id_in_use(catalogue: Catalogue, manifest: Manifest) -> str:
    """Return under which `descriptor_id` the descriptors of the model in use are stored.

    `manifest` is that of the model in use; libraries of earlier versions know no other name.
    """
    return meta_value(catalogue, IN_USE) or manifest.descriptor_id


def _owner_key(descriptor_id: str) -> str:
    return f"graph of {descriptor_id}"


def descriptor_count(catalogue: Catalogue, descriptor_id: str) -> int:
    """Count the stored descriptors of one backbone."""
    query = "SELECT count(*) FROM descriptors WHERE descriptor_id = ?"
    return int(catalogue.rows(query, descriptor_id)[0][0])


def has_descriptors_beside(catalogue: Catalogue, descriptor_id: str) -> bool:
    """Return True if any stored descriptor was made by another network."""
    query = "SELECT 1 FROM descriptors WHERE descriptor_id != ? LIMIT 1"
    return bool(catalogue.rows(query, descriptor_id))


def descriptor_batches(
    catalogue: Catalogue, descriptor_id: str, size: int
) -> Iterator[DescriptorBatch]:
    """Yield all stored descriptors of one backbone by photo id, at most `size` at once."""
    last = -1
    while rows := catalogue.read(
        tuple[PhotoId, bytes, Missing],
        "SELECT photo_id, data, missing FROM descriptors JOIN photos ON photos.id = photo_id"
        " WHERE descriptor_id = ? AND photo_id > ? ORDER BY photo_id LIMIT ?",
        descriptor_id,
        last,
        size,
    ):
        ids, data, missing = zip(*rows, strict=True)
        last = advanced(last, ids[-1], catalogue.files.catalogue)
        with library_errors(catalogue.files.catalogue):
            table = descriptor_table(list(data), len(ids))
        yield DescriptorBatch(list(ids), table, [bool(flag) for flag in missing])


def has_descriptor(
    catalogue: Catalogue, photo_id: int, content_hash: bytes, descriptor_id: str
) -> bool:
    """Return True if this content has a descriptor of this backbone that will stay.

    It is that of the file itself, which was touched but not changed, or of another file that does
    not wait to be read.
    """
    rows = catalogue.rows(
        "SELECT 1 FROM photos JOIN descriptors ON photo_id = photos.id"
        " WHERE content_hash = ? AND descriptor_id = ? AND problem = ''"
        " AND (state = 'indexed' OR photos.id = ?) LIMIT 1",
        content_hash,
        descriptor_id,
        photo_id,
    )
    return bool(rows)
