# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A conversation is exported by keyboard: from the list's menu, through the dialog, to a file."""

import time
import unittest

from harness.windowcase import PICTURES, WindowCase


class ExportTour(WindowCase):

    def test_in_french(self) -> None:
        self.tour("fr")

    def test_in_english(self) -> None:
        self.tour("en")

    def tour(self, language: str) -> None:
        us, them = self.person("Camille Martin [DINUM]"), self.person("Karim Benali [Intérieur]")
        other = self.cli(them)
        room = other.call("rooms.create", name="Comité d'été", encrypted=True,
                          invite=[us.user_id])["roomId"]
        self.open(language, f"export-{language}")
        self.sign_in(us)
        self.protect(us)
        w, words = self.window, self.words
        w.press(w.wait_text("Comité d'été", 30))
        w.press(w.wait(words("Accept"), seconds=30))
        self.until(lambda: any(p["userId"] == us.user_id and p["membership"] == "join"
                               for p in other.call("rooms.members", roomId=room)))
        other.send(room, "Bonjour à tous")
        w.wait_text("Bonjour à tous", 30)
        self.ask()
        self.choose("talk")
        page = self.documents / "talk.html"
        self.until(page.exists, 30)
        self.assertIn("Bonjour à tous", page.read_text(encoding="utf-8"))
        w.gone(words("Choose a file…"))
        self.display.picture(PICTURES / f"exported-{language}-{self.colours}.png")
        self.ask()
        self.choose("talk")
        w.wait(words("The file cannot be made there, or it exists already. Choose another name."))
        self.look("export-refused")
        w.key("Escape")
        w.gone(words("Choose a file…"))

    def ask(self) -> None:
        """By the menu of the conversation in the list."""
        w, words = self.window, self.words
        w.click(w.wait("Message"))
        w.key("F6")  # from the composer to the filter of the list
        w.wait_focus(words("Filter conversations"))
        w.key("Down")
        self.until(lambda: w.focused().startswith("Comité"))
        w.key("shift+F10")
        w.choose(words("Export…"))
        w.wait(words("Choose a file…"))
        self.look("export")

    def choose(self, name: str) -> None:
        """In the toolkit's own dialog: the name is behind the list, the button behind the filter."""
        w, words = self.window, self.words
        w.tab_to(words("Choose a file…"))
        w.key("Return")
        time.sleep(1)
        w.key("Tab")
        w.key("ctrl+a")
        w.write(f"{name}.html")
        w.key("Tab", "Tab")
        self.display.picture(PICTURES / f"export-chooser-{words.language}-{self.colours}.png")
        w.key("space")


if __name__ == "__main__":
    unittest.main(verbosity=2)
