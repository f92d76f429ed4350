"""Switch a library to another model: new codes beside the old ones, then one transaction."""

from __future__ import annotations

from desktop_app.core.base.codes import Codes
from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.catalogue.code_pages import KEPT
from desktop_app.core.catalogue.descriptors import IN_USE, DescriptorBatch
from desktop_app.core.catalogue.writer import CatalogueWriter


class ModelSwitch:
    """The steps of a switch to a writer's model. Each runs inside `with writer.batch():`."""

    def __init__(self, writer: CatalogueWriter) -> None:
        self._pages = writer.pages
        self._connection = writer.connection
        self._manifest = writer.manifest
        self._descriptor_id = writer.descriptor_id

    def mark_pending(self) -> None:
        """Record that a switch is under way, so that it can be repeated if the process dies."""
        self._connection.execute(
            "REPLACE INTO meta (key, value) VALUES ('wanted_model', ?)", (self._manifest.model_id,)
        )

    def clear_pending(self) -> None:
        """Cancel a pending switch and delete the codes of all models but the one in use."""
        self._connection.execute("DELETE FROM meta WHERE key = 'wanted_model'")
        self._connection.execute(
            "DELETE FROM code_pages"
            " WHERE model_id != (SELECT value FROM meta WHERE key = 'model_id')"
        )

    def clear_codes(self) -> None:
        """Delete the model's codes that an unfinished switch left: photos may have failed since."""
        self._connection.execute(
            "DELETE FROM code_pages WHERE model_id = ?", (self._manifest.model_id,)
        )

    def put_codes(self, batch: DescriptorBatch, codes: Codes) -> None:
        """Store the codes uint8 [N, K/8] of a batch of photos."""
        for photo_id, code, missing in zip(batch.ids, codes, batch.missing, strict=True):
            self._pages.put(photo_id, code)
            if missing:
                self._pages.flag(photo_id, KEPT)

    def set_in_use(self) -> None:
        """Make the model's codes those that are searched."""
        self._connection.executemany(
            "REPLACE INTO meta (key, value) VALUES (?, ?)",
            [
                ("model_id", self._manifest.model_id),
                ("code_bits", str(self._manifest.code_bits)),
                (IN_USE, self._descriptor_id),
            ],
        )

    def complete(self) -> None:
        """Set the model in use, delete the codes of all others, and requeue the photos whose
        descriptor was made by another network, or that the old model gave no code.
        """
        self._connection.execute(
            "UPDATE photos SET state = 'pending' WHERE state = 'indexed' AND id IN"
            " (SELECT photo_id FROM descriptors WHERE descriptor_id != ?)",
            (self._descriptor_id,),
        )
        self._connection.execute(
            "UPDATE photos SET state = 'pending' WHERE problem = ?", (PhotoProblem.NO_CODE,)
        )
        self.set_in_use()
        self._connection.execute(
            "DELETE FROM code_pages WHERE model_id != ?", (self._manifest.model_id,)
        )
