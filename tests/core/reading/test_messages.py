"""Frames between a worker and its parent, which the parent does not trust."""

from __future__ import annotations

import io
import struct

import msgspec
import pytest

from desktop_app.core.base.errors import PhotoProblem
from desktop_app.core.reading.messages import (
    Failed,
    Hashed,
    from_worker,
    read_frame,
    write_frame,
)


def test_a_frame_arrives_whole_though_pipes_take_and_give_parts() -> None:
    pipe = io.BytesIO()
    message, data = Failed(PhotoProblem.TOO_SLOW, "é"), bytes(range(256)) * 10
    write_frame(lambda part: pipe.write(part[:7]), message, data)
    pipe.seek(0)
    encoded, received = read_frame(lambda target: pipe.readinto(target[:5]))
    assert from_worker.decode(encoded) == message
    assert received == data


def test_the_end_of_a_pipe_amid_a_frame_is_an_error() -> None:
    pipe = io.BytesIO()
    write_frame(pipe.write, Hashed(b"x" * 16))
    cut = io.BytesIO(pipe.getvalue()[:-1])
    with pytest.raises(EOFError):
        read_frame(cut.readinto)


@pytest.mark.parametrize("lengths", [(2**32 - 1, 0), (10, 2**63)])
def test_lengths_that_no_message_has_are_refused(lengths: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=str(lengths[0])):
        read_frame(io.BytesIO(struct.pack("<IQ", *lengths)).readinto)


def test_a_message_that_a_worker_does_not_send_is_refused() -> None:
    contents: tuple[object, ...] = (
        {"type": "Go", "yes": True},
        {"type": "Hashed", "content_hash": 5},
        [],
    )
    for content in contents:
        with pytest.raises(msgspec.ValidationError):
            from_worker.decode(msgspec.msgpack.encode(content))
