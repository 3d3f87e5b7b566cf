# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key of the store in the desktop's keychain: made at sign-in, found at the next start, removed
at sign-out."""

import subprocess
import unittest

from harness.case import LiveCase
from harness.cli import BUILD
from harness.display import Display
from harness.rpcprocess import RpcError, RpcProcess, die_with_parent


class Keychain(LiveCase):
    def start(self, display: Display) -> RpcProcess:
        return self.kept(RpcProcess(
            [str(BUILD / "bin" / "tchap-cli"), "--data-dir", str(self.folder / "data"),
             "--allow-loopback-http", "rpc"], self.folder / "keychain.log", display.env))

    def test_the_key_is_found_again_and_removed_at_the_end(self) -> None:
        person = self.person()
        with Display() as display:
            daemon = subprocess.Popen(
                ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                env=display.env | {"HOME": str(self.folder)}, preexec_fn=die_with_parent)
            self.addCleanup(daemon.wait)
            self.addCleanup(daemon.terminate)
            assert daemon.stdin
            daemon.stdin.write(b"clef")
            daemon.stdin.close()
            first = self.start(display)
            first.call("session.login", homeserver=self.server.url, user=person.user,
                       password=person.password)
            account = self.folder / "data" / "account"
            self.assertFalse((account / "key.json").exists(), "the key is not in the keychain")
            first.close()
            second = self.start(display)
            self.assertEqual(second.call("session.restore")["userId"], person.user_id)
            second.call("session.logout")
            second.close()
            third = self.start(display)
            with self.assertRaises(RpcError) as caught:
                third.call("session.restore")
            self.assertEqual(caught.exception.data["kind"], "notFound")


if __name__ == "__main__":
    unittest.main(verbosity=2)
