"""What a process that runs a foreign model may take, and how it answers."""

from __future__ import annotations

from desktop_app.core.bundle.model_bundle import MAX_FILE_BYTES, ModelBundle
from desktop_app.core.bundle.signatures import signatures

RUN_SECONDS = 10.0
_MEMORY_BYTES = 448 * 2**20
# Weights are stored in half the space, and parsed, checked, unfolded and packed for the processor.
_COPIES = 6

# The first byte of an answer; what was computed follows, or the problem as JSON.
COMPUTED, REFUSED = b"+", b"-"
# The request that has all networks checked, and is answered with the encoder's `descriptor_graph`.
CHECK = ""


def memory_limit(bundle: ModelBundle) -> int:
    """What a process may take besides the libraries that it has loaded, in bytes.

    A network may need little more than its weights: a small file cannot ask for much.
    """
    sizes = [_size(bundle, name) for name in signatures(bundle.manifest)]
    return _MEMORY_BYTES + _COPIES * sum(sizes)


def _size(bundle: ModelBundle, name: str) -> int:
    """At most that of the largest network; whoever reads the file says what is wrong with it."""
    try:
        return min((bundle.folder / name).lstat().st_size, MAX_FILE_BYTES[name])
    except OSError:
        return 0
