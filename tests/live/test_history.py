# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room's history for whom it is shared with: between programs of ours, and with matrix-js-sdk."""

import time
import unittest
from typing import Any

from harness.case import LiveCase, Person
from harness.cli import Cli
from harness.jspeer import JsPeer


class History(LiveCase):
    def until(self, what: Any, seconds: float = 45) -> Any:
        deadline = time.monotonic() + seconds
        while True:
            value = what()
            if value:
                return value
            self.assertLess(time.monotonic(), deadline, "it never came")
            time.sleep(0.1)

    def ours(self) -> tuple[Person, Cli]:
        person = self.person()
        cli = self.cli(person)
        cli.call("crypto.bootstrap", password=person.password)
        cli.idle()
        self.until(lambda: cli.call("crypto.status")["crossSigning"]["thisDeviceSigned"])
        return person, cli

    def theirs(self) -> tuple[Person, JsPeer]:
        person = self.person()
        js = self.js(person)
        js.call("bootstrap", password=person.password)
        return person, js

    def wait_trust(self, cli: Cli, room: str, event: str, body: str, by: str) -> None:
        item = cli.wait_item(room, eventId=event, body=body)
        self.assertEqual(item["encryption"]["trust"], "sharedHistory")
        self.assertEqual(item["encryption"]["sharedBy"], by)

    def test_an_invitee_of_ours_reads_what_was_written_before(self) -> None:
        us, cli = self.ours()
        other, third = self.ours()
        them, guest = self.ours()
        stranger = self.cli(them)  # a device that their identity did not sign
        room = cli.call("rooms.create", name="Salon", invite=[other.user_id])["roomId"]
        third.wait_membership(room, "invite")
        third.call("rooms.join", roomId=room)
        self.wait_members(cli, room, other)
        first = cli.send(room, "pour la suite")
        theirs = third.send(room, "et pour toi aussi")
        cli.wait_item(room, eventId=theirs, body="et pour toi aussi")
        cli.call("rooms.invite", roomId=room, userId=them.user_id)
        guest.wait_membership(room, "invite")
        guest.call("rooms.join", roomId=room)
        self.wait_trust(guest, room, first, "pour la suite", us.user_id)
        self.wait_trust(guest, room, theirs, "et pour toi aussi", us.user_id)
        stranger.idle()
        self.assertEqual(stranger.wait_item(room, eventId=first)["encryption"]["state"], "waiting")
        later = cli.send(room, "bienvenue")
        item = guest.wait_item(room, eventId=later, body="bienvenue")
        self.assertEqual(item["encryption"]["trust"], "ok")

    def test_what_is_to_be_shared_survives_a_kill(self) -> None:
        us, cli = self.ours()
        them, guest = self.ours()
        room = cli.call("rooms.create", name="Salon")["roomId"]
        event = cli.send(room, "avant toi")
        cli.call("sync.stop")  # the invitation goes out, the history cannot yet
        cli.call("rooms.invite", roomId=room, userId=them.user_id)
        cli.kill()
        guest.wait_membership(room, "invite")
        guest.call("rooms.join", roomId=room)
        self.assertEqual(guest.wait_item(room, eventId=event)["encryption"]["state"], "waiting")
        guest.kill()  # and the one who waits for it is started again as well
        self.again(cli)
        self.wait_trust(self.again(guest), room, event, "avant toi", us.user_id)

    def test_keys_that_lie_in_the_backup_only_are_shared_too(self) -> None:
        person = self.person()
        old = self.cli(person)
        key = old.call("crypto.bootstrap", password=person.password)["recoveryKey"]
        room = old.call("rooms.create", name="Salon")["roomId"]
        self.until(lambda: old.call("crypto.status")["backup"]["trusted"])
        new = self.cli(person)
        new.call("crypto.recover", recoveryKey=key)
        new.idle()
        new.call("sync.stop")
        new.kill()  # what is written now goes to the backup, not to this device
        event = old.send(room, "écrit ailleurs")
        self.until(lambda: old.call("crypto.status")["backup"]["uploaded"]
                   == old.call("crypto.status")["backup"]["total"] > 0)
        old.call("session.logout")
        them, guest = self.ours()
        new = self.again(new)
        new.call("rooms.invite", roomId=room, userId=them.user_id)
        guest.wait_membership(room, "invite")
        guest.call("rooms.join", roomId=room)
        self.wait_trust(guest, room, event, "écrit ailleurs", person.user_id)

    def test_an_invitee_of_ours_reads_it_in_matrix_js_sdk(self) -> None:
        us, cli = self.ours()
        them, js = self.theirs()
        room = cli.call("rooms.create", name="Salon")["roomId"]
        event = cli.send(room, "pour la suite")
        cli.call("rooms.invite", roomId=room, userId=them.user_id)
        js.wait_membership(room, "invite")
        cli.idle()  # the bundle is there before they join
        js.call("join", roomId=room)
        js.wait_item(room, eventId=event, body="pour la suite")

    def test_it_may_come_to_matrix_js_sdk_after_the_join(self) -> None:
        us, cli = self.ours()
        them, js = self.theirs()
        room = cli.call("rooms.create", name="Salon")["roomId"]
        event = cli.send(room, "avant toi")
        cli.call("sync.stop")
        cli.call("rooms.invite", roomId=room, userId=them.user_id)
        js.wait_membership(room, "invite")
        js.call("join", roomId=room)
        cli.call("sync.start")
        js.wait_item(room, eventId=event, body="avant toi")

    def test_we_read_what_matrix_js_sdk_shares(self) -> None:
        them, js = self.theirs()
        us, cli = self.ours()
        room = js.call("createRoom", name="Ailleurs")["roomId"]
        self.until(lambda: js.call("encryptsIn", roomId=room)["encrypts"])
        event = js.send(room, "pour la suite")
        js.call("invite", roomId=room, userId=us.user_id)
        cli.wait_membership(room, "invite")
        cli.call("rooms.join", roomId=room)
        self.wait_trust(cli, room, event, "pour la suite", them.user_id)


if __name__ == "__main__":
    unittest.main()
