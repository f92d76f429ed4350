"""One window a user and library: a second start hands its pictures to the first, and ends.

Who holds the lock has the window; the lock of a process that crashed is no lock. The socket lies in
a folder of the user's own, and is open to no one else.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app.core.base.paths import runtime_folder
from desktop_app.ui.system.instance_message import (
    LONGEST_BYTES,
    InstanceMessage,
    decode_message,
    encode_message,
)

_ANSWER = b"ok\n"
_PATIENCE_MS = 10_000
_RETRY_SECONDS = 0.1
_MOST_TALKING = 16


class SingleInstance(QObject):
    """`told` gives the InstanceMessage of each later start."""

    told = Signal(object)

    def __init__(self, library: Path, folder: Path | None = None) -> None:
        """`folder` None: where this user's sockets lie."""
        super().__init__()
        place = folder or runtime_folder()
        self.name = _name(library)
        self.has_window = False
        self._path = place / self.name
        self._lock = QLockFile(f"{self._path}.lock")
        self._lock.setStaleLockTime(0)  # however long a window is open, it is not stale
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_TALKING)
        self._server.newConnection.connect(self._listen)
        self._talking: set[_Talk] = set()

    def claim(self) -> bool:
        """Become the one that has the window; False where another is."""
        self.has_window = self._lock.tryLock(0)
        return self.has_window

    def listen(self) -> None:
        """Hear of later starts, where this is the one to tell. Qt's application must be there."""
        if not self.has_window:
            return
        QLocalServer.removeServer(self._address)  # of one that crashed
        self._server.listen(self._address)

    def hand_over(self, message: InstanceMessage, patience_ms: int = _PATIENCE_MS) -> bool:
        """Tell the one that has the window; it may be just starting. False where it is silent."""
        until = time.monotonic() + patience_ms / 1000
        while time.monotonic() < until:
            if self._send(message, patience_ms):
                return True
            time.sleep(_RETRY_SECONDS)
        return False

    def close(self) -> None:
        self._server.close()
        self._lock.unlock()

    @property
    def _address(self) -> str:
        return self._path.name if os.name == "nt" else str(self._path)

    def _send(self, message: InstanceMessage, patience_ms: int) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(patience_ms):
            return False
        socket.write(encode_message(message))
        socket.flush()
        answer = b""
        while len(answer) < len(_ANSWER) and socket.waitForReadyRead(patience_ms):
            answer += bytes(socket.readAll().data())
        return answer == _ANSWER

    def _listen(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._talking) >= _MOST_TALKING:
                socket.abort()
                continue
            talk = _Talk(socket, self)
            self._talking.add(talk)
            talk.told.connect(self.told)
            talk.ended.connect(self._talking.discard)


class _Talk(QObject):
    """One connection: a line in, an answer out. What is no message is not answered."""

    told = Signal(object)
    ended = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._said = bytearray()
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST_BYTES + 1)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self._end)
        QTimer.singleShot(_PATIENCE_MS, self, socket.abort)
        self._hear()

    def _hear(self) -> None:
        self._said += bytes(self._socket.readAll().data())
        if len(self._said) > LONGEST_BYTES:
            self._said.clear()
            self._socket.abort()
            return
        line, end, _ = self._said.partition(b"\n")
        if not end:
            return
        self._said.clear()
        message = decode_message(bytes(line))
        if message is not None:
            self._socket.write(_ANSWER)
            self._socket.flush()
            self.told.emit(message)
        self._socket.disconnectFromServer()

    def _end(self) -> None:
        self.ended.emit(self)
        self.deleteLater()


def activation_token(environment: Mapping[str, str]) -> str:
    """What the desktop gave this start, to be handed on. Wayland's, or X11's."""
    return environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID", "")


def _name(library: Path) -> str:
    """Short: the path of a socket may have some hundred bytes in all."""
    folder = os.fsencode(library.expanduser().resolve())
    user = os.environ.get("USERNAME", "") if os.name == "nt" else ""
    return "lookalike-" + hashlib.sha256(folder + user.encode()).hexdigest()[:16]
