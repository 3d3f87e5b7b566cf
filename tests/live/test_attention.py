# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where rooms stand in a person's list and what of them notifies, over restarts and devices."""

import time
import unittest
from typing import Any

from harness.case import LiveCase, Person
from harness.cli import Cli
from harness.rpcprocess import RpcError


class Attention(LiveCase):
    def pair(self) -> tuple[Cli, Cli, Person, Person, str]:
        us, them = self.person("Camille Martin [DINUM]"), self.person("Karim Benali [ANSSI]")
        cli, other = self.cli(us), self.cli(them)
        room = cli.call("rooms.create", name="Veille", encrypted=True, invite=[them.user_id])["roomId"]
        other.wait_membership(room, "invite")
        other.call("rooms.join", roomId=room)
        self.wait_members(cli, room, them)
        return cli, other, us, them, room

    def listed(self, cli: Cli, room: str) -> dict[str, Any]:
        found: dict[str, Any] = next(r for r in cli.call("rooms.list") if r["roomId"] == room)
        return found

    def soon(self, cli: Cli, room: str, **wanted: Any) -> None:
        """As soon as sync has told of it."""
        deadline = time.monotonic() + 30
        while any(self.listed(cli, room)[name] != value for name, value in wanted.items()):
            self.assertLess(time.monotonic(), deadline, f"{wanted} never came")
            time.sleep(0.1)

    def refused(self, cli: Cli, method: str, **params: Any) -> str:
        with self.assertRaises(RpcError) as caught:
            cli.call(method, **params)
        return str(caught.exception.data.get("kind"))

    def test_tags_marks_and_modes_are_the_accounts(self) -> None:
        cli, other, us, _, room = self.pair()
        second = self.cli(us)
        self.assertEqual((self.listed(cli, room)["tag"], self.listed(cli, room)["notify"]), (None, "default"))
        for tag in ("favourite", "lowPriority", "favourite"):
            cli.call("rooms.setTag", roomId=room, tag=tag)
            self.assertEqual(self.listed(cli, room)["tag"], tag)
            self.soon(second, room, tag=tag)
        cli.call("rooms.setTag", roomId=room, tag="none")
        self.assertIsNone(self.listed(cli, room)["tag"])
        for mode in ("mute", "mentions", "all", "mute", "default", "mentions"):
            cli.call("rooms.notify", roomId=room, mode=mode)
            self.assertEqual(self.listed(cli, room)["notify"], mode)
        self.soon(second, room, notify="mentions")
        cli.close()
        again = self.again(cli)
        self.assertEqual(self.listed(again, room)["notify"], "mentions")

    def test_a_mark_goes_when_the_room_is_read(self) -> None:
        cli, other, _, _, room = self.pair()
        event = other.send(room, "à lire")
        cli.wait_item(room, eventId=event)
        cli.call("rooms.markUnread", roomId=room)
        self.assertTrue(self.listed(cli, room)["markedUnread"])
        cli.call("rooms.markRead", roomId=room, eventId=event)
        self.soon(cli, room, markedUnread=False)

    def test_a_muted_room_is_silent_and_a_keyword_is_not(self) -> None:
        cli, other, _, them, room = self.pair()
        cli.call("rooms.notify", roomId=room, mode="mute")
        event = other.send(room, "rien de grave")
        cli.wait_item(room, eventId=event)
        self.assertEqual(self.listed(cli, room)["unread"], 0)
        cli.call("rooms.notify", roomId=room, mode="mentions")
        cli.call("pushRules.addKeyword", keyword="incendie")
        words = [rule["pattern"] for rule in cli.call("pushRules.list")["content"]]
        self.assertIn("incendie", words)
        plain = other.send(room, "toujours rien")
        cli.wait_item(room, eventId=plain)
        self.assertEqual(self.listed(cli, room)["highlights"], 0)
        fire = other.send(room, "Incendie au sous-sol")
        cli.wait_item(room, eventId=fire, highlighted=True)
        self.assertEqual(self.listed(cli, room)["highlights"], 1)
        cli.call("pushRules.removeKeyword", keyword="incendie")
        self.assertNotIn("incendie", [r.get("pattern") for r in cli.call("pushRules.list")["content"]])

    def test_rules_are_switched_and_nonsense_refused(self) -> None:
        cli, _, us, them, room = self.pair()
        cli.call("pushRules.set", kind="override", ruleId=".m.rule.master", enabled=True)
        rule = next(r for r in cli.call("pushRules.list")["override"] if r["rule_id"] == ".m.rule.master")
        self.assertTrue(rule["enabled"])
        cli.call("pushRules.set", kind="override", ruleId=".m.rule.master", enabled=False)
        self.assertEqual(self.refused(cli, "pushRules.set", kind="override", ruleId="none", enabled=True),
                         "notFound")
        for method, params in (
                ("rooms.setTag", {"roomId": room, "tag": "best"}), ("rooms.setTag", {"roomId": "x", "tag": "none"}),
                ("rooms.notify", {"roomId": room, "mode": ""}), ("pushRules.addKeyword", {"keyword": "   "}),
                ("pushRules.addKeyword", {"keyword": ".m.rule.x"}), ("pushRules.addKeyword", {"keyword": "a/b"}),
                ("pushRules.set", {"kind": "best", "ruleId": "x", "enabled": True}),
                ("pushRules.set", {"kind": "content", "ruleId": "x"})):
            with self.subTest(method=method, params=params):
                self.assertEqual(self.refused(cli, method, **params), "invalid")
        for method, params in (("rooms.setTag", {"tag": "none"}), ("rooms.notify", {"mode": "all"}),
                               ("rooms.markUnread", {})):
            self.assertEqual(self.refused(cli, method, roomId="!none:localhost", **params), "notFound")

    def test_bans(self) -> None:
        cli, other, us, them, room = self.pair()
        self.assertEqual(self.refused(other, "rooms.ban", roomId=room, userId=us.user_id), "forbidden")
        cli.call("rooms.ban", roomId=room, userId=them.user_id, reason="essai")
        other.wait_membership(room, "ban")
        self.assertEqual(self.refused(other, "rooms.join", roomId=room), "forbidden")
        cli.call("rooms.unban", roomId=room, userId=them.user_id)
        cli.call("rooms.invite", roomId=room, userId=them.user_id, reason="Reviens")
        other.wait_membership(room, "invite")
        self.assertEqual(self.listed(other, room)["inviteReason"], "Reviens")


if __name__ == "__main__":
    unittest.main(verbosity=2)
