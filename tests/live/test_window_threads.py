# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A thread beside the conversation, a poll, pinned messages: by pointer, keyboard and names."""

import unittest
from typing import Any

from harness.case import Person
from harness.cli import Cli
from harness.windowcase import WindowCase


class ThreadsTour(WindowCase):

    def test_in_french(self) -> None:
        karim, room = self.begin("fr")
        root = self.thread(karim, room)
        self.by_keyboard(karim, room, root)
        self.poll(karim, room)

    def test_in_english(self) -> None:
        karim, room = self.begin("en")
        self.thread(karim, room)
        self.poll(karim, room)

    def begin(self, language: str) -> tuple[Cli, str]:
        us, them = self.person("Camille Martin [DINUM]"), self.person("Karim Benali [Intérieur]")
        karim = self.cli(them)
        room = karim.call("rooms.create", name="Budget commun", encrypted=True,
                          invite=[us.user_id])["roomId"]
        self.open(language, f"threads-{language}")
        self.sign_in(us)
        self.protect(us)
        self.join(karim, room, us)
        return karim, str(room)

    def join(self, other: Cli, room: str, us: Person) -> None:
        w, words = self.window, self.words
        w.press(w.wait_text("Budget commun", 30))
        w.press(w.wait(words("Accept"), seconds=30))
        self.until(lambda: any(p["userId"] == us.user_id and p["membership"] == "join"
                               for p in other.call("rooms.members", roomId=room)))

    def replies(self, karim: Cli, room: str, root: str) -> list[Any]:
        return [i["body"] for i in karim.call("timeline.get", roomId=room, threadId=root)["items"]]

    def thread(self, karim: Cli, room: str) -> str:
        w, words = self.window, self.words
        root = karim.send(room, "Qui vient mardi ?")
        w.wait_text("Qui vient mardi ?", 30)
        karim.send(room, "Moi, en tout cas", threadId=root)
        line = self.until(lambda: next((e for e in w.walk() if w.shown(e) and
                                        e.get_role_name() == "button" and
                                        e.get_name().startswith(self.one_reply())), None))
        self.assertFalse(any(e.get_name() == "Moi, en tout cas" for e in w.walk()))
        self.look("thread-line")
        w.press(line)
        w.wait(words("Thread"), role="heading")
        w.wait_text("Moi, en tout cas", 30)
        w.write("Moi aussi")
        w.key("Return")
        self.until(lambda: "Moi aussi" in self.replies(karim, room, root))
        self.assertNotIn("Moi aussi", [i["body"] for i in karim.timeline(room)])
        self.look("thread")
        w.key("Escape")
        w.gone(words("Close the thread"))
        w.press(w.wait(words("Threads")))
        w.wait(words("Threads"), role="heading")
        self.look("threads")
        w.key("Return")
        w.wait(words("Close the thread"))
        w.key("Escape")
        w.gone(words("Close the thread"))
        return root

    def one_reply(self) -> str:
        return "1 réponse" if self.words.language == "fr" else "1 reply"

    def by_keyboard(self, karim: Cli, room: str, root: str) -> None:
        """T on a message opens its thread."""
        w, words = self.window, self.words
        w.click(w.wait("Message"))
        w.key("F6", "F6")
        self.until(lambda: w.focused() != "Message")
        w.key("End")
        w.key("t")
        w.wait(words("Close the thread"))
        w.write("Par le clavier")
        w.key("Return")
        self.until(lambda: "Par le clavier" in self.replies(karim, room, root))
        w.key("Escape")
        w.gone(words("Close the thread"))

    def poll(self, karim: Cli, room: str) -> None:
        w, words = self.window, self.words
        w.press(w.wait(words("New poll")))
        w.wait_focus(words("Question"))
        w.write("Quel jour ?")
        w.key("Return")
        w.write("lundi")
        w.key("Return")
        w.write("mardi")
        self.look("poll-new")
        w.key("Return")
        item = karim.wait_item(room, kind="poll")
        answers = [each["id"] for each in item["poll"]["answers"]]
        self.assertEqual([each["text"] for each in item["poll"]["answers"]], ["lundi", "mardi"])
        karim.sent(karim.call("poll.vote", roomId=room, eventId=item["eventId"],
                              answerIds=answers[1:])["txnId"])
        w.press(w.wait("mardi", role="radio button"))
        self.until(lambda: self.votes(karim, room) == [0, 2])
        w.click(w.wait("Message"))
        w.key("F6", "F6")
        self.until(lambda: w.focused() != "Message")
        w.key("End")
        w.key("1")
        self.until(lambda: self.votes(karim, room) == [1, 1])
        self.look("poll")
        w.key("Return")
        w.choose(words("Close the poll"))
        self.until(lambda: karim.wait_item(room, kind="poll")["poll"]["closed"])
        self.look("poll-closed")

    def votes(self, karim: Cli, room: str) -> list[int]:
        return [a["votes"] for a in karim.wait_item(room, kind="poll")["poll"]["answers"]]


if __name__ == "__main__":
    unittest.main(verbosity=2)
