"""One window for one data folder: a second start brings the first to the front.

A local socket (a file or a named pipe of this machine; no network) carries the wish.
"""

from __future__ import annotations

import hashlib
import importlib
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Signal

from kb_app.places import Places

PATIENCE_MS = 1_500
HEAR_MS = 200


class Instance(QObject):
    """Whether this is the first window over these data; `raised` when another one asks."""

    raised = Signal(str)  # a pack to open, or ""

    def __init__(self, places: Places) -> None:
        super().__init__()
        digest = hashlib.sha256(str(places.data).encode("utf-8")).hexdigest()[:16]
        self._name = f"batea-{digest}"
        self._server: Any = None
        self._lock: QLockFile | None = None
        try:
            places.data.mkdir(parents=True, exist_ok=True)
            self._lock = QLockFile(str(places.data / "window.lock"))
            self._lock.setStaleLockTime(0)
        except OSError:
            self._lock = None  # read-only media: any number of windows may read

    def is_first(self) -> bool:
        """Take the place of the first window, if it is free."""
        if self._lock is None or self._lock.tryLock(0):
            return True
        return self._lock.error() == QLockFile.LockError.PermissionError

    def raise_first(self, pack: str = "") -> bool:
        """Ask the first window to come forward; False when it does not answer."""
        network: Any = importlib.import_module("PySide6.QtNetwork")
        socket = network.QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(f"{pack}\n".encode())
        socket.waitForBytesWritten(PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Begin to hear other starts. QtNetwork is loaded only now, after the first picture."""
        network: Any = importlib.import_module("PySide6.QtNetwork")
        network.QLocalServer.removeServer(self._name)
        self._server = network.QLocalServer(self)
        self._server.setSocketOptions(network.QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)

    def _hear(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection.waitForReadyRead(HEAR_MS):  # it speaks as soon as it is connected
            line = bytes(connection.readLine())
            self.raised.emit(line.decode("utf-8", "replace").strip())
        connection.deleteLater()
