# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of conversations by keyboard: favourites first, a mark of unread, a muted room."""

import time
import unittest

from harness.windowcase import WindowCase


class RoomsTour(WindowCase):

    def test_in_french(self) -> None:
        self.tour("fr")

    def test_in_english(self) -> None:
        self.tour("en")

    def tour(self, language: str) -> None:
        us = self.person("Camille Martin [DINUM]")
        ours = self.cli(us)
        first = ours.call("rooms.create", name="Comité d'été")["roomId"]
        ours.call("rooms.create", name="Veille")
        self.open(language, f"rooms-{language}")
        self.sign_in(us)
        words = self.words
        self.protect(us)
        self.window.wait_text("Veille", 60)
        self.assertEqual(self.order(), ["Veille", "Comité d'été"])
        self.act("Comité", words("Add to the favourites"))
        self.until(lambda: self.order() == ["Comité d'été", "Veille"])
        self.act("Comité", words("Mark as unread"))
        self.spoken("Comité", words("marked as unread"))
        self.act("Veille", words("Mute"))
        self.spoken("Veille", words("muted"))
        self.look("rooms")
        listed = {room["roomId"]: room for room in ours.call("rooms.list")}
        self.assertEqual((listed[first]["tag"], listed[first]["markedUnread"]), ("favourite", True))
        self.act("Veille", words("Mute"))
        self.until(lambda: words("muted") not in self.row("Veille"))
        self.act("Comité", words("Remove from the favourites"))
        self.until(lambda: self.order() == ["Veille", "Comité d'été"])
        self.act("Comité", words("Remove the mark of unread"))
        self.until(lambda: words("marked as unread") not in self.row("Comité"))

    def rows(self) -> list[str]:
        w = self.window
        found = [(w.top(each), each.get_name()) for each in w.walk()
                 if each.get_role_name() == "list item" and w.shown(each)]
        return [name for _, name in sorted(found)]

    def order(self) -> list[str]:
        return [name.split(",")[0] for name in self.rows()]

    def row(self, name: str) -> str:
        return next((row for row in self.rows() if row.startswith(name)), "")

    def spoken(self, name: str, part: str) -> None:
        self.until(lambda: part in self.row(name))

    def act(self, name: str, entry: str) -> None:
        """One entry of the menu of a row, by keyboard alone."""
        w, words = self.window, self.words
        w.tab_to(words("Filter conversations"))
        w.key("Down", "Home")
        time.sleep(0.3)
        if not w.focused().startswith(name):
            w.key("Down")
        self.until(lambda: w.focused().startswith(name))
        w.key("shift+F10")
        w.choose(entry)


if __name__ == "__main__":
    unittest.main(verbosity=2)
