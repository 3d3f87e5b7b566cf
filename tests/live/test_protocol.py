# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tchap-cli's own ways: what it answers to wrong input, wrong passwords and wrong servers."""

import json
import unittest

from harness.case import LiveCase
from harness.cli import Cli
from harness.homeserver import free_port
from harness.rpcprocess import ProcessGone, RpcError


class Protocol(LiveCase):
    def fresh(self, name: str) -> Cli:
        return self.kept(Cli(self.folder / name))

    def test_malformed_input_gets_an_error_and_the_process_goes_on(self) -> None:
        cli = self.fresh("malformed")
        lines = [b"", b"not json", b"[]", b"[1,2]", b"null", b'"a"', b"{}", b'{"jsonrpc":"2.0"}',
                 b'{"jsonrpc":"2.0","id":"x","method":5}', b"\xff\xfe\x00",
                 b'{"jsonrpc":"2.0","id":"y","method":"timeline.get","params":[1]}',
                 b"[" * 10000, b'{"a":' * 10000]
        for line in lines:
            cli.write_line(line)
        with self.assertRaises(RpcError) as caught:
            cli.call("no.such.method")
        self.assertEqual(caught.exception.code, -32601)
        for method in ("rooms.list", "session.status"):
            try:
                cli.call(method)
            except RpcError as error:
                self.assertTrue(error.data.get("kind"))
        errors = [message for message in cli.notifications if "error" in message]
        self.assertGreaterEqual(len(errors), 8)
        self.assertTrue(cli.running)

    def test_every_line_of_the_output_is_a_json_object(self) -> None:
        cli = self.cli(self.person())
        cli.call("rooms.create", name="Salon")
        cli.idle()
        self.assertFalse([m for m in cli.notifications if m.get("method") == "notJson"])

    def test_a_wrong_password_is_said(self) -> None:
        person = self.person()
        cli = self.fresh("wrong")
        with self.assertRaises(RpcError) as caught:
            cli.login(self.server.url, person.user, "pas le bon")
        self.assertEqual(caught.exception.data["errcode"], "M_FORBIDDEN")
        self.assertEqual(cli.login(self.server.url, person.user, person.password)["userId"],
                         person.user_id)

    def test_servers_that_are_none_are_said(self) -> None:
        for url in (f"http://127.0.0.1:{free_port()}", "https://absent.invalid", "http://192.0.2.1"):
            with self.subTest(url=url):
                cli = self.fresh(url.replace("/", "_"))
                with self.assertRaises(RpcError) as caught:
                    cli.login(url, "someone", "secret")
                self.assertTrue(caught.exception.data["kind"])
                self.assertTrue(cli.running)

    def test_logging_out_ends_the_session_on_the_server(self) -> None:
        person = self.person()
        cli = self.cli(person)
        cli.call("session.logout")
        self.assertEqual(cli.call("session.status")["state"], "signedOut")
        with self.assertRaises(RpcError):
            cli.call("sync.start")

    def test_a_second_program_on_the_same_data_is_refused(self) -> None:
        cli = self.cli(self.person())
        second = self.kept(Cli(cli.folder))
        with self.assertRaises((RpcError, ProcessGone)):
            second.call("session.restore")
        cli.call("rooms.list")

    def test_a_wrong_passphrase_loses_nothing(self) -> None:
        cli = self.cli(self.person())
        cli.call("rooms.create", name="Salon gardé")
        cli.idle()
        cli.close()
        passphrase = cli.folder / "passphrase"
        right = passphrase.read_text(encoding="utf-8")
        passphrase.write_text("une autre\n", encoding="utf-8")
        wrong = self.kept(Cli(cli.folder))
        with self.assertRaises((RpcError, ProcessGone)):
            wrong.call("session.restore")
        wrong.kill()
        passphrase.write_text(right, encoding="utf-8")
        again = self.again(cli)
        self.assertIn("Salon gardé", json.dumps(again.call("rooms.list"), ensure_ascii=False))


if __name__ == "__main__":
    unittest.main(verbosity=2)
