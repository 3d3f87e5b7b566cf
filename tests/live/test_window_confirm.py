# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new sign-in of an account in use: one flow that confirms the device and cannot be left half
done, put off and reminded of, by code, by symbols, by QR code; and a stranger's sign-in."""

import time
import unittest

from harness.case import Person
from harness.cli import Cli
from harness.windowcase import WindowCase

TEXT = "Le mot d'avant la connexion"
HISTORICAL = ("This message was sent before you signed in on this computer. Confirm this device to "
              "read it.")


class ConfirmTour(WindowCase):

    def test_in_french(self) -> None:
        _, _, code = self.before("confirm-fr", "fr")
        self.window.wait_focus(self.words("With another device"))
        self.look("confirm")
        self.half_done()
        self.put_off()
        self.by_code(code)

    def test_in_english(self) -> None:
        _, _, code = self.before("confirm-en", "en")
        self.window.wait_focus(self.words("With another device"))
        self.look("confirm")
        self.later()
        self.by_code(code)

    def before(self, name: str, language: str) -> tuple[Person, Cli, str]:
        """An account with a past, and the window newly signed in to it."""
        us = self.person("Camille Martin [DINUM]")
        cli = self.cli(us)
        code = cli.call("crypto.bootstrap", password=us.password)["recoveryKey"]
        room = cli.call("rooms.create", name="Notes anciennes", encrypted=True)["roomId"]
        cli.send(room, TEXT)
        self.until(lambda: cli.call("crypto.status")["backup"]["uploaded"] > 0)
        self.open(language, name)
        self.sign_in(us)
        self.window.wait(self.words("Confirm this device"), seconds=30)
        return us, cli, code

    def by_code(self, code: str) -> None:
        w, words = self.window, self.words
        w.press(w.wait_text("Notes anciennes", 30))
        w.wait_text(words(HISTORICAL), 60)
        self.look("locked")
        self.cause_of_the_lock()
        w.press(w.wait(words("Confirm this device"), role="button"))
        w.wait_focus(words("With another device"))
        w.tab_to(words("With my recovery code"))
        w.key("Return")
        w.wait_focus(words("Recovery code"))
        w.write(code[:-1] + ("1" if code[-1] != "1" else "2"))
        w.key("Return")
        w.wait(words("This is not the right recovery code. Check every character."),
               words("This is not a recovery code, or a character is missing."), seconds=60)
        self.look("code-refused")
        w.wait_focus(words("Recovery code"))
        w.key("ctrl+a")
        w.write(code)
        w.key("Return")
        w.wait(words("This device is confirmed"), seconds=60)
        self.look("confirmed")
        w.press(w.wait(words("Finish")))
        w.wait_text(TEXT, 60)
        self.look("unlocked")

    def half_done(self) -> None:
        """Each way that is broken off leads back to the choice, not out of it."""
        w, words = self.window, self.words
        w.tab_to(words("With my recovery code"))
        w.key("Return")
        w.wait_focus(words("Recovery code"))
        w.key("Escape")
        w.wait_focus(words("With another device"))
        w.key("Return")
        w.wait(words("Verify a device"), seconds=30)
        self.look("confirm-waiting")
        w.key("Escape")
        w.wait_focus(words("With another device"), seconds=15)
        w.tab_to(words("I have neither of them"))
        w.key("Return")
        w.wait(words("Reset the digital identity?"))
        w.key("Escape")
        w.wait_focus(words("With another device"), seconds=15)

    def cause_of_the_lock(self) -> None:
        """The diagnostic counts it, and says what helps."""
        w, words = self.window, self.words
        w.key("ctrl+comma")
        w.wait(words("Confirm this device"), role="heading")
        w.tab_to(words("Show the diagnostic"))
        w.key("Return")
        w.wait_text(words("%1: %2", words("Sent before this sign-in"), "1", place="DiagnosticPage"))
        w.wait_text(words("Confirm this device, or set up a recovery code on a device that reads "
                          "these messages."))
        self.look("diagnostic-locked")
        w.key("Escape")
        w.wait(words("Security and privacy"), role="heading")
        self.look("security-confirm")
        w.key("Escape")
        w.wait(words("Conversations"))

    def later(self) -> None:
        w, words = self.window, self.words
        w.tab_to(words("Later"))
        w.key("Return")
        w.gone(words("With another device"))

    def put_off(self) -> None:
        """Not asked again by a sheet at the next start; reminded of by a strip a day later."""
        self.later()
        w, words = self.window, self.words
        w.stop()
        self.start()
        w = self.window
        w.wait(words("Conversations"), seconds=60)
        time.sleep(4)
        self.assertFalse(w.is_shown(words("With another device")))
        self.assertFalse(w.is_shown(words("Confirm this device to read your former messages.")))

    def test_by_symbols_with_another_device(self) -> None:
        _, cli, _ = self.before("confirm-symbols", "fr")
        w, words = self.window, self.words
        w.key("Return")
        self.until(lambda: [v for v in cli.call("verification.list") if v["state"] == "requested"])
        cli.call("verification.accept")
        w.press(w.wait(words("Show the symbols"), seconds=60))
        w.wait(words("Do you see the same symbols?"), seconds=60)
        self.until(lambda: [v for v in cli.call("verification.list") if v["state"] == "sas"])
        cli.call("verification.confirm")
        w.tab_to(words("They match"))
        w.key("Return")
        w.wait(words("The device is verified"), seconds=60)
        w.wait_focus(words("Close"))
        w.key("Return")
        w.gone(words("The device is verified"))
        w.press(w.wait_text("Notes anciennes", 30))
        w.wait_text(TEXT, 60)

    def test_by_qr_code_from_a_picture(self) -> None:
        _, cli, _ = self.before("confirm-qr", "fr")
        w, words = self.window, self.words
        w.key("Return")
        self.until(lambda: [v for v in cli.call("verification.list") if v["state"] == "requested"])
        cli.call("verification.accept")
        w.press(w.wait(words("QR code"), seconds=60))
        w.press(w.wait(words("Scan with the camera")))
        w.wait_text(words("This computer has no camera. Take a picture of the code with a telephone "
                          "and open it here."))
        self.look("qr-no-camera")
        self.paste_picture(self.qr_picture(cli.call("verification.qr")["payload"]))
        w.press(w.wait(words("Paste a picture")))
        self.until(lambda: [v for v in cli.call("verification.list") if v["state"] == "scanned"])
        cli.call("verification.confirm")
        w.wait(words("The device is verified"), seconds=60)

    def test_by_qr_code_that_the_other_device_reads(self) -> None:
        _, cli, _ = self.before("confirm-shown", "fr")
        w, words = self.window, self.words
        w.key("Return")
        self.until(lambda: [v for v in cli.call("verification.list") if v["state"] == "requested"])
        cli.call("verification.accept")
        w.press(w.wait(words("QR code"), seconds=60))
        w.wait(words("QR code for the other device’s camera"))
        time.sleep(0.5)
        cli.call("verification.scanned", payload=self.qr_shown())
        w.wait(words("Does the other device say that it worked?"), seconds=60)
        self.look("qr-scanned")
        w.tab_to(words("Yes"))
        w.key("Return")
        w.wait(words("The device is verified"), seconds=60)

    def test_a_stranger_is_signed_out_at_once(self) -> None:
        us = self.person("Camille Martin [DINUM]")
        self.open("fr", "stranger")
        self.sign_in(us)
        self.protect(us)
        w, words = self.window, self.words
        stranger = self.cli(us)
        w.wait_text(words("No, sign it out"), 60)
        self.look("new-sign-in")
        w.tab_to(words("No, sign it out"))
        w.key("Return")
        w.wait_focus(words("Password of your account"))
        self.look("stranger")
        w.write(us.password)
        w.key("Return")
        w.gone(words("No, sign it out"), seconds=30)
        self.until(lambda: stranger.call("session.status")["state"] == "signedOut")


if __name__ == "__main__":
    unittest.main(verbosity=2)
