# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key backup at a server that is busy or ails."""

import time
import unittest

from harness.peercase import PeerCase
from harness.proxy import Answer, HoldingProxy

REST = 15  # seconds that the busy server asks for
AILING = 10  # seconds that an ailing one is left alone at least
EARLY = 0.95  # a timer for so many seconds may end that much early


class Backup(PeerCase):
    def test_a_busy_or_ailing_server_is_left_alone(self) -> None:
        us = self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli = self.cli(us, proxy.url)
        cli.call("crypto.bootstrap", password=us.password)
        cli.idle()
        times: list[float] = []
        busy = f'{{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":{REST * 1000}}}'.encode()

        def meddle(method: str, path: str, answer: Answer) -> Answer:
            if method != "PUT" or "/room_keys/keys" not in path:
                return answer
            times.append(time.monotonic())
            refusals = [Answer(429, busy), Answer(500, b'{"errcode":"M_UNKNOWN"}')]
            return refusals[len(times) - 1] if len(times) <= len(refusals) else answer

        proxy.meddle = meddle
        for number in range(1, 3):  # what comes meanwhile does not hurry the upload
            for _ in range(3):
                room = cli.call("rooms.create", name="Salle", encrypted=True)["roomId"]
                cli.send(room, "une clé de plus")
            self.until(lambda n=number: len(times) >= n)
            cli.send(room, "et encore un message")
        self.until(lambda: len(times) >= 3)

        def is_up() -> bool:
            backup = cli.call("crypto.status")["backup"]
            return bool(backup["uploaded"] == backup["total"] == 6)

        self.until(is_up)
        first, second = times[1] - times[0], times[2] - times[1]
        print(f"tried again after {first:.1f} s and {second:.1f} s")
        self.assertGreaterEqual(first, REST * EARLY)
        self.assertGreaterEqual(second, AILING * EARLY)


if __name__ == "__main__":
    unittest.main(verbosity=2)
