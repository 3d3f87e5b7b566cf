# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices that come and go, and keys carried in files, between us and matrix-js-sdk."""

import unittest
from typing import Any

from harness.case import Person
from harness.cli import Cli
from harness.jspeer import JsPeer
from harness.peercase import PeerCase
from harness.rpcprocess import RpcError

_WORDS = "une phrase pour le fichier"


class PeerDevices(PeerCase):
    def said(self, cli: Cli, js: JsPeer, room: str) -> list[tuple[str, str]]:
        """One message of each side, read by the other: event and text."""
        ours, theirs = cli.send(room, "de nous"), js.send(room, "d'eux")
        js.wait_item(room, eventId=ours, body="de nous")
        cli.wait_item(room, eventId=theirs, body="d'eux")
        return [(ours, "de nous"), (theirs, "d'eux")]

    def trusts(self, cli: Cli, person: Person) -> dict[str, str]:
        listed = cli.call("devices.list", userId=person.user_id)
        return {device["deviceId"]: device["trust"] for device in listed}

    def test_a_key_file_of_ours_is_read_by_them(self) -> None:
        us, cli, _, js, room = self.pair()
        said = self.said(cli, js, room)
        path = str(self.folder / "de-nous.txt")
        told = cli.call("crypto.exportKeys", path=path, passphrase=_WORDS)
        self.assertEqual(told["imported"], told["total"])
        new = self.js(us)
        for event, _ in said:
            item = new.wait_item(room, eventId=event)
            self.assertIsNotNone(item["failure"])
        with self.assertRaises(RpcError):
            new.call("importKeys", path=path, passphrase="une autre")
        new.call("importKeys", path=path, passphrase=_WORDS)
        for event, body in said:
            new.wait_item(room, eventId=event, body=body)

    def test_a_key_file_of_theirs_is_read_by_us(self) -> None:
        _, cli, them, js, room = self.pair()
        said = self.said(cli, js, room)
        path = str(self.folder / "d-eux.txt")
        js.call("exportKeys", path=path, passphrase=_WORDS)
        new = self.cli(them)
        for event, _ in said:
            item = new.wait_item(room, eventId=event)
            self.assertNotEqual(item["encryption"]["state"], "ok")
        with self.assertRaises(RpcError):
            new.call("crypto.importKeys", path=path, passphrase="une autre")
        told = new.call("crypto.importKeys", path=path, passphrase=_WORDS)
        self.assertEqual(told["imported"], told["total"])
        self.assertGreater(told["total"], 0)
        for event, body in said:
            item = new.wait_item(room, eventId=event, body=body)
            # A file proves nothing about who wrote.
            self.assertEqual(item["encryption"]["trust"], "forwarded")

    def test_their_device_is_gone_before_we_read(self) -> None:
        """Known to us before, or never seen: the message is read, its sender is not vouched for."""
        for known in (True, False):
            _, cli, them, _, room = self.pair()
            if not known:
                cli.idle()
                cli.kill()
            second = self.js(them)
            second.call("recover", recoveryKey=self.keys[them.user_id])
            device = second.call("whoami")["deviceId"]
            if known:
                event = second.send(room, "encore là")
                item = cli.wait_item(room, eventId=event, body="encore là")
                self.assertEqual(item["encryption"]["trust"], "ok")
                cli.idle()
                cli.kill()
            event = second.send(room, "dernier mot")
            second.call("logout")
            again = self.again(cli)
            item = again.wait_item(room, eventId=event, body="dernier mot")
            again.idle()
            self.assertNotIn(device, self.trusts(again, them))
            # Read before the list came, a known device was still what it had been.
            again.wait_item(room, eventId=event, encryption=item["encryption"] | {
                "trust": "unknownDevice"})

    def test_our_device_is_gone_before_they_read(self) -> None:
        us, cli, _, js, room = self.pair()
        second = self.cli(us)
        second.call("crypto.recover", recoveryKey=self.keys[us.user_id])
        second.idle()
        event = second.send(room, "dernier mot")
        second.idle()
        second.call("session.logout")
        js.wait_item(room, eventId=event, body="dernier mot")
        cli.wait_item(room, eventId=event, body="dernier mot")

    def test_devices_that_came_and_went_while_we_were_off(self) -> None:
        _, cli, them, js, room = self.pair()
        leaving = self.js(them)
        leaving.call("recover", recoveryKey=self.keys[them.user_id])
        gone = leaving.call("whoami")["deviceId"]
        before = cli.send(room, "à deux appareils")
        leaving.wait_item(room, eventId=before, body="à deux appareils")
        cli.idle()
        cli.kill()
        leaving.call("logout")
        coming = self.js(them)
        coming.call("recover", recoveryKey=self.keys[them.user_id])
        come = coming.call("whoami")["deviceId"]
        unsigned = self.js(them)
        again = self.again(cli)
        again.idle()
        event = again.send(room, "aux appareils d'aujourd'hui")
        coming.wait_item(room, eventId=event, body="aux appareils d'aujourd'hui")
        js.wait_item(room, eventId=event, body="aux appareils d'aujourd'hui")
        trusts = self.trusts(again, them)
        self.assertEqual(trusts.get(come), "signed")
        self.assertNotIn(gone, trusts)
        item = unsigned.wait_item(room, eventId=event)
        self.assertIsNotNone(item["failure"])
        # Whoever had the device that left cannot read on: another session.
        self.assertNotEqual(self.session(js, room, before), self.session(js, room, event))

    def session(self, js: JsPeer, room: str, event: str) -> Any:
        return js.wait_item(room, eventId=event)["session"]


if __name__ == "__main__":
    unittest.main()
