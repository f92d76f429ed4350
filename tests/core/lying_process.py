"""A process in the place of one that runs a foreign model, whose answers are not to be trusted."""

from __future__ import annotations

from multiprocessing.connection import Connection

from desktop_app.core.bundle.model_bundle import ModelBundle
from desktop_app.core.bundle.network_limits import CHECK, COMPUTED, REFUSED

# Answers to the request for the logits of one descriptor, by what is wrong with them.
ANSWERS = {
    "too short": COMPUTED + b"x",
    "too long": COMPUTED + bytes(2**20),
    "empty": b"",
    "of no kind": b"?" + bytes(64),
    "a refusal that is no JSON": REFUSED + b"[",
    "a refusal that is nested deeply": REFUSED + b"[" * 60_000,
    "a refusal of another shape": REFUSED + b'{"problem": 3}',
    "a refusal for an unknown reason": REFUSED + b'["because", "of this"]',
}


def serve(bundle: ModelBundle, connection: Connection, _: float) -> None:
    """Answer as told by the text that the bundle was trained on."""
    while True:
        name, _values = connection.recv()
        checked = COMPUTED + b"0" * 64
        connection.send_bytes(checked if name == CHECK else ANSWERS[bundle.manifest.trained_on])
