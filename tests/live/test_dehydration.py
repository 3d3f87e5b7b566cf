# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dehydrated devices on a server that keeps them, among ourselves and with matrix-js-sdk: what was
sent while a person was signed in nowhere is read at the next sign-in. The key backup cannot help:
nobody of the person's was there to put the key into it."""

import unittest
from typing import Any
from urllib.error import HTTPError

from harness.case import Person
from harness.cli import Cli
from harness.homeserver import request
from harness.peercase import PeerCase

_PLACE = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device"


class Dehydration(PeerCase):
    overrides = {"experimental_features": {"msc3814_enabled": True}}

    def waits(self, cli: Cli) -> bool:
        status = cli.call("crypto.status")["dehydratedDevice"]
        self.assertTrue(status["supported"])
        return bool(status["exists"])

    def absent(self) -> tuple[Person, Cli, str, Any]:
        """Somebody with a dehydrated device, made by us, whose only sign-in is off."""
        person = self.person()
        cli, key = self.ours(person)
        self.until(lambda: self.waits(cli))
        device = self.device_at_server(person)
        self.assertTrue(device)
        return person, cli, key, device

    def asked(self, person: Person, method: str, path: str) -> Any:
        """The server's answer to a sign-in of its own, which is gone again afterwards."""
        login = request("POST", f"{self.server.url}/_matrix/client/v3/login", {
            "type": "m.login.password", "password": person.password,
            "identifier": {"type": "m.id.user", "user": person.user}})
        token = login["access_token"]
        try:
            return request(method, self.server.url + path, token=token)
        finally:
            request("POST", f"{self.server.url}/_matrix/client/v3/logout", {}, token)

    def device_at_server(self, person: Person) -> Any:
        """None between two devices: the old one is gone, the new one not there yet."""
        try:
            return self.asked(person, "GET", _PLACE)["device_id"]
        except HTTPError as absent:
            self.assertEqual(absent.code, 404)
            return None

    def is_replaced(self, person: Person, device: Any) -> bool:
        return self.device_at_server(person) not in (None, device)

    def test_a_new_sign_in_reads_what_was_sent_meanwhile(self) -> None:
        person, cli, key, device = self.absent()
        friend, room = self.friend(cli)
        cli.kill()
        event = friend.send(room, "pendant l'absence")
        new = self.cli(person)
        new.call("crypto.recover", recoveryKey=key)
        item = new.wait_item(room, eventId=event, body="pendant l'absence")
        self.assertEqual(item["encryption"]["trust"], "ok")
        # Used, so another is in its place, and it opens with the same recovery.
        self.until(lambda: self.is_replaced(person, device))
        new.idle()
        new.kill()
        event = friend.send(room, "encore")
        third = self.cli(person)
        third.call("crypto.recover", recoveryKey=key)
        third.wait_item(room, eventId=event, body="encore")

    def test_it_is_no_sign_in_and_nobody_is_alarmed(self) -> None:
        person, cli, _, device = self.absent()
        friend, _ = self.friend(cli)
        self.assertIn(device, {d["device_id"] for d in self.asked(
            person, "GET", "/_matrix/client/v3/devices")["devices"]})
        for who, user in ((cli, ""), (friend, person.user_id)):
            listed = who.call("devices.list", **({"userId": user} if user else {}))
            self.assertNotIn(device, {d["deviceId"] for d in listed})
            self.assertTrue(listed)
        self.assertEqual(cli.call("crypto.status")["newDevices"], 0)

    def test_a_reading_that_is_broken_off_begins_again(self) -> None:
        person, cli, key, _ = self.absent()
        friend, room = self.friend(cli)
        cli.kill()
        event = friend.send(room, "survit")
        new = self.cli(person)
        new.call("crypto.recover", recoveryKey=key)
        new.kill()
        again = self.again(new)
        again.wait_item(room, eventId=event, body="survit")

    def test_a_reset_takes_another_device_and_key(self) -> None:
        person, cli, old, device = self.absent()
        friend, room = self.friend(cli)
        key = cli.call("crypto.resetIdentity", password=person.password)["recoveryKey"]
        self.until(lambda: self.waits(cli) and self.is_replaced(person, device))
        self.until(lambda: friend.call("crypto.identity", userId=person.user_id)["changed"])
        friend.call("crypto.acknowledge", userId=person.user_id)
        cli.idle()
        cli.kill()
        event = friend.send(room, "nouvelle identité")
        new = self.cli(person)
        with self.assertRaises(Exception):
            new.call("crypto.recover", recoveryKey=old)
        new.call("crypto.recover", recoveryKey=key)
        new.wait_item(room, eventId=event, body="nouvelle identité")

    def test_one_that_they_made_is_read_by_us(self) -> None:
        person, other = self.person(), self.person()
        js, key = self.theirs(person)
        js.call("startDehydration")
        device = self.device_at_server(person)
        friend, _ = self.ours(other)
        room = self.room_of_js(js, friend, other)
        event = friend.send(room, "avant")
        js.wait_item(room, eventId=event, body="avant")
        js.kill()
        event = friend.send(room, "pendant l'absence")
        cli = self.cli(person)
        cli.call("crypto.recover", recoveryKey=key)
        item = cli.wait_item(room, eventId=event, body="pendant l'absence")
        self.assertEqual(item["encryption"]["trust"], "ok")
        self.until(lambda: self.is_replaced(person, device))

    def test_their_recovery_gets_a_key_for_one_of_ours(self) -> None:
        for words in ({}, {"passphrase": "une phrase de passe"}):
            person = self.person()
            js, key = self.theirs(person, **words)
            cli = self.cli(person)
            cli.call("crypto.recover", **(words or {"recoveryKey": key}))
            self.until(lambda cli=cli: self.waits(cli))
            friend, room = self.friend(cli)
            js.kill()
            cli.kill()
            event = friend.send(room, "pendant l'absence")
            new = self.cli(person)
            new.call("crypto.recover", **(words or {"recoveryKey": key}))
            new.wait_item(room, eventId=event, body="pendant l'absence")

    def test_one_that_we_made_is_read_by_them(self) -> None:
        person, cli, key, device = self.absent()
        friend, room = self.friend(cli)
        cli.kill()
        event = friend.send(room, "pendant l'absence")
        js = self.js(person)
        js.call("recover", recoveryKey=key)
        js.call("startDehydration")
        js.wait_item(room, eventId=event, body="pendant l'absence")
        self.assertTrue(self.is_replaced(person, device))

    def test_more_than_one_page_is_read(self) -> None:
        person, cli, key, _ = self.absent()
        other = self.person()
        js, _ = self.theirs(other)
        room = self.room_of_cli(cli, js, other)
        js.wait_item(room, eventId=cli.send(room, "avant"), body="avant")
        cli.idle()
        cli.kill()
        events = []
        for number in range(104):
            js.call("rotate", roomId=room)
            events.append(js.send(room, f"page {number}"))
        new = self.cli(person)
        new.call("crypto.recover", recoveryKey=key)
        new.wait_item(room, eventId=events[-1], body="page 103", seconds=90)
        wanted = {event: f"page {number}" for number, event in enumerate(events)}
        self.until(lambda: wanted == {item["eventId"]: item["body"] for item in
                                      new.whole_timeline(room) if item["eventId"] in wanted})


class ServerWithout(PeerCase):
    def test_nothing_is_tried_and_nothing_is_read(self) -> None:
        person = self.person()
        cli, key = self.ours(person)
        friend, room = self.friend(cli)
        self.assertEqual(cli.call("crypto.status")["dehydratedDevice"],
                         {"supported": False, "exists": False})
        cli.kill()
        event = friend.send(room, "pendant l'absence")
        new = self.cli(person)
        new.call("crypto.recover", recoveryKey=key)
        new.idle()
        self.assertEqual(new.wait_item(room, eventId=event)["encryption"]["state"], "waiting")


if __name__ == "__main__":
    unittest.main()
