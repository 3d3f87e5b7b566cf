# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages found by their words: encrypted rooms and clear ones, both languages, older history."""

import unittest
from typing import Any

from harness.case import LiveCase, Person
from harness.cli import Cli
from harness.rpcprocess import RpcError


class Search(LiveCase):
    def pair(self, encrypted: bool = True) -> tuple[Cli, Cli, Person, str]:
        """Two people in a room."""
        us, them = self.person("Camille Martin [DINUM]"), self.person("Karim Benali [ANSSI]")
        cli, other = self.cli(us), self.cli(them)
        room = cli.call("rooms.create", name="Comité d'été", encrypted=encrypted,
                        invite=[them.user_id])["roomId"]
        other.wait_membership(room, "invite")
        other.call("rooms.join", roomId=room)
        self.wait_members(cli, room, them)
        return cli, other, them, room

    def found(self, cli: Cli, query: str, **more: Any) -> list[str]:
        answer = cli.call("search.messages", query=query, **more)
        ids = [item["eventId"] for item in answer["items"]]
        self.assertEqual(answer["total"], len(ids))
        return ids

    def test_words_filters_and_both_languages(self) -> None:
        for encrypted in (True, False):
            with self.subTest(encrypted=encrypted):
                cli, other, them, room = self.pair(encrypted)
                first = other.send(room, "L’arrêté du Maire est signé")
                second = cli.send(room, "Les ARRETES suivants : https://example.org/œuvre")
                cli.wait_item(room, eventId=first, body="L’arrêté du Maire est signé")
                cli.wait_item(room, eventId=second)
                cli.idle()
                self.assertEqual(self.found(cli, "arrete"), [second, first])
                self.assertEqual(self.found(cli, "l'arrêté maire"), [first])
                self.assertEqual(self.found(cli, '"du maire"'), [first])
                self.assertEqual(self.found(cli, "oeuv"), [second])
                self.assertEqual(self.found(cli, "de:karim arr"), [first])
                self.assertEqual(self.found(cli, f"from:{them.user_id}"), [first])
                self.assertEqual(self.found(cli, "from:me arretes"), [second])
                self.assertEqual(self.found(cli, 'dans:"comité d\'été" a:lien'), [second])
                self.assertEqual(self.found(cli, "in:Comite after:2001 before:2001"), [])
                self.assertEqual(self.found(cli, "on:today arr", roomId=room), [second, first])
                item = cli.call("search.messages", query="signe")["items"][0]
                self.assertEqual((item["roomId"], item["senderName"]), (room, them.name))
                mark = item["extract"]["ranges"][0]
                text = item["extract"]["text"]
                self.assertEqual(text[mark["start"]:mark["start"] + mark["length"]], "signé")

    def test_edits_and_redactions_and_a_restart(self) -> None:
        cli, other, _, room = self.pair()
        event = other.send(room, "rendez-vous lundi")
        cli.wait_item(room, eventId=event, body="rendez-vous lundi")
        other.sent(other.call("message.edit", roomId=room, eventId=event,
                              body="rendez-vous mardi")["txnId"])
        cli.wait_item(room, eventId=event, body="rendez-vous mardi")
        self.assertEqual(self.found(cli, "mardi"), [event])
        self.assertEqual(self.found(cli, "lundi"), [])
        cli.close()
        cli = self.again(cli)
        self.assertEqual(self.found(cli, "mardi"), [event])
        other.sent(other.call("message.redact", roomId=room, eventId=event)["txnId"])
        cli.wait_item(room, eventId=event, kind="redacted")
        self.assertEqual(self.found(cli, "mardi"), [])

    def test_files_names_and_relevance(self) -> None:
        cli, other, them, room = self.pair()
        paper = self.folder / "Procès-verbal_2026.txt"
        paper.write_text("rien", encoding="utf-8")
        file = other.sent(other.call("file.send", roomId=room, path=str(paper),
                                     caption="voici le compte rendu")["txnId"])
        best = other.send(room, "verbal")
        last = other.send(room, "verbalisation")
        cli.wait_item(room, eventId=last, body="verbalisation")
        self.assertEqual(self.found(cli, "proces-verbal a:fichier"), [file])
        self.assertEqual(self.found(cli, "compte"), [file])
        self.assertEqual(self.found(cli, "verbal"), [last, best, file])
        self.assertEqual(self.found(cli, "verbal", order="relevance")[0], best)
        page = cli.call("search.messages", query="verbal", limit=2)
        self.assertEqual((page["total"], len(page["items"])), (3, 2))
        rest = cli.call("search.messages", query="verbal", limit=2, before=page["before"])
        self.assertEqual([item["eventId"] for item in rest["items"]], [file])
        self.assertIsNone(rest["before"])
        names = cli.call("search.names", query="ete")
        self.assertEqual([known["roomId"] for known in names["rooms"]], [room])
        names = cli.call("search.names", query="bénali")
        self.assertEqual([known["userId"] for known in names["people"]], [them.user_id])

    def test_older_history_is_fetched_and_found(self) -> None:
        cli, other, _, room = self.pair(encrypted=False)
        old = other.send(room, "aiguille ancienne")
        for number in range(260):
            other.call("message.send", roomId=room, body=f"message {number}")
        newest = other.send(room, "le dernier")
        other.idle()
        fresh = self.cli(Person(them_user(cli), cli.call("session.status")["userId"],
                                f"pw-{them_user(cli)}", ""))
        fresh.idle()
        self.assertEqual(self.found(fresh, "dernier"), [newest])
        self.assertEqual(self.found(fresh, "aiguille"), [])
        fresh.call("search.fetchHistory", roomId=room, limit=1)
        self.progress(fresh, running=False)
        self.assertEqual(self.found(fresh, "aiguille"), [])
        fresh.call("search.fetchHistory", roomId=room)
        done = self.progress(fresh, running=False, atStart=True)
        self.assertGreaterEqual(done["messages"], 262)
        self.assertGreater(done["bytes"], 100_000)
        self.assertEqual(self.found(fresh, "aiguille"), [old])
        self.assertEqual(fresh.call("search.status")["fetching"], [])

    def progress(self, cli: Cli, **wanted: Any) -> dict[str, Any]:
        return cli.wait_for("search.progress", lambda note: all(
            note.get(key) == value for key, value in wanted.items()))

    def test_bad_parameters(self) -> None:
        cli = self.cli(self.person())
        for bad in ({}, {"query": ""}, {"query": 7}, {"query": "a", "limit": 0},
                    {"query": "a", "limit": 201}, {"query": "a", "order": "size"},
                    {"query": "a", "roomId": "nowhere"}):
            with self.assertRaises(RpcError) as caught:
                cli.call("search.messages", **bad)
            self.assertEqual(caught.exception.code, -32602, bad)
        with self.assertRaises(RpcError) as caught:
            cli.call("search.messages", query="a", before="nonsense")
        self.assertEqual(caught.exception.data["kind"], "invalid")
        for query in ("…", '"', "a\0b", "x" * 10_240, "NEAR(a b) OR NOT *", "' OR 1=1 --"):
            self.assertEqual(self.found(cli, query), [])
        with self.assertRaises(RpcError) as caught:
            cli.call("search.fetchHistory", roomId="!nowhere:example.org")
        self.assertEqual(caught.exception.data["kind"], "notFound")


def them_user(cli: Cli) -> str:
    """Local part of who is signed in."""
    return str(cli.call("session.status")["userId"]).removeprefix("@").split(":")[0]


if __name__ == "__main__":
    unittest.main(verbosity=2)
