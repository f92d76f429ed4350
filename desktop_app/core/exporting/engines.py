"""The engines that photos are handed over to."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """What an export is made for."""

    PARQUET = "parquet"
    FAISS = "faiss"
    LANCE = "lance"
    PGVECTOR = "pgvector"


# What has to be installed for each: an extra of the package `lookalike`.
EXTRAS = {
    Engine.PARQUET: "export",
    Engine.FAISS: "export",
    Engine.LANCE: "export-lance",
    Engine.PGVECTOR: "export-pgvector",
}
