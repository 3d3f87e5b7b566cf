# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A conversation written to a file in each format, its files beside it; media by their kind."""

import json
import subprocess
import time
import unittest
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from harness.case import LiveCase
from harness.cli import Cli
from harness.rpcprocess import RpcError


class Page(HTMLParser):
    """Every tag and address of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


class Export(LiveCase):
    def talk(self) -> tuple[Cli, Cli, str]:
        us, them = self.person("Camille Martin [DINUM]"), self.person("Karim Benali [ANSSI]")
        cli, other = self.cli(us), self.cli(them)
        room = cli.call("rooms.create", name="Export <de> salle", encrypted=True,
                        invite=[them.user_id])["roomId"]
        other.wait_membership(room, "invite")
        other.call("rooms.join", roomId=room)
        self.wait_members(cli, room, them)
        return cli, other, room

    def picture(self) -> Path:
        path = self.folder / f"point {time.monotonic_ns()}.png"
        subprocess.run(["convert", "-size", "64x48", "gradient:navy-white", str(path)], check=True)
        return path

    def target(self, ending: str) -> Path:
        return self.folder / f"talk{time.monotonic_ns()}.{ending}"

    def export(self, cli: Cli, room: str, path: Path, **more: Any) -> dict[str, Any]:
        answer: dict[str, Any] = cli.call("export.room", roomId=room, path=str(path), timeout=120,
                                          format=path.suffix[1:].replace("txt", "text"), **more)
        return answer

    def test_each_format_with_its_files(self) -> None:
        cli, other, room = self.talk()
        first = other.send(room, "Bonjour <script>alert(1)</script>", formattedBody="<b>Bonjour</b>")
        picture = self.picture()
        image = other.sent(other.call("file.send", roomId=room, path=str(picture))["txnId"])
        reply = cli.send(room, "Dans le fil", threadId=first)
        cli.sent(cli.call("message.react", roomId=room, eventId=first, key="👍")["txnId"])
        cli.sent(cli.call("message.edit", roomId=room, eventId=reply, body="Dans le fil, corrigé")["txnId"])
        cli.wait_item(room, eventId=image)
        cli.idle()
        for ending in ("html", "txt", "json"):
            with self.subTest(ending):
                path = self.target(ending)
                answer = self.export(cli, room, path)
                self.assertTrue(answer["complete"])
                self.assertEqual((answer["messages"], answer["files"], answer["lostFiles"]), (3, 1, 0))
                self.assertEqual(answer["bytes"], path.stat().st_size)
                saved = list((path.parent / f"{path.stem}_files").iterdir())
                self.assertEqual([each.read_bytes() for each in saved], [picture.read_bytes()])
                text = path.read_text(encoding="utf-8")
                self.assertIn("Dans le fil, corrigé", text)
                self.assertIn("👍", text)
                self.check(ending, text, saved[0].name)
        self.assertIn("export.progress", [each.get("method") for each in cli.notifications])

    def check(self, ending: str, text: str, saved: str) -> None:
        if ending == "html":
            page = Page(text)
            self.assertNotIn("script", page.tags)
            self.assertFalse([link for link in page.links if "://" in link])
            self.assertIn("img", page.tags)
        elif ending == "json":
            whole = json.loads(text)
            self.assertEqual(whole["count"], len(whole["messages"]))
            stamps = [item["timestamp"] for item in whole["messages"]]
            self.assertEqual(stamps, sorted(stamps))
            self.assertIn(saved, [(item["savedAs"] or "").split("/")[-1] for item in whole["messages"]])

    def test_older_history_is_fetched_and_a_range_kept(self) -> None:
        cli, other, room = self.talk()
        cli.idle()
        cli.close()  # what is said meanwhile is more than one sync brings
        bodies = [f"message {i}" for i in range(130)]
        ids = [other.send(room, body) for body in bodies]
        late = self.again(cli)
        late.idle()  # it has what the server calls new, and a gap before it
        path = self.target("json")
        answer = self.export(late, room, path)
        self.assertTrue(answer["complete"])
        self.assertGreater(answer["fetched"], 0)
        said = [item["body"] for item in json.loads(path.read_text())["messages"]
                if item["kind"] == "text"]
        self.assertEqual(said, bodies)
        items = {item["eventId"]: item for item in json.loads(path.read_text())["messages"]}
        start, end = items[ids[10]]["timestamp"], items[ids[20]]["timestamp"]
        part = self.target("json")
        self.export(late, room, part, **{"from": start, "to": end})
        some = [item["eventId"] for item in json.loads(part.read_text())["messages"]]
        self.assertEqual(some, [each for each in items if start <= items[each]["timestamp"] <= end])

    def test_refusals_leave_nothing(self) -> None:
        cli, other, room = self.talk()
        other.send(room, "bonjour")
        path = self.target("html")
        path.write_text("à moi", encoding="utf-8")
        for more, kind in (({"path": str(path)}, "invalid"),
                           ({"path": str(self.folder / "nowhere" / "a.html")}, "invalid"),
                           ({"path": str(self.target("html")), "roomId": "!no:localhost"}, "notFound"),
                           ({"path": str(self.target("html")), "format": "doc"}, "invalid"),
                           ({"path": str(self.target("html")), "from": 2, "to": 1}, "invalid")):
            with self.subTest(more), self.assertRaises(RpcError) as caught:
                cli.call("export.room", **({"roomId": room, "format": "html"} | more))
            self.assertEqual(caught.exception.data["kind"], kind)
        self.assertEqual(path.read_text(encoding="utf-8"), "à moi")
        with self.assertRaises(RpcError) as caught:
            cli.call("export.cancel", path=str(self.target("html")))
        self.assertEqual(caught.exception.data["kind"], "notFound")

    def test_media_by_kind(self) -> None:
        cli, other, room = self.talk()
        image = other.sent(other.call("file.send", roomId=room, path=str(self.picture()))["txnId"])
        note = self.folder / "note.txt"
        note.write_text("rien", encoding="utf-8")
        text = other.sent(other.call("file.send", roomId=room, path=str(note))["txnId"])
        link = other.send(room, "voir https://example.org/")
        for event in (image, text, link):
            cli.wait_item(room, eventId=event)
        cli.idle()

        def ids(**more: Any) -> list[str]:
            answer = cli.call("media.list", roomId=room, **more)
            return [item["eventId"] for item in answer["items"]]
        self.assertEqual(ids(), [text, image])
        self.assertEqual(ids(kind="image"), [image])
        self.assertEqual(ids(kind="link"), [link])
        first = cli.call("media.list", roomId=room, limit=1)
        self.assertEqual((first["total"], first["items"][0]["eventId"]), (2, text))
        self.assertEqual(ids(limit=1, before=first["before"]), [image])


if __name__ == "__main__":
    unittest.main(verbosity=2)
