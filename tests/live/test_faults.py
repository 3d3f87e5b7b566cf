# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad network and a hostile server: nothing crashes, nothing is lost, nothing is sent twice."""

import collections
import json
import random
import threading
import time
import unittest

from harness.case import LiveCase
from harness.proxy import Answer, HoldingProxy

SEED = 20
_GARBAGE = [b"", b"not json", b"null", b"[]", b"7", b'"text"', b"{", b"\xff\xfe\x00\x01",
            b"[" * 10000, b'{"a":' * 10000 + b"1" + b"}" * 10000]


def hostile_syncs(room: str) -> list[bytes]:
    """Answers of a sync that mean ill."""
    def joined(**parts: object) -> object:
        return {"next_batch": "hostile", "rooms": {"join": {room: parts}}}
    event = {"type": "m.room.message", "event_id": "$x", "sender": "@a:b", "content": {}}
    bad_events = [{}, 5, None, [], {"type": 7}, {"type": "m.room.message"}, {**event, "content": 3},
                  {**event, "event_id": "$" + "y" * 1_000_000}, {**event, "origin_server_ts": -1},
                  {**event, "sender": 5}, {**event, "unsigned": "x"},
                  {"type": "m.room.encrypted", "content": {"algorithm": 1}}]
    wrong = [
        {"next_batch": 5}, {"next_batch": None}, {"next_batch": "hostile", "rooms": 5},
        {"next_batch": "hostile", "rooms": {"join": []}},
        {"next_batch": "hostile", "rooms": {"join": {"not a room id": {}}}},
        {"next_batch": "hostile", "to_device": {"events": bad_events}},
        {"next_batch": "hostile", "device_lists": {"changed": [5, {}], "left": "x"}},
        {"next_batch": "hostile", "device_one_time_keys_count": {"signed_curve25519": -5}},
        {"next_batch": "hostile", "account_data": {"events": bad_events}},
        joined(timeline={"events": bad_events, "limited": "yes", "prev_batch": 5}),
        joined(state={"events": bad_events}, summary={"m.joined_member_count": -3}),
        joined(unread_notifications={"highlight_count": -1, "notification_count": "many"}),
        joined(ephemeral={"events": bad_events}),
    ]
    return [json.dumps(each).encode() for each in wrong]


class Faults(LiveCase):
    def test_a_bad_network_loses_and_doubles_nothing(self) -> None:
        us, them = self.person(), self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli, js = self.cli(us, proxy.url), self.js(them)
        room = self.room_of_cli(cli, js, them)
        chance = random.Random(SEED)
        faults: collections.Counter[str] = collections.Counter()

        def meddle(_: str, path: str, answer: Answer) -> Answer:
            # Every third answer, so that no run is a quiet one.
            number = sum(faults.values())
            fault = "none" if number % 3 else ("500", "cut", "garbage")[number // 3 % 3]
            faults[fault] += 1
            if fault == "500":
                return Answer(500, b'{"errcode":"M_UNKNOWN"}')
            if fault == "cut":
                return Answer(answer.status, answer.data, chance.randrange(len(answer.data) + 1))
            return Answer(answer.status, chance.choice(_GARBAGE)) if fault == "garbage" else answer

        proxy.meddle = meddle
        bodies = [f"numéro {number}" for number in range(30)]
        written = [cli.call("message.send", roomId=room, body=body)["txnId"]
                   for body in bodies[:15]]
        for body in bodies[15:]:
            js.send(room, body)
        for txn in written:
            cli.sent(txn, 120)
        for body in bodies:
            cli.wait_item(room, 120, body=body)
        proxy.meddle = None
        cli.idle(120)
        print(f"faults: {dict(faults)}")
        self.assertGreater(sum(faults.values()) - faults["none"], 5)
        for reader in (cli, js):
            for body in bodies:
                reader.wait_item(room, body=body)
            counts = collections.Counter(item["body"] for item in reader.timeline(room))
            self.assertEqual([counts[body] for body in bodies], [1] * len(bodies))
        order = [item["body"] for item in js.timeline(room) if item["body"] in bodies[:15]]
        self.assertEqual(order, bodies[:15], "the order in the room is not the order of writing")

    def test_a_hostile_server_never_crashes_it(self) -> None:
        us, them = self.person(), self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli, js = self.cli(us, proxy.url), self.js(them)
        room = self.room_of_cli(cli, js, them)
        kept = js.send(room, "à ne pas perdre")
        cli.wait_item(room, eventId=kept, body="à ne pas perdre")
        waiting = [*_GARBAGE, *hostile_syncs(room)]
        total = len(waiting)

        def meddle(_: str, path: str, answer: Answer) -> Answer:
            if "/sync?" in path and waiting:
                return Answer(200, waiting.pop(0))
            return answer

        proxy.meddle = meddle
        for _ in range(total):
            cli.call("sync.stop")
            cli.call("sync.start")
            cli.wait_item(room, eventId=kept, body="à ne pas perdre")
            if not waiting:
                break
        self.assertTrue(cli.running)
        proxy.meddle = None
        cli.wait_item(room, eventId=kept, body="à ne pas perdre")
        self.assertEqual(cli.close(), 0)
        again = self.again(cli)
        again.wait_item(room, eventId=kept, body="à ne pas perdre")
        print(f"{total - len(waiting)} hostile answers of {total} were given")

    def test_nothing_is_sent_before_the_first_sync_of_a_run(self) -> None:
        us, them = self.person(), self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli, js = self.cli(us, proxy.url), self.js(them)
        room = self.room_of_cli(cli, js, them)
        cli.send(room, "hier")
        cli.call("sync.stop")
        txn = cli.call("message.send", roomId=room, body="écrit hier, envoyé ce matin")["txnId"]
        cli.close()
        seen: list[str] = []

        def meddle(_: str, path: str, answer: Answer) -> Answer:
            if "/sync?" in path:
                time.sleep(2)
                seen.append("sync")
            elif "/send/" in path or "/sendToDevice/" in path:
                seen.append("send")
            return answer

        proxy.meddle = meddle
        again = self.again(cli)
        again.sent(txn)
        self.assertEqual(seen[0], "sync", f"who is in the room was not known yet: {seen}")
        js.wait_item(room, body="écrit hier, envoyé ce matin")

    def test_slow_keys_of_somebody_keep_no_other_room_waiting(self) -> None:
        us, them, slow = self.person(), self.person(), self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli, js = self.cli(us, proxy.url), self.js(them)
        self.js(slow)
        cli.send(self.room_of_cli(cli, js, them), "pour se connaître")
        room = self.room_of_cli(cli, js, them)
        held = threading.Event()

        def meddle(_: str, path: str, answer: Answer) -> Answer:
            if path.endswith("/keys/query") and slow.user_id.encode() in (proxy.asked[1] or b""):
                held.set()
                time.sleep(20)
            return answer

        proxy.meddle = meddle
        cli.call("rooms.create", name="Salon lent", encrypted=True, invite=[slow.user_id])
        self.assertTrue(held.wait(30), "nobody asked for the keys of the invited")
        begun = time.monotonic()
        cli.send(room, "sans attendre")
        took = time.monotonic() - begun
        self.assertLess(took, 10)
        js.wait_item(room, body="sans attendre")
        print(f"sent after {took:.1f} s, while another answer took 20")


if __name__ == "__main__":
    unittest.main(verbosity=2)
