# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An older copy of an account's folder is put back: the program notices, says so, and talks on by
new sessions."""

import shutil
import unittest

from harness.case import LiveCase
from harness.cli import Cli


class Restored(LiveCase):
    def talk(self, room: str, one: Cli, other: Cli, what: str, count: int) -> None:
        for number in range(count):
            for writer, reader in ((one, other), (other, one)):
                body = f"{what} {number} {writer.folder.name}"
                writer.send(room, body)
                reader.wait_item(room, body=body)

    def is_restored(self, cli: Cli) -> bool:
        return bool(cli.call("crypto.status")["profileRestored"])

    def test_a_copy_that_comes_back_is_noticed_and_talks_on(self) -> None:
        us, them = self.person(), self.person()
        cli, friend = self.cli(us), self.cli(them)
        room = cli.call("rooms.create", name="Salon", encrypted=True,
                        invite=[them.user_id])["roomId"]
        friend.wait_membership(room, "invite")
        friend.call("rooms.join", roomId=room)
        self.wait_members(cli, room, them)
        self.talk(room, cli, friend, "avant", 2)
        cli.idle()
        cli.close()
        copy = self.folder / "copy"
        shutil.copytree(cli.data, copy)
        cli = self.again(cli)
        self.talk(room, cli, friend, "perdu", 5)
        cli.idle()
        self.assertFalse(self.is_restored(cli))
        cli.close()
        shutil.rmtree(cli.data)
        shutil.copytree(copy, cli.data)
        cli = self.again(cli)
        self.assertTrue(self.is_restored(cli))
        self.assertIn("crypto.profileRestored", [n["method"] for n in cli.notifications])
        cli.idle()
        friend.idle()
        self.talk(room, cli, friend, "ensuite", 10)
        self.assertNotIn("refused this device's keys", cli.log.read_text(errors="replace"))
        cli.call("crypto.restoredSeen")
        self.assertFalse(self.is_restored(cli))
        cli.close()
        cli = self.again(cli)
        self.assertFalse(self.is_restored(cli))


if __name__ == "__main__":
    unittest.main(verbosity=2)
