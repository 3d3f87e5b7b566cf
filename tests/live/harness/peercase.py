# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People with identities and recovery, some of them with matrix-js-sdk."""

import time
from typing import Any

from .case import LiveCase, Person
from .cli import Cli
from .jspeer import JsPeer


class PeerCase(LiveCase):
    def setUp(self) -> None:
        super().setUp()
        self.keys: dict[str, str] = {}  # user id -> recovery key

    def until(self, what: Any, seconds: float = 45) -> Any:
        deadline = time.monotonic() + seconds
        while True:
            value = what()
            if value:
                return value
            self.assertLess(time.monotonic(), deadline, "it never came")
            time.sleep(0.1)

    def ours(self, person: Person, **more: Any) -> tuple[Cli, str]:
        cli = self.cli(person)
        key = cli.call("crypto.bootstrap", password=person.password, **more)["recoveryKey"]
        self.keys[person.user_id] = key
        cli.idle()
        return cli, key

    def theirs(self, person: Person, **more: Any) -> tuple[JsPeer, str]:
        js = self.js(person)
        key = js.call("bootstrap", password=person.password, **more)["recoveryKey"]
        self.keys[person.user_id] = key
        return js, key

    def friend(self, cli: Cli) -> tuple[Cli, str]:
        """Another person of ours in an encrypted room with `cli`, where devices are known."""
        other = self.person()
        friend, _ = self.ours(other)
        room = cli.call("rooms.create", name="Salon", encrypted=True,
                        invite=[other.user_id])["roomId"]
        friend.wait_membership(room, "invite")
        friend.call("rooms.join", roomId=room)
        self.wait_members(cli, room, other)
        event = friend.send(room, "avant")
        cli.wait_item(room, eventId=event, body="avant")
        return friend, str(room)

    def pair(self) -> tuple[Person, Cli, Person, JsPeer, str]:
        us, them = self.person(), self.person()
        cli, _ = self.ours(us)
        js, _ = self.theirs(them)
        room = self.room_of_cli(cli, js, them, isDirect=True)
        event = cli.send(room, "Bonjour")
        js.wait_item(room, eventId=event, body="Bonjour")
        return us, cli, them, js, room
