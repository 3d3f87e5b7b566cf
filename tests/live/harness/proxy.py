# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy between a client and the home server that can keep keys back (to-device messages are
taken out of syncs and given later, as happens when another server is slow) and can meddle with
any answer: other bytes, another status, a cut."""

import http.client
import json
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Answer:
    """What the caller gets; `cut` ends the connection after so many bytes of the body."""

    status: int
    data: bytes
    cut: int | None = None


Meddler = Callable[[str, str, Answer], Answer]


class HoldingProxy:
    """Forwards everything; while `holding`, to-device events wait here."""

    def __init__(self, target: str) -> None:
        self.meddle: Meddler | None = None
        self.target = urlsplit(target)
        self.holding = False
        # The last request's headers, their names in lower case, and its body.
        self.asked: tuple[dict[str, str], bytes | None] = ({}, None)
        self._held: list[dict[str, Any]] = []
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _forward(self) -> None:
                proxy.forward(self)

            do_GET = do_PUT = do_POST = do_DELETE = do_OPTIONS = _forward

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                """Says nothing: the home server has a log."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def forward(self, caller: BaseHTTPRequestHandler) -> None:
        length = int(caller.headers.get("Content-Length") or 0)
        body = caller.rfile.read(length) if length else None
        # Short polls, so that what is released arrives soon.
        path = re.sub(r"timeout=\d{4,}", "timeout=500", caller.path)
        headers = {name: value for name, value in caller.headers.items()
                   if name.lower() not in ("host", "connection", "accept-encoding")}
        server = http.client.HTTPConnection(self.target.hostname or "", self.target.port, timeout=60)
        try:
            server.request(caller.command, path, body, headers)
            received = server.getresponse()
            answer = Answer(received.status, received.read())
            if answer.status == 200 and "/sync?" in path:
                answer.data = self._filter(answer.data)
            if self.meddle:
                self.asked = {name.lower(): value for name, value in headers.items()}, body
                answer = self.meddle(caller.command, path, answer)
            self._give(caller, answer, received.getheaders())
        except (ConnectionError, http.client.HTTPException):
            caller.close_connection = True
        finally:
            server.close()

    def _give(self, caller: BaseHTTPRequestHandler, answer: Answer,
              headers: list[tuple[str, str]]) -> None:
        caller.send_response(answer.status)
        for name, value in headers:
            if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                caller.send_header(name, value)
        caller.send_header("Content-Length", str(len(answer.data)))
        caller.end_headers()
        if answer.cut is None:
            caller.wfile.write(answer.data)
            return
        caller.wfile.write(answer.data[:answer.cut])
        caller.wfile.flush()
        caller.close_connection = True
        caller.connection.shutdown(socket.SHUT_RDWR)

    def _filter(self, data: bytes) -> bytes:
        answer = json.loads(data)
        events = answer.get("to_device", {}).get("events", [])
        with self._lock:
            if self.holding:
                self._held += events
                events = []
            else:
                events, self._held = self._held + events, []
        answer["to_device"] = {"events": events}
        return json.dumps(answer).encode()

    @property
    def held(self) -> int:
        with self._lock:
            return len(self._held)

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
