# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Identity, recovery and verification against matrix-js-sdk, whose crypto shares no line with ours."""

import time
import unittest
from typing import Any

from harness.cli import Cli
from harness.jspeer import JsPeer
from harness.peercase import PeerCase

READY, STARTED, CANCELLED, DONE = 3, 4, 5, 6


class EncryptionPeer(PeerCase):
    def flow(self, cli: Cli, *states: str) -> dict[str, Any]:
        return dict(self.until(lambda: next(
            (view for view in cli.call("verification.list") if view["state"] in states), None)))

    def seen(self, js: JsPeer, **wanted: Any) -> dict[str, Any]:
        def found() -> Any:
            try:
                view = js.call("verification")
            except Exception:  # not there yet
                return None
            return view if all(view.get(k) == v for k, v in wanted.items()) else None
        return dict(self.until(found))

    def emoji_agree(self, cli: Cli, js: JsPeer) -> None:
        sas = self.flow(cli, "sas")
        seen = self.until(lambda: js.call("verification")["emoji"] and js.call("verification"))
        self.assertEqual([e["symbol"].rstrip("\ufe0f") for e in sas["emoji"]],
                         [symbol.rstrip("\ufe0f") for symbol, _ in seen["emoji"]])
        self.assertEqual(sas["decimals"], seen["decimals"])
        cli.call("verification.confirm", flowId=sas["flowId"])
        js.call("confirmVerification")
        self.flow(cli, "done")

    def test_identities_are_seen_and_keys_reach_signed_devices(self) -> None:
        us, cli, them, js, room = self.pair()
        event = js.send(room, "Bien reçu")
        item = cli.wait_item(room, eventId=event, body="Bien reçu")
        self.assertEqual(item["encryption"]["trust"], "ok")
        device = cli.call("session.status")["deviceId"]
        status = self.until(lambda: js.call("deviceStatus", userId=us.user_id, deviceId=device))
        self.assertTrue(status["signed"])
        trusts = {d["trust"] for d in cli.call("devices.list", userId=them.user_id)}
        self.assertEqual(trusts, {"signed"})

    def test_emoji_in_a_room_asked_by_us(self) -> None:
        us, cli, them, js, room = self.pair()
        cli.call("verification.request", userId=them.user_id, roomId=room)
        self.seen(js, phase=2)
        js.call("acceptVerification")
        self.flow(cli, "ready")
        cli.call("verification.startSas")
        self.emoji_agree(cli, js)
        self.assertTrue(cli.call("crypto.identity", userId=them.user_id)["verified"])
        self.until(lambda: js.call("userStatus", userId=us.user_id)["verified"])

    def test_emoji_in_a_room_asked_by_them(self) -> None:
        us, cli, them, js, room = self.pair()
        js.call("requestVerification", userId=us.user_id, roomId=room)
        self.flow(cli, "requested")
        cli.call("verification.accept")
        self.seen(js, phase=READY)
        js.call("startSas")
        self.emoji_agree(cli, js)
        self.assertTrue(cli.call("crypto.identity", userId=them.user_id)["verified"])
        self.until(lambda: js.call("userStatus", userId=us.user_id)["verified"])

    def test_our_new_device_is_verified_by_theirs_by_emoji(self) -> None:
        person = self.person()
        js, _ = self.theirs(person)
        room = js.call("createRoom", name="Notes")["roomId"]
        event = js.send(room, "écrit avant")
        cli = self.cli(person)
        cli.call("verification.request", userId=person.user_id)
        self.seen(js, phase=2)
        js.call("acceptVerification")
        self.flow(cli, "ready")
        cli.call("verification.startSas")
        self.emoji_agree(cli, js)
        self.until(lambda: cli.call("crypto.status")["crossSigning"]["thisDeviceSigned"])
        self.until(lambda: cli.call("crypto.status")["crossSigning"]["keysHere"])
        self.until(lambda: cli.call("crypto.status")["backup"]["keyHere"])
        cli.wait_item(room, eventId=event, body="écrit avant", seconds=90)

    def test_their_new_device_is_verified_by_ours_by_emoji(self) -> None:
        person = self.person()
        cli, _ = self.ours(person)
        js = self.js(person)
        js.call("requestVerification")
        self.flow(cli, "requested")
        cli.call("verification.accept")
        self.seen(js, phase=READY)
        js.call("startSas")
        self.emoji_agree(cli, js)
        self.until(lambda: js.call("cryptoStatus")["ready"])

    def test_qr_codes_both_ways(self) -> None:
        for we_show in (True, False):
            us, cli, them, js, room = self.pair()
            flow = cli.call("verification.request", userId=them.user_id, roomId=room)["flowId"]
            self.seen(js, phase=2)
            js.call("acceptVerification")
            self.flow(cli, "ready")
            if we_show:
                payload = cli.call("verification.qr", flowId=flow)["payload"]
                js.call("scanned", payload=payload)
                self.flow(cli, "scanned")
                cli.call("verification.confirm")
            else:
                self.seen(js, phase=READY)
                cli.call("verification.scanned", payload=js.call("qr")["payload"])
                self.seen(js, scanned=True)
                js.call("confirmVerification")
            self.flow(cli, "done")
            self.assertTrue(cli.call("crypto.identity", userId=them.user_id)["verified"])
            self.until(lambda js=js, us=us: js.call("userStatus", userId=us.user_id)["verified"])

    def test_their_recovery_is_opened_by_us(self) -> None:
        for how in ("key", "passphrase"):
            person, guest = self.person(), self.person()
            words = {"passphrase": "une phrase de passe"} if how == "passphrase" else {}
            js, key = self.theirs(person, **words)
            other = self.cli(guest)
            room = self.room_of_js(js, other, guest)
            events = [js.send(room, f"message {i}") for i in range(3)]
            time.sleep(12)  # their backup goes up after a random delay
            cli = self.cli(person)
            cli.call("crypto.recover", **(words or {"recoveryKey": key}))
            cli.idle()
            for i, event in enumerate(events):
                cli.wait_item(room, eventId=event, body=f"message {i}")
            self.assertTrue(cli.call("crypto.status")["crossSigning"]["thisDeviceSigned"])
            self.assertTrue(cli.call("crypto.status")["backup"]["trusted"])

    def test_our_recovery_is_opened_by_them(self) -> None:
        for how in ("key", "passphrase"):
            person, guest = self.person(), self.person()
            words = {"passphrase": "une phrase de passe"} if how == "passphrase" else {}
            cli, key = self.ours(person, **words)
            other = self.js(guest)
            room = self.room_of_cli(cli, other, guest)
            events = [cli.send(room, f"message {i}") for i in range(3)]
            self.until(lambda cli=cli: cli.call("crypto.status")["backup"]["uploaded"] > 0)
            js = self.js(person)
            js.call("recover", **(words or {"recoveryKey": key}))
            told = js.call("restoreBackup")
            self.assertEqual(told["imported"], told["total"])
            for i, event in enumerate(events):
                js.wait_item(room, eventId=event, body=f"message {i}")

    def test_a_reset_of_their_identity_is_seen(self) -> None:
        us, cli, them, js, room = self.pair()
        js.call("resetIdentity", password=them.password)
        self.until(lambda: cli.call("crypto.identity", userId=them.user_id)["changed"])
        self.assertEqual(len(cli.call("crypto.changedIdentities", roomId=room)), 1)
        cli.idle()  # the new identity is published before it has signed the device
        event = cli.send(room, "toujours là")
        js.wait_item(room, eventId=event, body="toujours là")
        cli.call("crypto.acknowledge", userId=them.user_id)
        self.assertFalse(cli.call("crypto.identity", userId=them.user_id)["changed"])

    def test_cancelling_and_differing(self) -> None:
        us, cli, them, js, room = self.pair()
        cli.call("verification.request", userId=them.user_id, roomId=room)
        self.seen(js, phase=2)
        js.call("acceptVerification")
        self.flow(cli, "ready")
        cli.call("verification.startSas")
        self.flow(cli, "sas")
        self.until(lambda: js.call("verification")["emoji"])
        js.call("mismatchVerification")
        self.assertEqual(self.flow(cli, "cancelled")["cancelCode"], "m.mismatched_sas")
        self.assertFalse(cli.call("crypto.identity", userId=them.user_id)["verified"])


if __name__ == "__main__":
    unittest.main()
