# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""matrix-js-sdk with its Rust crypto, in a Node process: an implementation that is not ours."""

import time
from pathlib import Path
from typing import Any

from . import tools
from .rpcprocess import RpcProcess


class JsPeer(RpcProcess):
    """One device of one user; its keys live as long as the process."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(tools.js_peer(), folder / "jspeer.log")

    def sign_in(self, url: str, user: str, password: str, **more: Any) -> "JsPeer":
        self.call("login", homeserver=url, user=user, password=password, **more)
        return self

    def send(self, room: str, body: str, **more: Any) -> str:
        return str(self.call("send", roomId=room, body=body, **more)["eventId"])

    def timeline(self, room: str) -> list[dict[str, Any]]:
        return list(self.call("timeline", roomId=room)["items"])

    def wait_item(self, room: str, seconds: float = 45, **wanted: Any) -> dict[str, Any]:
        deadline = time.monotonic() + seconds
        while True:
            items = self.timeline(room)
            for item in items:
                if all(item.get(key) == value for key, value in wanted.items()):
                    return item
            if time.monotonic() > deadline:
                shown = [(i.get("body"), i.get("failure")) for i in items[-8:]]
                raise AssertionError(f"js: no item with {wanted}; the last are {shown}")
            time.sleep(0.1)

    def wait_membership(self, room: str, membership: str, seconds: float = 45) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for known in self.call("rooms")["rooms"]:
                if known["roomId"] == room and known["membership"] == membership:
                    return
            time.sleep(0.1)
        raise AssertionError(f"js: {room} did not become {membership}")
