# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An encrypted conversation with matrix-js-sdk, whose crypto shares no line with ours."""

import threading
import time
import unittest

from harness.case import LiveCase, reactions
from harness.proxy import HoldingProxy


class Conversation(LiveCase):
    def test_text_is_read_on_both_sides_in_a_room_of_ours(self) -> None:
        us, them = self.person(), self.person("Alex Durand [Intérieur]")
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        event = cli.send(room, "Bonjour à tous")
        item = js.wait_item(room, eventId=event, body="Bonjour à tous")
        self.assertTrue(item["encrypted"])
        back = js.send(room, "Bien reçu")
        item = cli.wait_item(room, eventId=back, body="Bien reçu")
        self.assertEqual(item["encryption"]["state"], "ok")
        self.assertTrue(item["encryption"]["encrypted"])
        self.assertEqual(item["senderName"], them.name)

    def test_text_is_read_on_both_sides_in_a_room_of_theirs(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_js(js, cli, us)
        js.wait_item(room, type="m.room.encryption")
        event = js.send(room, "Première")
        cli.wait_item(room, eventId=event, body="Première")
        event = cli.send(room, "Deuxième")
        js.wait_item(room, eventId=event, body="Deuxième")

    def test_edits_replies_reactions_and_redactions_arrive_from_us(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        question = js.send(room, "Réunion à 10 h ?")
        cli.wait_item(room, eventId=question, body="Réunion à 10 h ?")
        answer = cli.send(room, "Oui", replyTo=question)
        item = js.wait_item(room, eventId=answer)
        self.assertEqual(item["replyTo"], question)
        cli.sent(cli.call("message.edit", roomId=room, eventId=answer, body="Oui, à 10 h")["txnId"])
        js.wait_item(room, eventId=answer, body="Oui, à 10 h", edited=True)
        cli.sent(cli.call("message.react", roomId=room, eventId=question, key="👍")["txnId"])
        js.wait_item(room, eventId=question, reactions={"👍": 1})
        cli.sent(cli.call("message.redact", roomId=room, eventId=answer, reason="erreur")["txnId"])
        js.wait_item(room, eventId=answer, redacted=True)
        cli.wait_item(room, eventId=answer, redacted=True)

    def test_edits_replies_reactions_and_redactions_arrive_from_them(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        question = cli.send(room, "On déjeune ?")
        js.wait_item(room, eventId=question, body="On déjeune ?")
        answer = js.send(room, "Volontiers", replyTo=question)
        item = cli.wait_item(room, eventId=answer, body="Volontiers")
        self.assertIn(question, str(item["replyTo"]))
        js.call("edit", roomId=room, eventId=answer, body="Volontiers, à midi")
        cli.wait_item(room, eventId=answer, body="Volontiers, à midi", edited=True)
        js.call("react", roomId=room, eventId=question, key="🎉")
        self.wait_reaction(cli, room, question, "🎉")
        js.call("redact", roomId=room, eventId=answer)
        item = cli.wait_item(room, eventId=answer, redacted=True)
        self.assertFalse(item["body"])

    def wait_reaction(self, cli, room: str, event: str, key: str) -> None:  # noqa: ANN001
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if reactions(cli.wait_item(room, eventId=event)).get(key) == 1:
                return
            time.sleep(0.1)
        self.fail(f"the reaction {key} did not come")

    def test_files_arrive_whole_in_both_directions(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        plain = bytes(range(256)) * 3000 + b"fin"
        path = self.folder / "rapport.bin"
        path.write_bytes(plain)
        event = cli.sent(cli.call("file.send", roomId=room, path=str(path))["txnId"])
        item = js.wait_item(room, eventId=event)
        self.assertIn("key", item["file"], "the attachment is not encrypted")
        js.call("saveFile", roomId=room, eventId=event, path=str(self.folder / "chez-eux"))
        self.assertEqual((self.folder / "chez-eux").read_bytes(), plain)
        event = js.call("sendFile", roomId=room, path=str(path))["eventId"]
        item = cli.wait_item(room, eventId=event)
        self.assertEqual(item["body"], "rapport.bin")
        saved = cli.call("file.save", roomId=room, eventId=event, path=str(self.folder / "chez-nous"))
        self.assertEqual(saved["bytes"], len(plain))
        self.assertEqual((self.folder / "chez-nous").read_bytes(), plain)

    def test_a_large_file_keeps_nothing_else_waiting(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        cli.send(room, "avant")
        cli.call("sync.stop")
        path = cli.folder / "grand.bin"
        with open(path, "wb") as file:
            file.truncate(400_000_000)
        answered: list[str] = []
        txns: list[str] = []

        def send() -> None:
            txns.append(cli.call("file.send", roomId=room, path=str(path))["txnId"])
            answered.append("file")

        def write() -> None:
            cli.call("message.send", roomId=room, body="après")
            answered.append("text")

        threads = [threading.Thread(target=send), threading.Thread(target=write)]
        for thread in threads:
            thread.start()
            time.sleep(0.1)
        cli.call("rooms.list")
        answered.append("list")
        for thread in threads:
            thread.join()
        self.assertEqual(answered[0], "list")
        bodies = [item["body"] for item in cli.timeline(room)]
        self.assertLess(bodies.index("grand.bin"), bodies.index("après"))
        cli.call("message.cancel", txnId=txns[0])
        cli.call("sync.start")
        js.wait_item(room, body="après")


class Devices(LiveCase):
    def test_a_second_device_of_each_side_reads_and_is_read(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        js.wait_item(room, eventId=cli.send(room, "avant"))
        cli2, js2 = self.cli(us), self.js(them)
        cli2.wait_membership(room, "join")
        js2.wait_membership(room, "join")
        everyone = {"cli": cli, "cli2": cli2, "js": js, "js2": js2}
        for name, sender in everyone.items():
            event = sender.send(room, f"de {name}")
            for other in everyone.values():
                other.wait_item(room, eventId=event, body=f"de {name}")

    def test_a_restart_in_between_loses_nothing(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        first = js.send(room, "un")
        cli.wait_item(room, eventId=first, body="un")
        self.assertEqual(cli.close(), 0)
        while_away = js.send(room, "deux")
        cli = self.again(cli)
        cli.wait_item(room, eventId=while_away, body="deux")
        cli.wait_item(room, eventId=first, body="un")
        cli.kill()
        js.call("rotate", roomId=room)
        third = js.send(room, "trois")
        cli = self.again(cli)
        cli.wait_item(room, eventId=third, body="trois")
        js.wait_item(room, eventId=cli.send(room, "quatre"), body="quatre")

    def test_what_was_read_is_readable_without_the_server(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        room = self.room_of_cli(cli, js, them)
        event = js.send(room, "à garder")
        cli.wait_item(room, eventId=event, body="à garder")
        cli.close()
        self.server.stop()
        try:
            offline = self.again(cli)
            offline.wait_item(room, eventId=event, body="à garder")
            txn = offline.call("message.send", roomId=room, body="hors ligne")["txnId"]
            offline.close()
        finally:
            self.server.start()
        online = self.again(cli)
        js.wait_item(room, eventId=online.sent(txn), body="hors ligne")

    def test_a_late_key_heals_a_message(self) -> None:
        us, them = self.person(), self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli, js = self.cli(us, proxy.url), self.js(them)
        room = self.room_of_cli(cli, js, them)
        proxy.holding = True
        event = js.send(room, "la clé tarde")
        item = cli.wait_item(room, eventId=event)
        self.assertEqual(item["encryption"]["state"], "waiting")
        self.assertTrue(item["encryption"]["reason"])
        self.assertGreaterEqual(proxy.held, 1)
        self.assertGreaterEqual(cli.call("session.status")["waitingForKeys"], 1)
        proxy.holding = False
        item = cli.wait_item(room, eventId=event, body="la clé tarde")
        self.assertEqual(item["encryption"]["state"], "ok")
        self.assertEqual(cli.call("session.status")["waitingForKeys"], 0)

    def test_a_late_key_heals_a_message_on_the_other_side(self) -> None:
        us, them = self.person(), self.person()
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        cli, js = self.cli(us), self.js(them, proxy.url)
        room = self.room_of_cli(cli, js, them)
        proxy.holding = True
        event = cli.send(room, "la nôtre aussi")
        self.assertTrue(js.wait_item(room, eventId=event)["failure"])
        proxy.holding = False
        js.wait_item(room, eventId=event, body="la nôtre aussi", failure=None)

    def test_a_room_made_before_the_join_is_read_from_the_join_on(self) -> None:
        us, them = self.person(), self.person()
        cli, js = self.cli(us), self.js(them)
        ours = cli.call("rooms.create", name="Ancien salon", encrypted=True)["roomId"]
        before = cli.send(ours, "avant l'arrivée")
        cli.call("rooms.invite", roomId=ours, userId=them.user_id)
        js.wait_membership(ours, "invite")
        js.call("join", roomId=ours)
        self.wait_members(cli, ours, them)
        after = cli.send(ours, "après l'arrivée")
        js.wait_item(ours, eventId=after, body="après l'arrivée")
        self.assertEqual(cli.wait_item(ours, eventId=before)["body"], "avant l'arrivée")
        theirs = js.call("createRoom", name="Leur ancien salon")["roomId"]
        js.wait_membership(theirs, "join")
        js.wait_item(theirs, type="m.room.encryption")
        js.send(theirs, "entre nous")
        js.call("invite", roomId=theirs, userId=us.user_id)
        cli.wait_membership(theirs, "invite")
        cli.call("rooms.join", roomId=theirs)
        cli.wait_membership(theirs, "join")
        event = js.send(theirs, "bienvenue")
        cli.wait_item(theirs, eventId=event, body="bienvenue")

    def test_who_was_removed_gets_no_more_keys(self) -> None:
        us, them, third = self.person(), self.person(), self.person()
        cli, js, other = self.cli(us), self.js(them), self.js(third)
        room = self.room_of_cli(cli, js, them)
        cli.call("rooms.invite", roomId=room, userId=third.user_id)
        other.wait_membership(room, "invite")
        other.call("join", roomId=room)
        self.wait_members(cli, room, third)
        other.wait_item(room, eventId=cli.send(room, "à trois"), body="à trois")
        cli.call("rooms.kick", roomId=room, userId=third.user_id)
        other.wait_membership(room, "leave")
        cli.idle()
        js.wait_item(room, eventId=cli.send(room, "à deux"), body="à deux")
        self.assertNotIn("à deux", [item["body"] for item in other.timeline(room)])


if __name__ == "__main__":
    unittest.main(verbosity=2)
