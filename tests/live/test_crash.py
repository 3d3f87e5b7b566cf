# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a sending and a receiving tchap-cli at random moments and counts what became of it all.

TCHAP_CRASH_KILLS says how often, TCHAP_CRASH_SEED repeats a run."""

import collections
import os
import random
import threading
import time
import unittest

from harness.case import LiveCase
from harness.cli import Cli
from harness.rpcprocess import ProcessGone

KILLS = int(os.environ.get("TCHAP_CRASH_KILLS", "200"))
SEED = int(os.environ.get("TCHAP_CRASH_SEED") or random.randrange(10**6))


class CrashLoop(LiveCase):
    """Two programs write to each other; matrix-js-sdk listens and is never killed."""

    def setUp(self) -> None:
        super().setUp()
        self.random = random.Random(SEED)
        self.accepted: set[str] = set()
        self.unanswered: set[str] = set()
        self.kills = 0
        self.number = 0

    def test_nothing_is_lost_doubled_or_unreadable(self) -> None:
        print(f"seed {SEED}, {KILLS} kills")
        people = [self.person(), self.person()]
        listener = self.person()
        sides = [self.cli(person) for person in people]
        js = self.js(listener)
        room = self.room_of_cli(sides[0], js, listener)
        sides[0].call("rooms.invite", roomId=room, userId=people[1].user_id)
        sides[1].wait_membership(room, "invite")
        sides[1].call("rooms.join", roomId=room)
        self.wait_members(sides[0], room, people[1])
        while self.kills < KILLS:
            self.round(sides, room)
        self.settle(sides)
        self.count(sides, room, js)

    def round(self, sides: list[Cli], room: str) -> None:
        victim = self.random.randrange(2)
        self.kill_later(sides[victim], self.random.uniform(0, 0.8))
        while sides[victim].running:
            for side, cli in enumerate(sides):
                self.say(cli, room, side)
        sides[victim].kill()
        while self.random.random() < 0.3:
            self.start_and_kill(sides, victim)
        sides[victim] = self.again(sides[victim])

    def kill_later(self, cli: Cli, seconds: float) -> None:
        threading.Timer(seconds, cli.process.kill).start()
        self.kills += 1

    def start_and_kill(self, sides: list[Cli], victim: int) -> None:
        """Dies while it starts and catches up."""
        cli = self.kept(Cli(sides[victim].folder))
        self.kill_later(cli, self.random.uniform(0, 0.5))
        try:
            cli.go_on()
            cli.idle()
        except ProcessGone:
            pass
        cli.process.wait()
        cli.kill()

    def say(self, cli: Cli, room: str, side: int) -> None:
        self.number += 1
        body = f"message {self.number} de {side}"
        try:
            cli.call("message.send", roomId=room, body=body)
            self.accepted.add(body)
        except ProcessGone:
            self.unanswered.add(body)
        time.sleep(self.random.uniform(0, 0.06))

    def settle(self, sides: list[Cli]) -> None:
        for cli in sides:
            cli.idle(120)
            status = cli.call("session.status")
            self.assertEqual((status["unsent"], status["waitingForKeys"]), (0, 0))

    def count(self, sides: list[Cli], room: str, js: object) -> None:
        totals = collections.Counter(sent=len(self.accepted))
        for cli in sides:
            cli.idle(60)
            items = [item for item in cli.whole_timeline(room) if item["encryption"]["encrypted"]]
            bodies = collections.Counter(item["body"] for item in items)
            self.add(totals, bodies, sum(i["encryption"]["state"] != "ok" for i in items))
        heard = self.heard(js, room)
        self.add(totals, collections.Counter(item["body"] for item in heard),
                 sum(bool(item["failure"]) for item in heard))
        print(f"killed {self.kills}, sent {totals['sent']}, received {totals['received']} by three, "
              f"duplicated {totals['duplicated']}, lost {totals['lost']}, "
              f"undecryptable {totals['undecryptable']}")
        self.assertGreater(totals["sent"], KILLS)
        self.assertEqual((totals["duplicated"], totals["lost"], totals["undecryptable"]), (0, 0, 0))

    def add(self, totals: collections.Counter, bodies: collections.Counter, unreadable: int) -> None:
        ours = self.accepted | self.unanswered
        totals["received"] += sum(bodies[body] for body in ours)
        totals["duplicated"] += sum(bodies[body] - 1 for body in ours if bodies[body] > 1)
        totals["lost"] += sum(1 for body in self.accepted if not bodies[body])
        totals["undecryptable"] += unreadable
        missing = sorted(body for body in self.accepted if not bodies[body])
        double = sorted(body for body in ours if bodies[body] > 1)
        if missing or double or unreadable:
            print(f"lost {missing[:10]} double {double[:10]} unreadable {unreadable}")

    def heard(self, js, room: str) -> list[dict]:  # noqa: ANN001
        """All the listener has, once the last message is there."""
        deadline = time.monotonic() + 60
        while True:
            items = [item for item in js.timeline(room) if item["encrypted"]]
            bodies = {item["body"] for item in items}
            if self.accepted <= bodies or time.monotonic() > deadline:
                return items
            time.sleep(0.5)


if __name__ == "__main__":
    unittest.main(verbosity=2)
