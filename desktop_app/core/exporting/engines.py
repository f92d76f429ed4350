"""The engines that photos are handed over to."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """What an export is made for."""

    PARQUET = "parquet"
