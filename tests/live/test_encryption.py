# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Identity, recovery and verification between devices of ours, on a real home server."""

import json
import time
import unittest
from typing import Any

from harness.case import Person
from harness.cli import Cli
from harness.homeserver import request
from harness.ourdevices import OurDevices
from harness.proxy import Answer, HoldingProxy
from harness.rpcprocess import RpcError


class Encryption(OurDevices):
    def trust(self, cli: Cli, user: str, device: str) -> str:
        for known in cli.call("devices.list", userId=user):
            if known["deviceId"] == device:
                return str(known["trust"])
        return "absent"

    def test_first_sign_in_makes_identity_recovery_and_backup(self) -> None:
        person = self.person()
        cli = self.cli(person)
        before = self.status(cli)
        self.assertFalse(before["crossSigning"]["exists"])
        self.assertIsNone(before["backup"]["version"])
        key = cli.call("crypto.bootstrap", password=person.password)["recoveryKey"]
        self.assertRegex(key, r"^([1-9A-Za-z]{4} ){11}[1-9A-Za-z]{4}$")
        cli.idle()
        after = self.status(cli)
        self.assertTrue(after["crossSigning"]["exists"])
        self.assertTrue(after["crossSigning"]["thisDeviceSigned"])
        self.assertTrue(after["backup"]["trusted"])
        self.assertTrue(after["recovery"])
        self.assertFalse(after["recoveryIncomplete"])
        with self.assertRaises(RpcError):
            cli.call("crypto.resetIdentity", password="not the password")
        self.assertTrue(self.status(cli)["crossSigning"]["trusted"])
        again = cli.call("crypto.resetIdentity", password=person.password)["recoveryKey"]
        self.assertNotEqual(again, key)
        cli.idle()
        self.assertTrue(self.status(cli)["crossSigning"]["thisDeviceSigned"])
        self.assertNotEqual(self.status(cli)["backup"]["version"], after["backup"]["version"])

    def test_a_new_device_reads_the_history_by_the_recovery_key(self) -> None:
        person, other = self.person(), self.person()
        cli, key = self.ours(person)
        guest = self.cli(other)
        room = cli.call("rooms.create", name="Histoire", invite=[other.user_id])["roomId"]
        guest.wait_membership(room, "invite")
        guest.call("rooms.join", roomId=room)
        self.wait_members(cli, room, other)
        sent = [cli.send(room, f"note {i}") for i in range(5)]
        theirs = guest.send(room, "réponse")
        cli.wait_item(room, eventId=theirs, body="réponse")
        self.until(lambda: self.status(cli)["backup"]["uploaded"]
                   == self.status(cli)["backup"]["total"] > 0)
        new = self.cli(person)
        new.call("rooms.list")
        item = new.wait_item(room, eventId=sent[-1])
        self.assertEqual(item["encryption"]["state"], "waiting")
        with self.assertRaises(RpcError):
            new.call("crypto.recover", recoveryKey=key[:-1] + ("1" if key[-1] != "1" else "2"))
        new.call("crypto.recover", recoveryKey=key)
        new.idle()
        for event in [*sent, theirs]:
            self.assertIn("body", new.wait_item(room, eventId=event))
        for i, event in enumerate(sent):
            new.wait_item(room, eventId=event, body=f"note {i}")
        new.wait_item(room, eventId=theirs, body="réponse")
        self.assertEqual(self.status(new)["undecryptable"]["count"], 0)
        self.assertTrue(self.status(new)["crossSigning"]["thisDeviceSigned"])
        self.assertTrue(self.status(new)["backup"]["trusted"])

    def test_recovery_by_passphrase(self) -> None:
        person = self.person()
        self.ours(person, passphrase="un long secret bien gardé")
        new = self.cli(person)
        with self.assertRaises(RpcError):
            new.call("crypto.recover", passphrase="un autre secret")
        new.call("crypto.recover", passphrase="un long secret bien gardé")
        new.idle()
        self.assertTrue(self.status(new)["crossSigning"]["thisDeviceSigned"])

    def test_a_new_device_is_verified_by_emoji_and_gets_the_secrets(self) -> None:
        person = self.person()
        cli, _ = self.ours(person)
        room = cli.call("rooms.create", name="Notes")["roomId"]
        event = cli.send(room, "avant")
        self.until(lambda: self.status(cli)["backup"]["uploaded"] > 0)
        new = self.cli(person)
        new.wait_item(room, eventId=event)
        new.call("verification.request", userId=person.user_id)
        self.flow(cli, "requested", incoming=True)
        cli.call("verification.accept")
        self.compare(new, cli)
        self.until(lambda: self.status(new)["crossSigning"]["thisDeviceSigned"])
        self.until(lambda: self.status(new)["crossSigning"]["keysHere"])
        self.until(lambda: self.status(new)["backup"]["keyHere"])
        new.wait_item(room, eventId=event, body="avant")

    def test_a_new_device_is_verified_by_qr_code_both_ways(self) -> None:
        for shower_is_new in (False, True):
            person = self.person()
            cli, _ = self.ours(person)
            new = self.cli(person)
            new.call("verification.request", userId=person.user_id)
            self.flow(cli, "requested", incoming=True)
            cli.call("verification.accept")
            shower, scanner = (new, cli) if shower_is_new else (cli, new)
            self.flow(new, "ready")
            payload = shower.call("verification.qr")["payload"]
            scanner.call("verification.scanned", payload=payload)
            self.flow(shower, "scanned")
            shower.call("verification.confirm")
            self.flow(shower, "done")
            self.flow(scanner, "done")
            self.until(lambda new=new: self.status(new)["crossSigning"]["thisDeviceSigned"])
            self.assertTrue(self.status(new)["crossSigning"]["trusted"])

    def colleagues(self) -> tuple[Person, Cli, Person, Cli, str]:
        us, them = self.person(), self.person()
        ours, _ = self.ours(us)
        theirs, _ = self.ours(them)
        room = ours.call("rooms.create", isDirect=True, invite=[them.user_id])["roomId"]
        theirs.wait_membership(room, "invite")
        theirs.call("rooms.join", roomId=room)
        self.wait_members(ours, room, them)
        self.wait_members(theirs, room, us)
        ours.send(room, "Bonjour")
        return us, ours, them, theirs, room

    def test_colleagues_verify_each_other_in_their_room(self) -> None:
        us, ours, them, theirs, room = self.colleagues()
        begun = time.monotonic()
        with self.assertRaises(RpcError) as nowhere:
            ours.call("verification.request", userId=them.user_id, roomId="!nowhere:localhost")
        self.assertEqual(nowhere.exception.data["kind"], "notFound")
        self.assertLess(time.monotonic() - begun, 5)
        flow = ours.call("verification.request", userId=them.user_id, roomId=room)["flowId"]
        self.assertTrue(flow.startswith("$"))
        self.assertEqual(self.flow(theirs, "requested", incoming=True)["flowId"], flow)
        theirs.call("verification.accept", flowId=flow)
        self.compare(ours, theirs)
        self.assertTrue(ours.call("crypto.identity", userId=them.user_id)["verified"])
        self.assertTrue(theirs.call("crypto.identity", userId=us.user_id)["verified"])

    def test_a_verified_colleague_with_a_new_identity_stops_sending(self) -> None:
        _, ours, them, theirs, room = self.colleagues()
        ours.call("verification.request", userId=them.user_id, roomId=room)
        self.flow(theirs, "requested", incoming=True)
        theirs.call("verification.accept")
        self.compare(ours, theirs)
        theirs.call("crypto.resetIdentity", password=them.password)
        self.until(lambda: ours.call("crypto.identity", userId=them.user_id)["blocksSending"])
        txn = ours.call("message.send", roomId=room, body="secret")["txnId"]
        with self.assertRaises(RpcError):
            ours.sent(txn, 20)
        self.assertEqual(len(ours.call("crypto.changedIdentities", roomId=room)), 1)
        ours.call("crypto.acknowledge", userId=them.user_id)
        ours.call("message.retry", txnId=txn)
        event = ours.sent(txn)
        theirs.wait_item(room, eventId=event, body="secret")

    def test_an_unsigned_device_is_told_why_it_gets_nothing(self) -> None:
        us, ours, them, theirs, room = self.colleagues()
        new = self.cli(them)
        event = ours.send(room, "pour les appareils confirmés")
        theirs.wait_item(room, eventId=event, body="pour les appareils confirmés")
        item = new.wait_item(room, eventId=event)
        self.until(lambda: new.wait_item(room, eventId=event)["encryption"]["reason"]
                   == "withheldUnverified")
        self.assertEqual(item["body"], "")
        causes = self.status(new)["undecryptable"]["byCause"]
        self.assertGreaterEqual(causes["withheldUnverified"], 1)

    def test_only_verified_people_when_the_person_wants_it(self) -> None:
        _, ours, them, theirs, room = self.colleagues()
        self.assertEqual(ours.call("crypto.policy", shareWith="verified")["shareWith"], "verified")
        event = ours.send(room, "réservé")
        self.until(lambda: theirs.wait_item(room, eventId=event)["encryption"]["reason"]
                   == "withheldUnverified")
        ours.call("crypto.policy", shareWith="all")
        event = ours.send(room, "pour tous")
        theirs.wait_item(room, eventId=event, body="pour tous")

    def test_a_blocked_device_gets_no_more_keys(self) -> None:
        _, ours, them, theirs, room = self.colleagues()
        device = theirs.call("session.status")["deviceId"]
        ours.call("devices.block", userId=them.user_id, deviceId=device, blocked=True)
        self.assertEqual(self.trust(ours, them.user_id, device), "blocked")
        event = ours.send(room, "pas pour lui")
        self.until(lambda: theirs.wait_item(room, eventId=event)["encryption"]["reason"]
                   == "withheldBlacklisted")

    def test_keys_go_through_a_file(self) -> None:
        person = self.person()
        cli, _ = self.ours(person)
        room = cli.call("rooms.create", name="Archives")["roomId"]
        event = cli.send(room, "à garder")
        path = str(self.folder / f"cles-{person.user}.txt")
        told = cli.call("crypto.exportKeys", path=path, passphrase="phrase du fichier")
        self.assertGreaterEqual(told["imported"], 1)
        with self.assertRaises(RpcError):
            cli.call("crypto.exportKeys", path=path, passphrase="phrase du fichier")
        new = self.cli(person)
        new.wait_item(room, eventId=event)
        with self.assertRaises(RpcError):
            new.call("crypto.importKeys", path=path, passphrase="une autre")
        told = new.call("crypto.importKeys", path=path, passphrase="phrase du fichier")
        self.assertEqual(told["imported"], told["total"])
        item = new.wait_item(room, eventId=event, body="à garder")
        self.assertEqual(item["encryption"]["state"], "ok")

    def test_a_device_is_renamed_and_signed_out(self) -> None:
        person = self.person()
        cli = self.cli(person)
        other = self.cli(person)
        device = other.call("session.status")["deviceId"]
        cli.call("devices.rename", deviceId=device, name="Ordinateur du bureau")
        names = {d["deviceId"]: d["name"] for d in cli.call("devices.list")}
        self.assertEqual(names[device], "Ordinateur du bureau")
        with self.assertRaises(RpcError):
            cli.call("devices.signOut", deviceIds=[device], password="faux")
        cli.call("devices.signOut", deviceIds=[device], password=person.password)
        self.assertNotIn(device, [d["deviceId"] for d in cli.call("devices.list")])

    def test_verification_can_be_refused_and_differ(self) -> None:
        person = self.person()
        cli, _ = self.ours(person)
        new = self.cli(person)
        new.call("verification.request", userId=person.user_id)
        self.flow(cli, "requested", incoming=True)
        cli.call("verification.cancel")
        self.assertEqual(self.flow(new, "cancelled")["cancelCode"], "m.user")
        new.call("verification.request", userId=person.user_id)
        self.flow(cli, "requested", incoming=True)
        cli.call("verification.accept")
        self.flow(new, "ready")
        cli.call("verification.startSas")
        self.flow(cli, "sas")
        self.flow(new, "sas")
        new.call("verification.mismatch")
        self.until(lambda: any(v["cancelCode"] == "m.mismatched_sas"
                               for v in cli.call("verification.list")))
        self.assertFalse(self.status(new)["crossSigning"]["thisDeviceSigned"])

    def test_a_proof_in_the_browser_of_an_authorisation_server(self) -> None:
        """The home server's challenge is turned into one of an authorisation server; the proxy
        then gives the password, as the person would on that server's page."""
        for stage in ("m.oauth", "org.matrix.cross_signing_reset"):
            person = self.person()
            proxy = HoldingProxy(self.server.url)
            self.addCleanup(proxy.stop)
            cli = self.cli(person, proxy.url)
            old = cli.call("crypto.bootstrap", password=person.password)["recoveryKey"]
            cli.idle()
            page = f"https://account.example.org/reset?of={stage}"
            rounds = 0

            def meddle(_: str, path: str, answer: Answer) -> Answer:
                nonlocal rounds
                if not path.endswith("/device_signing/upload") or answer.status != 401:
                    return answer
                rounds += 1
                challenge = json.loads(answer.data)
                if rounds == 1:
                    return Answer(401, json.dumps(challenge | {
                        "flows": [{"stages": [stage]}],
                        "params": {stage: {"url": page}}}).encode())
                headers, body = proxy.asked
                sent = json.loads(body or b"{}")
                self.assertEqual(sent["auth"], {"session": challenge["session"]})
                sent["auth"] |= {"type": "m.login.password", "password": person.password,
                                 "identifier": {"type": "m.id.user", "user": person.user_id}}
                token = headers["authorization"].removeprefix("Bearer ")
                return Answer(200, json.dumps(
                    request("POST", self.server.url + path, sent, token)).encode())

            proxy.meddle = meddle
            key = cli.call("crypto.resetIdentity")["recoveryKey"]
            self.assertNotEqual(key, old)
            self.assertEqual(cli.wait_for("session.browserNeeded")["url"], page)
            self.assertEqual(rounds, 2)
            self.until(lambda cli=cli: self.status(cli)["crossSigning"]["thisDeviceSigned"])


if __name__ == "__main__":
    unittest.main()
