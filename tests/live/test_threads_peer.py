# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Threads, polls and pinned messages between us and matrix-js-sdk, in encrypted rooms."""

import unittest
from typing import Any

from harness.case import Person
from harness.cli import Cli
from harness.jspeer import JsPeer
from harness.peercase import PeerCase
from harness.rpcprocess import RpcError


class ThreadsPeer(PeerCase):
    def pair_with_threads(self) -> tuple[Person, Cli, Person, JsPeer, str]:
        us, them = self.person(), self.person("Karim Benali [DINUM]")
        cli = self.cli(us)
        js = self.js(them, threads=True)
        room = self.room_of_cli(cli, js, them)
        event = cli.send(room, "Bonjour")
        js.wait_item(room, eventId=event, body="Bonjour")
        return us, cli, them, js, room

    def thread(self, cli: Cli, room: str, root: str) -> list[dict[str, Any]]:
        return list(cli.call("timeline.get", roomId=room, threadId=root)["items"])

    def bodies(self, cli: Cli, room: str, root: str) -> list[str]:
        return [item["body"] for item in self.thread(cli, room, root)]

    def item(self, cli: Cli, room: str, event: str) -> dict[str, Any]:
        return next(i for i in cli.timeline(room) if i["eventId"] == event)

    def js_thread(self, js: JsPeer, room: str, root: str) -> dict[str, Any]:
        found = js.call("threads", roomId=room)["threads"]
        return next((t for t in found if t["rootId"] == root), {"events": [], "count": 0})

    def test_a_thread_of_both(self) -> None:
        _, cli, them, js, room = self.pair_with_threads()
        root = cli.send(room, "Le sujet")
        js.wait_item(room, eventId=root, body="Le sujet")
        js.call("reply", roomId=room, rootId=root, body="un")
        self.until(lambda: self.bodies(cli, room, root) == ["Le sujet", "un"])
        told = self.item(cli, room, root)["thread"]
        self.assertEqual((told["count"], told["unread"], told["participated"]), (1, 1, False))
        self.assertEqual(told["lastItem"]["body"], "un")
        self.assertEqual(told["lastItem"]["sender"], them.user_id)
        self.assertNotIn("un", [i["body"] for i in cli.timeline(room)])
        cli.send(room, "deux", threadId=root)
        self.until(lambda: "deux" in [e["body"] for e in self.js_thread(js, room, root)["events"]])
        self.assertNotIn("deux", [i["body"] for i in js.timeline(room)])
        listed = cli.call("thread.list", roomId=room)
        self.assertEqual([(t["rootId"], t["count"], t["participated"], t["unread"])
                          for t in listed], [(root, 2, True, 0)])
        self.assertEqual(listed[0]["root"]["body"], "Le sujet")
        self.assertEqual(listed[0]["lastItem"]["body"], "deux")

    def test_reading_a_thread_is_told_to_the_other_devices(self) -> None:
        us, cli, _, js, room = self.pair_with_threads()
        second = self.js(us, threads=True)
        root = cli.send(room, "Le sujet")
        reply = js.call("reply", roomId=room, rootId=root, body="un")["eventId"]
        self.until(lambda: (self.item(cli, room, root)["thread"] or {}).get("unread") == 1)
        self.until(lambda: self.js_thread(second, room, root)["count"] == 1)
        self.assertNotEqual(self.js_thread(second, room, root)["readUpTo"], reply)
        cli.call("rooms.markRead", roomId=room, eventId=root)
        self.assertEqual(self.item(cli, room, root)["thread"]["unread"], 1)
        cli.call("rooms.markRead", roomId=room, eventId=reply, threadId=root)
        self.assertEqual(self.item(cli, room, root)["thread"]["unread"], 0)
        self.until(lambda: self.js_thread(second, room, root)["readUpTo"] == reply)
        js.call("reply", roomId=room, rootId=root, body="deux")
        self.until(lambda: self.item(cli, room, root)["thread"]["unread"] == 1)
        self.until(lambda: self.js_thread(second, room, root)["count"] == 2)
        second.call("readThread", roomId=room, rootId=root)
        self.until(lambda: self.item(cli, room, root)["thread"]["unread"] == 0)
        with self.assertRaises(RpcError):
            cli.call("rooms.markRead", roomId=room, eventId=reply, threadId="$elsewhere")

    def test_a_thread_older_than_what_was_synchronised(self) -> None:
        us, cli, them, js, room = self.pair_with_threads()
        root = js.send(room, "ancien")
        js.call("reply", roomId=room, rootId=root, body="un")
        for i in range(60):
            js.send(room, f"plus tard {i}")
        js.call("reply", roomId=room, rootId=root, body="deux")
        last = js.send(room, "fin")
        cli.wait_item(room, eventId=last, body="fin")
        new = self.cli(us)
        new.wait_item(room, eventId=last)
        listed = new.call("thread.list", roomId=room)
        self.assertEqual([(t["rootId"], t["count"]) for t in listed], [(root, 2)])
        ids = [i["eventId"] for i in self.thread(new, room, root)]
        self.assertEqual((len(ids), ids[0]), (3, root))
        self.assertNotIn(root, [i["eventId"] for i in new.timeline(room, 20)])
        whole = [i["eventId"] for i in new.whole_timeline(room)]
        self.assertEqual(whole.count(root), 1)
        self.assertLess(whole.index(root), whole.index(last))

    def test_a_poll_of_ours(self) -> None:
        us, cli, them, js, room = self.pair_with_threads()
        poll = cli.sent(cli.call("poll.create", roomId=room, question="Quand ?",
                                 answers=["lundi", "mardi", "jeudi"], maxSelections=2)["txnId"])
        seen = self.until(lambda: self.polled(js, room, poll))
        self.assertEqual((seen["question"], seen["maxSelections"], seen["disclosed"]),
                         ("Quand ?", 2, True))
        ids = [a["id"] for a in seen["answers"]]
        js.call("vote", roomId=room, eventId=poll, answerIds=[ids[0]])
        self.until(lambda: self.votes(cli, room, poll) == [1, 0, 0])
        cli.sent(cli.call("poll.vote", roomId=room, eventId=poll, answerIds=ids[1:])["txnId"])
        self.until(lambda: self.votes(cli, room, poll) == [1, 1, 1])
        self.until(lambda: self.polled(js, room, poll)["votes"] == dict.fromkeys(ids, 1))
        js.call("vote", roomId=room, eventId=poll, answerIds=[ids[2]])
        self.until(lambda: self.votes(cli, room, poll) == [0, 1, 2])
        js.call("closePoll", roomId=room, eventId=poll)  # has no right to
        marker = js.send(room, "fermé ?")
        cli.wait_item(room, eventId=marker, body="fermé ?")
        self.assertFalse(self.item(cli, room, poll)["poll"]["closed"])
        cli.sent(cli.call("poll.close", roomId=room, eventId=poll)["txnId"])
        self.until(lambda: self.polled(js, room, poll)["ended"])
        shown = self.item(cli, room, poll)["poll"]
        self.assertTrue(shown["closed"])
        self.assertEqual(shown["voters"], 2)
        for method, more in (("poll.vote", {"answerIds": [ids[0]]}), ("poll.close", {})):
            with self.assertRaises(RpcError) as refused:
                cli.call(method, roomId=room, eventId=poll, **more)
            self.assertEqual(refused.exception.data["kind"], "invalid")

    def test_a_poll_of_theirs_that_hides_its_counts(self) -> None:
        _, cli, _, js, room = self.pair_with_threads()
        poll = js.call("poll", roomId=room, question="Qui ?", answers=["elle", "lui"],
                       disclosed=False)["eventId"]
        item = cli.wait_item(room, eventId=poll, kind="poll")
        ids = [a["id"] for a in item["poll"]["answers"]]
        self.assertFalse(item["poll"]["disclosed"])
        cli.sent(cli.call("poll.vote", roomId=room, eventId=poll, answerIds=[ids[1]])["txnId"])
        self.until(lambda: self.polled(js, room, poll)["votes"] == {ids[1]: 1})
        shown = self.item(cli, room, poll)["poll"]
        self.assertEqual([a["votes"] for a in shown["answers"]], [None, None])
        self.assertEqual([a["mine"] for a in shown["answers"]], [False, True])
        js.call("closePoll", roomId=room, eventId=poll)
        self.until(lambda: self.votes(cli, room, poll) == [0, 1])
        self.assertTrue(self.item(cli, room, poll)["poll"]["closed"])

    def polled(self, js: JsPeer, room: str, poll: str) -> Any:
        try:
            return js.call("readPoll", roomId=room, eventId=poll)
        except RpcError:  # not there yet
            return None

    def votes(self, cli: Cli, room: str, poll: str) -> list[int]:
        return [a["votes"] for a in self.item(cli, room, poll)["poll"]["answers"]]

    def test_pinned_messages(self) -> None:
        us, cli, them, js, room = self.pair_with_threads()
        event = js.send(room, "à garder")
        cli.wait_item(room, eventId=event, body="à garder")
        cli.call("pins.set", roomId=room, eventId=event, pinned=True)
        self.assertEqual([(p["eventId"], p["item"]["body"])
                          for p in cli.call("pins.list", roomId=room)], [(event, "à garder")])
        self.until(lambda: js.call("pins", roomId=room)["pinned"] == [event])
        guest, _ = self.friend_in(cli, room)
        with self.assertRaises(RpcError) as refused:
            guest.call("pins.set", roomId=room, eventId=event, pinned=False)
        self.assertEqual(refused.exception.data["kind"], "forbidden")
        cli.call("pins.set", roomId=room, eventId=event, pinned=False)
        self.until(lambda: js.call("pins", roomId=room)["pinned"] == [])
        self.assertEqual(cli.call("pins.list", roomId=room), [])

    def friend_in(self, cli: Cli, room: str) -> tuple[Cli, Person]:
        person = self.person()
        guest = self.cli(person)
        cli.call("rooms.invite", roomId=room, userId=person.user_id)
        guest.wait_membership(room, "invite")
        guest.call("rooms.join", roomId=room)
        return guest, person

    def test_history_and_forwarding(self) -> None:
        _, cli, _, js, room = self.pair_with_threads()
        event = js.send(room, "un")
        js.call("edit", roomId=room, eventId=event, body="deux")
        cli.wait_item(room, eventId=event, body="deux")
        said = cli.call("message.history", roomId=room, eventId=event)
        self.assertEqual([r["body"] for r in said], ["un", "deux"])
        other = cli.call("rooms.create", name="Ailleurs")["roomId"]
        copy = cli.sent(cli.call("message.forward", roomId=room, eventId=event,
                                 toRoomId=other)["txnId"])
        item = cli.wait_item(other, eventId=copy, body="deux")
        self.assertEqual((item["edited"], item["encryption"]["encrypted"]), (False, True))
        path = self.folder / "pièce.txt"
        path.write_text("contenu", encoding="utf-8")
        sent = js.call("sendFile", roomId=room, path=str(path), mimetype="text/plain")["eventId"]
        first = cli.wait_item(room, eventId=sent, kind="file")
        copy = cli.sent(cli.call("message.forward", roomId=room, eventId=sent,
                                 toRoomId=other)["txnId"])
        item = cli.wait_item(other, eventId=copy, kind="file")
        self.assertNotEqual(item["file"]["mxc"], first["file"]["mxc"])
        target = self.folder / "copie.txt"
        cli.call("file.save", roomId=other, eventId=copy, path=str(target))
        self.assertEqual(target.read_text(encoding="utf-8"), "contenu")


if __name__ == "__main__":
    unittest.main()
