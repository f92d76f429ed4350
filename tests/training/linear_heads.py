"""Heads that need no training."""

from __future__ import annotations

from desktop_app.core.learning.linear_hash import LinearHash
from training.base.arrays import Floats
from training.networks.heads import IntegerHead, ResidualHead, integer_head


def linear_head(hashing: LinearHash, descriptors: Floats) -> IntegerHead:
    """Convert a linear hash to an integer head. `descriptors`: see `integer_head`."""
    return integer_head(ResidualHead(hashing, 1.0, hidden=0, dropout=0), descriptors)
