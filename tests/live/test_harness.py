# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness by itself: the home server and two devices of matrix-js-sdk talk to each other."""

import unittest

from harness.case import LiveCase


class Harness(LiveCase):
    def test_two_independent_clients_hold_an_encrypted_conversation(self) -> None:
        one, two = self.person(), self.person()
        first, second = self.js(one), self.js(two)
        room = first.call("createRoom", name="Essai", invite=[two.user_id])["roomId"]
        second.wait_membership(room, "invite")
        second.call("join", roomId=room)
        second.wait_membership(room, "join")
        event = first.send(room, "Bonjour")
        self.assertTrue(second.wait_item(room, eventId=event, body="Bonjour")["encrypted"])
        path = self.folder / "piece.bin"
        path.write_bytes(b"contenu" * 1000)
        event = second.call("sendFile", roomId=room, path=str(path))["eventId"]
        first.wait_item(room, eventId=event)
        first.call("saveFile", roomId=room, eventId=event, path=str(self.folder / "copie"))
        self.assertEqual((self.folder / "copie").read_bytes(), path.read_bytes())


if __name__ == "__main__":
    unittest.main(verbosity=2)
