"""One window for each user and library: a second start hands its pictures to the first, and ends.

The process that holds the lock in the library has the window; the lock of a crashed process does
not count. The socket only carries messages. It lies in a folder of the user, and nobody else can
open it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app.core.base.errors import LibraryUnwritableError
from desktop_app.core.base.json_codec import parse_json
from desktop_app.core.base.paths import runtime_folder
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock
from desktop_app.core.catalogue.library_files import LibraryFiles

logger = logging.getLogger(__name__)

# More than a program can get as its arguments.
LONGEST_BYTES = 16_000_000
_LONGEST_TOKEN = 4_096


@dataclass(frozen=True)
class InstanceMessage:
    """What a second start passes on. `token` lets the window come to the front, on Wayland."""

    pictures: tuple[Path, ...] = ()
    token: str = ""


def encode_message(message: InstanceMessage) -> bytes:
    """Encode as a line of JSON, which also keeps file names that are not UTF-8."""
    values = {"pictures": [os.fspath(path) for path in message.pictures], "token": message.token}
    return json.dumps(values).encode() + b"\n"


def decode_message(line: bytes) -> InstanceMessage | None:
    """Decode a line; None if it is not a valid message."""
    try:
        values = parse_json(line)
    except ValueError:
        return None
    if not isinstance(values, dict):
        return None
    pictures, token = values.get("pictures"), values.get("token")
    if not isinstance(pictures, list) or not all(_is_path(name) for name in pictures):
        return None
    if not isinstance(token, str) or len(token) > _LONGEST_TOKEN or not token.isascii():
        return None
    return InstanceMessage(tuple(Path(name) for name in pictures), token.replace("\0", ""))


def _is_path(name: object) -> bool:
    if not isinstance(name, str) or "\0" in name:
        return False
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return Path(name).is_absolute()


_ANSWER = b"ok\n"
_TIMEOUT_MS = 10_000
_RETRY_SECONDS = 0.1
_MAX_CONNECTIONS = 16


class SingleInstance(QObject):
    """Holds the locks of a library's window, and talks to other starts over a local socket.

    Signals:
        message_received (InstanceMessage): What a later start was called with.
    """

    message_received = Signal(InstanceMessage)

    def __init__(self, library: Path, folder: Path | None = None) -> None:
        """`folder` is the folder of the socket; None is the user's runtime folder."""
        super().__init__()
        self.name = _name(library)
        self._files = LibraryFiles(library)
        self._path = (folder or runtime_folder()) / self.name
        self._locks = ExitStack()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MAX_CONNECTIONS)
        self._server.newConnection.connect(self._listen)
        self._connections: set[_Connection] = set()

    def claim(self) -> bool:
        """Try to become the process with the window; False if there is another.

        A new library's folder is created.
        """
        with suppress(LibraryUnwritableError):
            self._files.create()
        for path in self._lock_files():
            try:
                self._locks.enter_context(process_lock(path))
            except LockHeldError:
                self._locks.close()
                return False
            except LockUnavailableError:
                logger.info("%r cannot be locked", path, exc_info=True)
        return True

    def listen(self) -> None:
        """Accept messages of later starts; needs a QApplication."""
        QLocalServer.removeServer(self._address)  # of one that crashed
        if not self._server.listen(self._address):
            logger.warning("Later starts cannot reach this window: %s", self._server.errorString())

    def hand_over(self, message: InstanceMessage, timeout_ms: int = _TIMEOUT_MS) -> bool:
        """Send a message to the process with the window, which may still be starting."""
        until = time.monotonic() + timeout_ms / 1000
        while time.monotonic() < until:
            if self._send(message, timeout_ms):
                return True
            time.sleep(_RETRY_SECONDS)
        return False

    def close(self) -> None:
        self._server.close()
        self._locks.close()

    def _lock_files(self) -> Iterator[Path]:
        """The lock in the library decides, whatever has become of the folder of the socket. The one
        beside the socket decides where the library may only be read.
        """
        yield self._files.folder / f"window-{_user()}.lock"
        yield self._path.with_name(f"{self.name}.lock")

    @property
    def _address(self) -> str:
        return self._path.name if os.name == "nt" else str(self._path)

    def _send(self, message: InstanceMessage, timeout_ms: int) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(timeout_ms):
            return False
        socket.write(encode_message(message))
        socket.flush()
        answer = b""
        while len(answer) < len(_ANSWER) and socket.waitForReadyRead(timeout_ms):
            answer += bytes(socket.readAll().data())
        return answer == _ANSWER

    def _listen(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._connections) >= _MAX_CONNECTIONS:
                socket.abort()
                continue
            talk = _Connection(socket, self)
            self._connections.add(talk)
            talk.message_received.connect(self.message_received)
            talk.ended.connect(self._connections.discard)


class _Connection(QObject):
    """Reads one line, and replies if it is a valid message.

    Signals:
        message_received (InstanceMessage): The line was a valid message.
        ended (_Connection): The other process has disconnected; carries this object.
    """

    message_received = Signal(InstanceMessage)
    ended = Signal(QObject)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._buffer = bytearray()
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST_BYTES + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._end_connection)
        QTimer.singleShot(_TIMEOUT_MS, self, socket.abort)
        self._read()

    def _read(self) -> None:
        self._buffer += bytes(self._socket.readAll().data())
        if len(self._buffer) > LONGEST_BYTES:
            self._buffer.clear()
            self._socket.abort()
            return
        line, end, _ = self._buffer.partition(b"\n")
        if not end:
            return
        self._buffer.clear()
        message = decode_message(bytes(line))
        if message is not None:
            self._socket.write(_ANSWER)
            self._socket.flush()
            self.message_received.emit(message)
        self._socket.disconnectFromServer()

    def _end_connection(self) -> None:
        self.ended.emit(self)
        self.deleteLater()


def activation_token(environment: Mapping[str, str]) -> str:
    """The token that the desktop has given this start, on Wayland or X11."""
    return environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID", "")


def _name(library: Path) -> str:
    """Return a short name, since the path of a socket is limited to about a hundred bytes."""
    folder = os.fsencode(library.expanduser().resolve())
    return f"lookalike-{_digest(folder + _user().encode())}"


def _user() -> str:
    """Return what tells this user from those that share the library, as a part of a file's name."""
    if os.name == "nt":
        return _digest(os.environ.get("USERNAME", "").encode())
    return str(os.getuid())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
