"""Stands for a process of the program that `fork_server.py` forks: it passes on its arguments,
environment and streams, and ends as that process ends. It imports next to nothing: it starts fast.
"""

from __future__ import annotations

import marshal
import os
import signal
import socket
import sys


def main(server: str, arguments: list[str]) -> None:
    folder = os.getcwdb()  # noqa: PTH109 -- pathlib takes long to import
    request = marshal.dumps((arguments, dict(os.environb), folder))
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.connect(server)
        socket.send_fds(connection, [len(request).to_bytes(4, "big")], [0, 1, 2])
        connection.sendall(request)
        answer = connection.recv(2)
    status = int.from_bytes(answer, "big", signed=True) if answer else -signal.SIGKILL
    if status < 0:
        os.kill(os.getpid(), -status)
    os._exit(status)


main(sys.argv[1], sys.argv[2:])
