# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one box for everything: a word of long ago is found, shown in its place, and left again; rooms,
people and commands by keyboard alone."""

import unicodedata
import unittest

from harness.cli import Cli
from harness.windowcase import WindowCase


def plain(text: str) -> str:
    """Without accents, which make no difference; the display's keyboard has none of them."""
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()


class SearchTour(WindowCase):

    def test_in_french(self) -> None:
        self.tour("fr")

    def test_in_english(self) -> None:
        self.tour("en")

    def tour(self, language: str) -> None:
        us, them = self.person("Camille Martin [DINUM]"), self.person("Karim Benali [Intérieur]")
        karim = self.cli(them)
        room = karim.call("rooms.create", name="Budget commun", encrypted=True,
                          invite=[us.user_id])["roomId"]
        self.open(language, f"search-{language}")
        self.sign_in(us)
        self.protect(us)
        w, words = self.window, self.words
        w.press(w.wait_text("Budget commun", 30))
        w.press(w.wait(words("Accept"), seconds=30))
        self.wait_members(karim, room, us)
        self.talk(karim, room)
        w.wait_text("message 119", 60)
        self.empty_box()
        self.found_and_shown()
        self.names_and_commands()

    def talk(self, karim: Cli, room: str) -> None:
        karim.send(room, "L’arrêté préfectoral est signé")
        for number in range(119):
            karim.call("message.send", roomId=room, body=f"message {number}")
        karim.send(room, "message 119")

    def empty_box(self) -> None:
        w, words = self.window, self.words
        w.key("ctrl+k")
        self.box = words("Search rooms, people, messages and commands")
        w.wait_focus(self.box)
        self.look("search-empty")

    def found_and_shown(self) -> None:
        w, words = self.window, self.words
        w.wait_focus(self.box)
        w.write("arrete pref")
        w.wait(words("%n message(s) found", n=1), seconds=15)
        w.wait_text("L’arrêté préfectoral est signé")
        self.look("search-found")
        w.wait_focus(self.box)
        w.key("Return")
        w.gone(self.box)
        w.wait_text("L’arrêté préfectoral est signé", 15)
        newest = words("Go to the newest message")
        w.wait(newest)
        self.look("search-in-place")
        w.press(w.wait(newest))
        w.wait_text("message 119", 15)
        w.gone(newest)

    def names_and_commands(self) -> None:
        w, words = self.window, self.words
        w.key("ctrl+k")
        w.wait_focus(self.box)
        w.key("ctrl+a")
        w.write("budg")
        w.wait_text("Budget commun")
        w.key("ctrl+a")
        w.write("karim")
        w.wait_text("Karim Benali")
        self.look("search-names")
        w.wait_focus(self.box)
        w.key("ctrl+a")
        w.write(plain(words("Security and recovery").split()[0]))
        w.wait_text(words("Security and recovery"))
        w.key("Escape")
        w.key("Escape")
        w.gone(self.box)


if __name__ == "__main__":
    unittest.main(verbosity=2)
