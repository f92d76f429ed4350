"""Networks of one file are loaded once a process: loading one and first running it takes a tenth of
a second, as long as building a window. Any thread may run them.
"""

from __future__ import annotations

from pathlib import Path

import onnxruntime

from desktop_app.core.bundle.networks import new_session

_loaded: dict[tuple[Path, int, int], onnxruntime.InferenceSession] = {}


def shared_session(model: Path | bytes) -> onnxruntime.InferenceSession:
    """Stands for `networks.new_session`."""
    if isinstance(model, bytes):
        return new_session(model)
    status = model.stat()
    key = model, status.st_ino, status.st_mtime_ns
    if key not in _loaded:
        _loaded[key] = new_session(model)
    return _loaded[key]
