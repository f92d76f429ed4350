"""The base of all that a job reports."""

from __future__ import annotations


class ProgressEvent:
    """A value that a job yields: how far it has got, or what it has done. See progress.EVENTS."""
