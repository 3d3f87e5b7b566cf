# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every live test begins with: a home server, people, and an end that leaves nothing."""

import itertools
import shutil
import tempfile
import time
import unittest
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .cli import Cli
from .homeserver import Homeserver
from .jspeer import JsPeer
from .rpcprocess import RpcProcess

_numbers = itertools.count(1)


@dataclass
class Person:
    user: str
    user_id: str
    password: str
    name: str


class LiveCase(unittest.TestCase):
    """One home server for the class; each test has its own people."""

    server: Homeserver
    folder: Path
    overrides: dict[str, Any] = {}  # of the home server's configuration

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="tchap-live-"))
        cls.server = Homeserver(cls.folder / "homeserver", cls.overrides).start()

    @classmethod
    def tearDownClass(cls) -> None:
        cls.server.stop()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def setUp(self) -> None:
        self._running: list[RpcProcess] = []

    def tearDown(self) -> None:
        failed = getattr(self._outcome, "result", None) and any(
            test is self for test, _ in self._outcome.result.failures + self._outcome.result.errors)
        for process in self._running:
            if process.running:
                process.kill()
            if failed:
                self._show(process)

    def _show(self, process: RpcProcess) -> None:
        tail = process.log.read_text(errors="replace").splitlines()[-25:]
        print(f"--- {process.log}", *tail, sep="\n")

    def person(self, name: str = "Camille Martin [DINUM]") -> Person:
        user = f"user{next(_numbers)}"
        return Person(user, self.server.register(user, f"pw-{user}", name), f"pw-{user}", name)

    def cli(self, person: Person, url: str = "", folder: str = "") -> Cli:
        """Signed in and idle on a new device."""
        place = self.folder / (folder or f"{person.user}-{next(_numbers)}")
        return self.kept(Cli(place)).sign_in(url or self.server.url, person.user, person.password)

    def again(self, old: Cli) -> Cli:
        """The program started again on the same data."""
        return self.kept(Cli(old.folder)).go_on()

    def js(self, person: Person, url: str = "", **more: Any) -> JsPeer:
        peer = self.kept(JsPeer(self.folder / f"js-{person.user}-{next(_numbers)}"))
        return peer.sign_in(url or self.server.url, person.user, person.password, **more)

    def kept(self, process: Any) -> Any:
        self._running.append(process)
        return process

    def room_of_cli(self, cli: Cli, js: JsPeer, guest: Person, **more: Any) -> str:
        """Encrypted, made by us, joined by the other."""
        room = cli.call("rooms.create", name="Salon d'essai", encrypted=True,
                        invite=[guest.user_id], **more)["roomId"]
        js.wait_membership(room, "invite")
        js.call("join", roomId=room)
        js.wait_membership(room, "join")
        self.wait_members(cli, room, guest)
        return str(room)

    def room_of_js(self, js: JsPeer, cli: Cli, guest: Person) -> str:
        """Encrypted, made by the other, joined by us."""
        room = js.call("createRoom", name="Salon d'ailleurs", invite=[guest.user_id])["roomId"]
        cli.wait_membership(room, "invite")
        cli.call("rooms.join", roomId=room)
        cli.wait_membership(room, "join")
        return str(room)

    def wait_members(self, cli: Cli, room: str, person: Person) -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            for member in cli.call("rooms.members", roomId=room):
                if member["userId"] == person.user_id and member["membership"] == "join":
                    return
            time.sleep(0.1)
        self.fail(f"{person.user_id} is not seen to have joined")


def reactions(item: dict[str, Any]) -> dict[str, int]:
    """Key and count of tchap-cli's reactions."""
    return {each["key"]: each["count"] for each in item.get("reactions") or []}
