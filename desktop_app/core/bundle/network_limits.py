"""What a process that runs a foreign model may take, and how it answers."""

from __future__ import annotations

# For one run, besides the libraries that it has loaded.
RUN_SECONDS = 10.0
MEMORY_BYTES = 512 * 2**20

# The first byte of an answer; what was computed follows, or the problem as JSON.
COMPUTED, REFUSED = b"+", b"-"
# The request that has all networks checked, and is answered with the encoder's `descriptor_graph`.
CHECK = ""
