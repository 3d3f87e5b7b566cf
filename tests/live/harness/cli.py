# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tchap-cli: the product under test."""

import os
import time
from pathlib import Path
from typing import Any

from .rpcprocess import RpcProcess

BUILD = Path(os.environ.get("TCHAP_BUILD") or Path(__file__).resolve().parents[3] / "build")


class Cli(RpcProcess):
    """One account in `folder`; a second Cli on the same folder is the program started again."""

    def __init__(self, folder: Path, *options: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        passphrase = folder / "passphrase"
        if not passphrase.exists():
            passphrase.write_text("une phrase de passe pour les essais\n", encoding="utf-8")
            passphrase.chmod(0o600)
        self.data = folder / "data"
        super().__init__(
            [str(BUILD / "bin" / "tchap-cli"), "--data-dir", str(self.data),
             "--passphrase-file", str(passphrase), "--allow-loopback-http",
             "--log-level", "debug", *options, "rpc"], folder / "tchap-cli.log",
            os.environ | {"XDG_STATE_HOME": str(folder / "state")})

    def login(self, url: str, user: str, password: str, device: str = "test") -> Any:
        return self.call("session.login", homeserver=url, user=user, password=password,
                         deviceName=device)

    def sign_in(self, url: str, user: str, password: str) -> "Cli":
        """Signed in, synchronised and idle."""
        self.login(url, user, password)
        self.call("sync.start")
        self.idle()
        return self

    def go_on(self) -> "Cli":
        """After a restart."""
        self.call("session.restore")
        self.call("sync.start")
        return self

    def idle(self, seconds: float = 60) -> None:
        self.call("sync.waitIdle", timeout=seconds + 10, timeoutMs=int(seconds * 1000))

    def send(self, room: str, body: str, **more: Any) -> str:
        """Sent for good; gives the event id."""
        return self.sent(self.call("message.send", roomId=room, body=body, **more)["txnId"])

    def sent(self, txn: str, seconds: float = 60) -> str:
        answer = self.call("message.waitSent", timeout=seconds + 10, txnId=txn,
                           timeoutMs=int(seconds * 1000))
        return str(answer["eventId"])

    def timeline(self, room: str, limit: int = 100) -> list[dict[str, Any]]:
        return list(self.call("timeline.get", roomId=room, limit=limit)["items"])

    def whole_timeline(self, room: str) -> list[dict[str, Any]]:
        """Every page, oldest first."""
        items: list[dict[str, Any]] = []
        before: str | None = None
        while True:
            more = {"before": before} if before else {}
            page = self.call("timeline.get", roomId=room, limit=100, **more)
            items = page["items"] + items
            before = page["before"]
            if not before:
                return items

    def wait_item(self, room: str, seconds: float = 45, **wanted: Any) -> dict[str, Any]:
        """Until an item has all these fields: wait_item(room, body="Bonjour")."""
        deadline = time.monotonic() + seconds
        while True:
            items = self.timeline(room)
            for item in items:
                if all(item.get(key) == value for key, value in wanted.items()):
                    return item
            if time.monotonic() > deadline:
                shown = [(i.get("body"), i.get("encryption")) for i in items[-8:]]
                raise AssertionError(f"no item with {wanted} in {room}; the last are {shown}")
            time.sleep(0.1)

    def wait_membership(self, room: str, membership: str, seconds: float = 45) -> dict[str, Any]:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for known in self.call("rooms.list"):
                if known["roomId"] == room and known["membership"] == membership:
                    return dict(known)
            time.sleep(0.1)
        raise AssertionError(f"{room} did not become {membership}")
