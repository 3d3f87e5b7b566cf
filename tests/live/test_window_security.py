# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The security page by keyboard: what needs a password asks for it and checks it, and
signing out with keys that are only here."""

import time
import unittest

from harness.proxy import Answer, HoldingProxy
from harness.windowcase import WindowCase

WRONG = "pas le bon"


class SecurityTour(WindowCase):

    def test_in_french(self) -> None:
        self.tour("fr")

    def tour(self, language: str) -> None:
        us = self.person("Camille Martin [DINUM]")
        self.open(language, f"security-{language}")
        self.sign_in(us)
        self.protect(us)
        w, words = self.window, self.words
        w.key("ctrl+comma")
        w.wait(words("Your messages are protected"), seconds=30)
        w.wait_focus(words("Back to the conversations"))
        self.look("security")
        self.a_new_code(us.password)
        self.no_reset_without_the_password()
        w.key("Escape")
        w.wait(words("Conversations"))

    def a_new_code(self, password: str) -> None:
        """Whoever finds the program open does not get a new code without the password."""
        w, words = self.window, self.words
        w.tab_to(words("I have lost my code"))
        w.key("Return")
        w.wait(words("New recovery code"))
        w.wait_focus(words("Password of your account"))
        w.write(WRONG)
        w.key("Return")
        w.wait(words("This password is not the right one."), seconds=30)
        self.look("new-code-refused")
        w.wait_focus(words("Password of your account"))
        w.write(password)  # what was typed is selected
        w.key("Return")
        w.wait(words("Your recovery code"), seconds=60)
        self.look("new-code")
        self.assertFalse(w.enabled(w.wait(words("Finish"))))
        w.tab_to(words("I have kept my recovery code in a safe place"))
        w.key("space")
        w.tab_to(words("Finish"))
        w.key("Return")
        w.gone(words("Finish"))
        w.wait_focus(words("I have lost my code"))

    def no_reset_without_the_password(self) -> None:
        w, words = self.window, self.words
        w.tab_to(words("Reset the digital identity…"))
        w.key("Return")
        w.wait(words("Reset the digital identity?"))
        self.look("reset-warning")
        w.tab_to(words("I understand that this cannot be undone"))
        w.key("space")
        w.tab_to(words("Continue"))
        w.key("Return")
        w.wait_focus(words("Password of your account"))
        w.write(WRONG)
        w.key("Return")
        w.wait(words("This password is not the right one."), seconds=30)
        w.key("Escape")
        w.gone(words("Make a new identity"))
        w.wait_focus(words("Reset the digital identity…"))

    def test_signing_out_says_what_is_only_here(self) -> None:
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        us, them = self.person("Camille Martin [DINUM]"), self.person("Karim Benali [Intérieur]")
        other = self.cli(them)
        self.open("fr", "sign-out", proxy.url)
        self.sign_in(us)
        self.protect(us)
        w, words = self.window, self.words

        def refuse(method: str, path: str, answer: Answer) -> Answer:
            backup = method == "PUT" and "/room_keys/keys" in path
            return Answer(503, b"{}") if backup else answer

        proxy.meddle = refuse
        room = other.call("rooms.create", name="Salle", encrypted=True,
                          invite=[us.user_id])["roomId"]
        w.press(w.wait_text("Salle", 30))
        w.press(w.wait(words("Accept"), words("Join"), seconds=30))
        self.until(lambda: any(p["userId"] == us.user_id and p["membership"] == "join"
                               for p in other.call("rooms.members", roomId=room)))
        other.send(room, "Une clé de plus")
        w.wait_text("Une clé de plus", 30)
        self.ask_to_sign_out()
        one = "%n key(s) of messages are not in your backup yet. Without them, these messages " \
            "stay locked for ever."
        w.wait_text(words(one, n=1), 30)
        w.wait(words("Sign out anyway"))
        self.look("sign-out-unsaved")
        proxy.meddle = None
        w.wait_text(words("All keys are in your backup now."), 90)
        w.wait(words("Sign out", place="SignOutDialog"))
        self.look("sign-out-saved")
        w.key("Escape")
        w.gone(words("Sign out of this computer?"))
        self.ask_to_sign_out()
        time.sleep(1)
        self.assertFalse(w.is_shown(words(one, n=1)))
        w.tab_to(words("Sign out", place="SignOutDialog"))
        w.key("Return")
        w.wait(words("Username"), seconds=30)
        self.assertFalse((self.data / "data" / "account" / "cache.db").exists())

    def ask_to_sign_out(self) -> None:
        w, words = self.window, self.words
        w.press(w.wait(words("Account")))
        w.press(w.wait(words("Sign out", place="AccountButton"), role="menu item"))
        w.wait(words("Sign out of this computer?"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
