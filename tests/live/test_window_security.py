# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The security page by keyboard: what needs a password asks for it and checks it, keys in a file,
the diagnostic, what the server changes behind one's back, signing out with keys only here."""

import json
import subprocess
import time
import unittest

from harness.case import Person
from harness.homeserver import request
from harness.proxy import Answer, HoldingProxy
from harness.windowcase import PASSPHRASE, PICTURES, WindowCase

WRONG = "pas le bon"
OF_THE_FILE = "phrase du fichier"


class SecurityTour(WindowCase):

    def test_in_french(self) -> None:
        us = self.begin("fr")
        self.a_new_code(us.password)
        self.keys_in_a_file()
        self.diagnostic(us.user_id)
        self.no_reset_without_the_password()

    def test_in_english(self) -> None:
        us = self.begin("en")
        self.diagnostic(us.user_id)
        self.no_reset_without_the_password()

    def begin(self, language: str, url: str = "") -> Person:
        """On the page, where all is well."""
        us = self.person("Camille Martin [DINUM]")
        self.open(language, f"security-{us.user}", url)
        self.sign_in(us)
        self.protect(us)
        w, words = self.window, self.words
        w.key("ctrl+comma")
        w.wait(words("Your messages are protected"), seconds=30)
        w.wait_focus(words("Back to the conversations"))
        self.look("security")
        return us

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
        time.sleep(1)  # a look at the state that such a change would bring
        w.wait(words("Your messages are protected"), showing=False)
        w.wait_focus(words("Reset the digital identity…"))
        w.key("Escape")
        w.wait(words("Conversations"))
        self.assertFalse(w.is_shown(words("Set up recovery")))

    def keys_in_a_file(self) -> None:
        """Out with a proof that one is the owner, and in again, by the toolkit's own dialog."""
        w, words = self.window, self.words
        target = self.documents / words("tchap-keys.txt")
        w.tab_to(words("Save the keys…"))
        w.key("Return")
        self.look_at_chooser("save")
        w.key("Tab")  # from the list to the name
        w.write(target.name)
        w.key("Tab", "Tab")  # over the filter to the button
        self.look_at_chooser("save-named")
        w.key("space")
        w.wait_focus(words("Passphrase of this computer"), seconds=15)
        self.fill(WRONG, OF_THE_FILE)
        w.wait(words("This passphrase is not the right one."), seconds=30)
        self.assertFalse(target.exists(), "keys were saved without a proof")
        self.look("keys-refused")
        w.wait_focus(words("Passphrase of this computer"))
        self.fill(PASSPHRASE, OF_THE_FILE)
        self.until(target.exists)
        w.gone(words("Passphrase of this computer"))
        self.assertIn("BEGIN MEGOLM SESSION DATA", target.read_text(encoding="utf-8"))
        w.wait_focus(words("Save the keys…"))
        w.tab_to(words("Add keys from a file…"))
        w.key("Return")
        self.look_at_chooser("open")
        w.key("Return")
        w.wait_focus(words("Passphrase of the file"), seconds=15)
        w.write(WRONG)
        w.key("Return")
        w.wait(words("This passphrase does not open this file."), seconds=30)
        self.look("keys-not-opened")
        w.wait_focus(words("Passphrase of the file"))
        w.write(OF_THE_FILE)
        w.key("Return")
        w.gone(words("Passphrase of the file"), seconds=30)
        w.wait_focus(words("Add keys from a file…"))

    def fill(self, proof: str, passphrase: str) -> None:
        """The three fields of saving keys, by keyboard; what was typed before is selected."""
        w = self.window
        w.write(proof)
        for text in (passphrase, passphrase):
            w.key("Return")
            w.key("ctrl+a")
            w.write(text)
        w.key("Return")

    def look_at_chooser(self, name: str) -> None:
        time.sleep(1)
        language = f"{self.words.language}-{self.colours}"
        self.display.picture(PICTURES / f"file-dialog-{name}-{language}.png")

    def diagnostic(self, user: str) -> None:
        w, words = self.window, self.words
        w.tab_to(words("Show the diagnostic"))
        w.key("Return")
        w.wait(words("Diagnostic of encryption"))
        w.wait_focus(words("Back to security"))
        w.wait_text(words("Version of the backup"))
        self.look("diagnostic")
        w.tab_to(words("Copy as text"))
        w.key("Return")
        copied = self.until(lambda: self.pasted())
        self.assertIn(words("Version of the backup"), copied)
        self.assertNotIn(user.split(":")[0][1:], copied)
        w.key("Escape")
        w.wait(words("Security and privacy"), role="heading")

    def pasted(self) -> str:
        return subprocess.run(["xclip", "-selection", "clipboard", "-o"], env=self.display.env,
                              capture_output=True, text=True, check=False).stdout

    def test_what_is_changed_behind_the_back(self) -> None:
        """A backup that another program does not want; a server that gives our device away."""
        proxy = HoldingProxy(self.server.url)
        self.addCleanup(proxy.stop)
        us = self.begin("fr", proxy.url)
        w, words = self.window, self.words
        token = self.token(us)
        wish = f"{self.server.url}/_matrix/client/v3/user/{us.user_id}/account_data/m.key_backup"
        self.assertEqual(request("GET", wish, token=token), {"enabled": True})
        request("PUT", wish, {"enabled": False}, token)
        doubt = words("Another of your programs asks that your messages are not backed up any more. "
                      "This computer goes on backing them up.")
        w.wait(doubt, seconds=30)
        self.look("backup-doubted")
        w.key("Escape")
        w.wait(doubt)
        self.look("backup-strip")
        w.tab_to(words("Keep the backup"))
        w.key("Return")
        w.gone(doubt)
        self.until(lambda: request("GET", wish, token=token) == {"enabled": True})
        self.give_away(proxy, us, token)
        w.wait(words("This device must be signed in again: the server has keys for it that are not "
                     "its own. Nothing is sent from here."), seconds=60)
        self.look("keys-foreign-strip")
        w.tab_to(words("See what to do"))
        w.key("Return")
        w.wait(words("This device must be signed in again"), role="heading")
        self.look("keys-foreign")
        w.tab_to(words("Sign out…", place="StatusCard"))
        w.key("Return")
        w.wait(words("Sign out of this computer?"))

    def give_away(self, proxy: HoldingProxy, us: Person, token: str) -> None:
        """The server says that our device has other keys; a new sign-in makes us ask."""
        other = {"ed25519": "A" * 43, "curve25519": "B" * 42 + "A"}

        def lie(method: str, path: str, answer: Answer) -> Answer:
            if path.endswith("/keys/query") and answer.status == 200:
                body = json.loads(answer.data)
                for device, keys in body["device_keys"].get(us.user_id, {}).items():
                    if device in ours:
                        keys["keys"] = {f"{kind}:{device}": key for kind, key in other.items()}
                answer.data = json.dumps(body).encode()
            return answer

        known = request("POST", f"{self.server.url}/_matrix/client/v3/keys/query",
                        {"device_keys": {us.user_id: []}}, token)
        ours = set(known["device_keys"][us.user_id])
        proxy.meddle = lie
        self.cli(us)

    def token(self, us: Person) -> str:
        """Of a sign-in that encrypts nothing."""
        return str(request("POST", f"{self.server.url}/_matrix/client/v3/login", {
            "type": "m.login.password", "password": us.password,
            "identifier": {"type": "m.id.user", "user": us.user}})["access_token"])

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
