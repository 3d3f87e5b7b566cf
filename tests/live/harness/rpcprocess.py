# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A child process that speaks JSON-RPC 2.0, one object a line."""

import ctypes
import itertools
import json
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """Runs in the child: a test that is killed leaves nothing running."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class RpcError(Exception):
    """The other side answered with an error object."""

    def __init__(self, method: str, error: dict[str, Any]) -> None:
        super().__init__(f"{method}: {error.get('message')} {error.get('data')}")
        self.code: int = error.get("code", 0)
        self.data: dict[str, Any] = error.get("data") or {}


class ProcessGone(Exception):
    """The process ended while an answer was expected."""


class RpcProcess:
    """One process; calls may come from any thread, notifications are kept in order."""

    def __init__(self, command: list[str], log: Path, env: dict[str, str] | None = None) -> None:
        self._log = open(log, "ab")  # noqa: SIM115 - lives as long as the process
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log,
            preexec_fn=die_with_parent, env=env)
        self.log = log
        self.command = command
        self.notifications: list[dict[str, Any]] = []
        self._ids = itertools.count(1)
        self._answers: dict[int, queue.Queue[dict[str, Any] | None]] = {}
        self._changed = threading.Condition()
        self._gone = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            try:
                message = json.loads(line)
            except ValueError:
                message = {"method": "notJson", "params": {"line": line.decode(errors="replace")}}
            with self._changed:
                if message.get("id") in self._answers:
                    self._answers.pop(message["id"]).put(message)
                else:
                    self.notifications.append(message)
                self._changed.notify_all()
        with self._changed:
            self._gone = True
            for waiting in self._answers.values():
                waiting.put(None)
            self._changed.notify_all()

    def write_line(self, line: bytes) -> None:
        """Anything at all, for tests of malformed input."""
        assert self.process.stdin
        try:
            self.process.stdin.write(line + b"\n")
            self.process.stdin.flush()
        except (BrokenPipeError, ValueError) as error:
            raise ProcessGone(f"{self.command[0]} is gone; see {self.log}") from error

    def call(self, method: str, timeout: float = 60, **params: Any) -> Any:
        number = next(self._ids)
        answer: queue.Queue[dict[str, Any] | None] = queue.Queue()
        with self._changed:
            if self._gone:
                raise ProcessGone(f"{self.command[0]} is gone; see {self.log}")
            self._answers[number] = answer
        request = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
        self.write_line(json.dumps(request).encode())
        try:
            message = answer.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError(f"{method} had no answer in {timeout} s; see {self.log}") from None
        if message is None:
            raise ProcessGone(f"{self.command[0]} ended during {method}; see {self.log}")
        if "error" in message:
            raise RpcError(method, message["error"])
        return message["result"]

    def wait_for(self, method: str, matches: Callable[[dict[str, Any]], bool] = lambda _: True,
                 timeout: float = 60) -> dict[str, Any]:
        """The first notification, old or new, that matches; its params."""
        deadline = time.monotonic() + timeout
        seen = 0
        with self._changed:
            while True:
                for message in self.notifications[seen:]:
                    if message.get("method") == method and matches(message.get("params") or {}):
                        return message.get("params") or {}
                seen = len(self.notifications)
                left = deadline - time.monotonic()
                if self._gone or left <= 0:
                    raise TimeoutError(f"no {method} came; see {self.log}")
                self._changed.wait(left)

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> None:
        """As a power cut does."""
        self.process.kill()
        self.process.wait()
        self._reader.join(5)
        self._close()

    def close(self, timeout: float = 20) -> int:
        """Ends its input and waits: the regular end."""
        if self.process.stdin:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass
        try:
            status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self._reader.join(5)
        self._close()
        return status

    def _close(self) -> None:
        self._log.close()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                if pipe:
                    pipe.close()
            except BrokenPipeError:
                pass
