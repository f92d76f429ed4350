"""Load a model in a worker of a cluster."""

from __future__ import annotations

from multiprocessing import current_process
from pathlib import Path

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.models.own_models import open_model


def open_on_worker(folder: Path) -> Encoder:
    """Load the model in a folder. Raises BundleError.

    A foreign model runs in processes of its own. Dask marks its workers as daemons, which may not
    start any; those of a model end with the worker all the same.
    """
    current_process().daemon = False
    return open_model(read_bundle(folder))
