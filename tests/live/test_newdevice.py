# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new device reads of all that was written before it, by each way of confirming it."""

import os
import threading
import unittest

from harness.cli import Cli
from harness.homeserver import request
from harness.ourdevices import OurDevices
from harness.proxy import Answer, HoldingProxy

ROUNDS = int(os.environ.get("TCHAP_ROUNDS", "0"))
ROOMS, EACH = 5, 200 if ROUNDS else 60
KEYS = 250  # more than two uploads of the backup take


class NewDevice(OurDevices):
    def by_recovery_key(self, new: Cli, _: Cli, key: str) -> None:
        new.call("crypto.recover", recoveryKey=key)

    def by_emoji(self, new: Cli, old: Cli, _: str) -> None:
        self.asked(new, old)
        self.compare(new, old)

    def by_qr_code(self, new: Cli, old: Cli, _: str) -> None:
        self.asked(new, old)
        self.flow(new, "ready")
        old.call("verification.scanned", payload=new.call("verification.qr")["payload"])
        self.flow(new, "scanned")
        new.call("verification.confirm")
        self.flow(new, "done")
        self.flow(old, "done")

    def asked(self, new: Cli, old: Cli) -> None:
        new.call("verification.request", userId=new.call("session.status")["userId"])
        self.flow(old, "requested", incoming=True)
        old.call("verification.accept")

    def bodies(self, cli: Cli, room: str) -> list[str]:
        return [i["body"] for i in cli.whole_timeline(room) if i["kind"] == "text" and "body" in i]

    def test_a_new_device_reads_a_thousand_messages(self) -> None:
        """S22: by the recovery key, by emoji, by QR code."""
        rounds = ROUNDS or 3
        while rounds > 0:  # a person may verify twenty times an hour
            self.new_devices(min(rounds, 15))
            rounds -= 15
        print(f"{ROUNDS or 3} new devices, {ROOMS * EACH} messages each, 0 locked")

    def new_devices(self, count: int) -> None:
        us = self.person()
        old, key = self.ours(us)
        written = {}
        for number in range(ROOMS):
            room = old.call("rooms.create", name=f"Dossier {number}", encrypted=True)["roomId"]
            written[room] = [f"note {number}.{i}" for i in range(EACH)]
            sent = [old.call("message.send", roomId=room, body=b)["txnId"] for b in written[room]]
            old.sent(sent[-1], 300)
        self.until(lambda: self.is_backed_up(old, ROOMS))
        ways = [self.by_recovery_key, self.by_emoji, self.by_qr_code]
        for number in range(count):
            new = self.cli(us)
            for room in written:
                last = new.timeline(room, 1)[-1]["encryption"]
                self.assertEqual((last["state"], last["reason"]),
                                 ("waiting", "historicalUnverified"))
            ways[number % len(ways)](new, old, key)
            self.until(lambda new=new: self.status(new)["crossSigning"]["thisDeviceSigned"])
            new.idle()
            for room, words in written.items():
                self.until(lambda r=room, w=words, n=new: self.bodies(n, r) == w, 120)
            self.assertEqual(self.status(new)["undecryptable"]["count"], 0)
            new.call("session.logout")
        old.kill()

    def test_a_backup_that_another_device_replaces_meanwhile(self) -> None:
        """S23: with uploads under way, by matrix-js-sdk; a third device restores all."""
        for _ in range(ROUNDS or 1):
            self.replaced_meanwhile()
        print(f"{ROUNDS or 1} backups replaced amid an upload, {KEYS} keys each, 0 lost")

    def replaced_meanwhile(self) -> None:
        us = self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli = self.cli(us, proxy.url)
        key = cli.call("crypto.bootstrap", password=us.password)["recoveryKey"]
        cli.idle()
        js = self.js(us)
        js.call("recover", recoveryKey=key)
        before = self.status(cli)["backup"]["version"]
        under_way, replaced = threading.Event(), threading.Event()

        def meddle(method: str, path: str, answer: Answer) -> Answer:
            if method == "PUT" and "/room_keys/keys" in path:
                under_way.set()
                replaced.wait(30)
            return answer

        proxy.meddle = meddle
        room = self.room_of_single_use_keys(cli, us.user, us.password)
        sent = [cli.call("message.send", roomId=room, body=f"mot {i}")["txnId"]
                for i in range(KEYS)]
        under_way.wait(60)
        self.assertTrue(under_way.is_set())
        cli.sent(sent[-1], 300)
        js.call("resetBackup")
        replaced.set()
        proxy.meddle = None
        self.until(lambda: self.is_backed_up(cli, KEYS), 90)
        self.assertNotEqual(self.status(cli)["backup"]["version"], before)
        self.assertTrue(self.status(cli)["backup"]["trusted"])
        third = self.cli(us)
        third.call("crypto.recover", recoveryKey=key)
        third.idle()
        self.until(lambda: self.bodies(third, room) == [f"mot {i}" for i in range(KEYS)], 90)
        for process in (cli, js, third):
            process.kill()

    def room_of_single_use_keys(self, cli: Cli, user: str, password: str) -> str:
        room = cli.call("rooms.create", name="Une clé par mot", encrypted=True)["roomId"]
        client = self.server.url + "/_matrix/client/v3"
        token = request("POST", client + "/login", {
            "type": "m.login.password", "password": password,
            "identifier": {"type": "m.id.user", "user": user}})["access_token"]
        request("PUT", f"{client}/rooms/{room}/state/m.room.encryption/", {
            "algorithm": "m.megolm.v1.aes-sha2", "rotation_period_msgs": 1}, token)
        request("POST", client + "/logout", {}, token)
        cli.idle()
        return str(room)


if __name__ == "__main__":
    unittest.main(verbosity=2)
