# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody is invited and written to at once, while the word of the invitation is on its way back."""

import os
import time
import unittest

from harness.case import LiveCase
from harness.proxy import Answer, HoldingProxy

ROUNDS = int(os.environ.get("TCHAP_ROUNDS", "4"))
HELD = 2  # seconds


class Invited(LiveCase):
    def test_what_is_written_right_after_an_invitation_is_read(self) -> None:
        """S3: the invitation is answered, the sync that tells of it is held back."""
        us, them = self.person(), self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli, js = self.cli(us, proxy.url), self.js(them)

        def hold(_: str, path: str, answer: Answer) -> Answer:
            if "/sync?" in path:
                time.sleep(HELD)
            return answer

        for number in range(ROUNDS):
            room = cli.call("rooms.create", name=f"Salle {number}", encrypted=True)["roomId"]
            cli.sent(cli.call("message.send", roomId=room, body="avant")["txnId"])
            proxy.meddle = hold
            cli.call("rooms.invite", roomId=room, userId=them.user_id)
            cli.sent(cli.call("message.send", roomId=room, body=f"à lire {number}")["txnId"])
            proxy.meddle = None
            js.wait_membership(room, "invite")
            js.call("join", roomId=room)
            js.wait_item(room, body=f"à lire {number}")
        print(f"{ROUNDS} messages right after an invitation, {ROUNDS} read")


if __name__ == "__main__":
    unittest.main(verbosity=2)
