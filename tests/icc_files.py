"""ICC profiles of any primaries, curve and name, as small as LittleCMS takes."""

from __future__ import annotations

import struct

import numpy as np

BT709 = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
_D50 = np.array([0.96420, 1.0, 0.82491])
_BRADFORD = np.array(
    [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]]
)


def icc_profile(
    gamma: float,
    name: str,
    primaries: tuple[tuple[float, float], ...] = BT709,
    space: bytes = b"RGB ",
    white: tuple[float, float] = (0.3127, 0.3290),
) -> bytes:
    """A profile of `RGB ` or `GRAY`; `gamma` 1 is linear light."""
    light, *colours = (np.array([x / y, 1, (1 - x - y) / y]) for x, y in (white, *primaries))
    columns = np.array(colours).T * np.linalg.solve(np.array(colours).T, light)
    scales = np.diag((_BRADFORD @ _D50) / (_BRADFORD @ light))
    adapted = np.linalg.inv(_BRADFORD) @ scales @ _BRADFORD
    curve = b"curv" + struct.pack(">III", 0, 0, 0)
    if gamma != 1:
        curve = b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256)) + b"\0\0"
    tags = {
        b"desc": b"desc" + struct.pack(">II", 0, len(name) + 1) + name.encode() + b"\0" * 79,
        b"wtpt": _xyz(_D50),
    }
    if space == b"GRAY":
        tags[b"kTRC"] = curve
    else:
        for letter, column in zip(b"rgb", (adapted @ columns).T, strict=True):
            tags[bytes([letter]) + b"XYZ"] = _xyz(column)
            tags[bytes([letter]) + b"TRC"] = curve
    return _file(tags, space)


def _xyz(value: np.ndarray) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(each * 65536) for each in value))


def _file(tags: dict[bytes, bytes], space: bytes) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(">I", start + len(body)) + b"lcms\x02\x10\0\0mntr" + space + b"XYZ "
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += struct.pack(">3i", *(round(each * 65536) for each in _D50))
    return head.ljust(128, b"\0") + table + body
