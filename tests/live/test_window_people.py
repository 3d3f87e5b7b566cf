# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People in a conversation of many: their sheet, verified by symbols, an identity that changes and
holds what is sent, devices that are blocked or that nobody confirmed."""

import time
import unittest

from harness.case import Person
from harness.cli import Cli
from harness.windowcase import WindowCase

KARIM = "Karim Benali"


class PeopleTour(WindowCase):

    def test_in_french(self) -> None:
        karim, us, them, room = self.begin("fr")
        self.verify(karim, us)
        self.identity_changes(karim, them, room)
        self.a_device_is_blocked(karim, room)
        self.an_unsigned_device(them, room)

    def test_in_english(self) -> None:
        _, _, them, room = self.begin("en")
        self.window.key("Escape")
        self.an_unsigned_device(them, room)

    def begin(self, language: str) -> tuple[Cli, Person, Person, str]:
        """In the conversation, with the sheet of its other member open."""
        us, them = self.person("Camille Martin [DINUM]"), self.person(f"{KARIM} [Intérieur]")
        third = self.person("Sophie Leroy [Culture]")
        karim = self.cli(them)
        karim.call("crypto.bootstrap", password=them.password)
        room = karim.call("rooms.create", name="Budget commun", encrypted=True,
                          invite=[us.user_id, third.user_id])["roomId"]
        self.open(language, f"people-{language}")
        self.sign_in(us)
        self.protect(us)
        self.join(karim, room, us)
        karim.send(room, "Bonjour à tous")
        self.window.wait_text("Bonjour à tous", 30)
        self.members(third)
        self.sheet_of(them)
        return karim, us, them, room

    def join(self, other: Cli, room: str, us: Person) -> None:
        w, words = self.window, self.words
        w.press(w.wait_text("Budget commun", 30))
        w.press(w.wait(words("Accept"), seconds=30))
        self.until(lambda: any(p["userId"] == us.user_id and p["membership"] == "join"
                               for p in other.call("rooms.members", roomId=room)))

    def members(self, third: Person) -> None:
        """From the header, and out of it again to where the keyboard was."""
        w, words = self.window, self.words
        w.tab_to(words("Members"))
        w.key("Return")
        w.wait(words("Filter members"))
        w.wait_focus(words("Filter members"))
        w.wait_text("Sophie Leroy", 30)
        self.look("members")
        w.write("culture")
        self.until(lambda: f"{KARIM}, Intérieur" not in self.rows())
        w.key("Escape")  # empties the filter
        w.key("Escape")
        w.gone(words("Filter members"))
        w.wait_focus(words("Members"))

    def rows(self) -> str:
        return "\n".join(each.get_name() for each in self.window.walk()
                         if each.get_role_name() == "button" and self.window.shown(each))

    def sheet_of(self, them: Person) -> None:
        w, words = self.window, self.words
        w.click(w.wait("Message"))
        w.key("F6", "F6")
        self.until(lambda: w.focused() != "Message")
        w.key("End")
        w.key("Return")
        w.wait(words("About %1", KARIM), role="menu item")
        w.choose(words("About %1", KARIM))
        w.wait(KARIM, role="heading")
        w.wait_text(them.user_id)
        w.wait_text(words("Not verified. To be sure who is there, verify each other."), 15)
        self.look("person")
        w.tab_to(words("Show devices and fingerprints"))
        w.key("Return")
        w.wait(words("Block"))
        self.look("person-devices")

    def verify(self, karim: Cli, us: Person) -> None:
        """From a conversation of many: the direct one is made for it."""
        w, words = self.window, self.words
        w.press(w.wait(words("Verify")))
        w.wait(words("Verify %1", KARIM), seconds=30)
        self.look("verify-waiting")
        direct = self.until(lambda: next((room["roomId"] for room in karim.call("rooms.list")
                                          if room["membership"] == "invite"), None))
        karim.call("rooms.join", roomId=direct)
        self.until(lambda: [v for v in karim.call("verification.list") if v["state"] == "requested"])
        karim.call("verification.accept")
        w.press(w.wait(words("Show the symbols"), seconds=60))
        w.wait(words("Do you see the same symbols?"), seconds=60)
        view = self.until(lambda: next((v for v in karim.call("verification.list")
                                        if v["state"] == "sas"), None))
        self.look("verify-symbols")
        shown = [each.get_name() for each in w.walk() if each.get_name()[1:3] in (": ", " :", "\u00a0:")]
        self.assertEqual(len(shown), 7, shown)
        w.press(w.wait(words("Compare numbers instead")))
        w.wait("  ".join(str(number) for number in view["decimals"]))
        w.wait(words("Do you see the same numbers?"))
        self.look("verify-numbers")
        karim.call("verification.confirm")
        w.tab_to(words("They match"))
        w.key("Return")
        w.wait(words("%1 is verified", KARIM), seconds=60)
        self.look("verify-done")
        w.key("Escape")
        w.gone(words("%1 is verified", KARIM))

    def identity_changes(self, karim: Cli, them: Person, room: str) -> None:
        w, words = self.window, self.words
        karim.call("crypto.resetIdentity", password=them.password)
        blocked = words("The digital identity of %1, which you had verified, has changed. Nothing is "
                        "sent here until that is settled.", KARIM)
        w.wait(blocked, seconds=60)
        self.look("identity-changed")
        w.type_into(w.wait("Message"), "Ceci attend")
        self.assertFalse(w.enabled(w.wait(words("Send"))))
        w.key("Return")
        time.sleep(2)
        self.assertNotIn("Ceci attend", [i.get("body") for i in karim.timeline(room)])
        w.press(w.wait(words("The digital identity of %1 has changed", KARIM)))
        w.wait(words("Withdraw the verification"))
        self.look("person-changed")
        w.key("Escape")
        w.press(w.wait(words("Withdraw the verification")))
        w.gone(blocked)
        w.click(w.wait("Message"))
        w.key("Return")
        karim.wait_item(room, body="Ceci attend")

    def a_device_is_blocked(self, karim: Cli, room: str) -> None:
        w, words = self.window, self.words
        w.press(w.wait(words("Members")))
        w.wait(words("Filter members"))
        w.write("Karim")
        w.key("Down")
        w.key("Return")
        w.press(w.wait(words("Show devices and fingerprints"), seconds=30))
        w.press(w.wait(words("Block")))
        w.wait(words("Unblock"))
        self.look("person-blocked")
        w.key("Escape")
        w.gone(words("Unblock"))
        w.key("Escape")
        w.gone(words("Filter members"))
        w.type_into(w.wait("Message"), "Pas pour cet appareil")
        w.key("Return")
        # Waiting at first, and without a reason until somebody has looked at it.
        self.until(lambda: any("withheld" in (i["encryption"]["reason"] or "")
                               for i in karim.timeline(room)))

    def an_unsigned_device(self, them: Person, room: str) -> None:
        """Its messages are marked, in words as well."""
        w, words = self.window, self.words
        second = self.cli(them)
        second.send(room, "D'un autre appareil")
        w.wait_text("D'un autre appareil", 30)
        w.wait_text(words("Sent from a device that its owner has not verified"), 30)
        self.look("unsigned-device")


if __name__ == "__main__":
    unittest.main(verbosity=2)
