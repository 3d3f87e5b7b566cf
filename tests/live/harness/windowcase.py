# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every tour of the window begins with: a display, a window that is signed in, pictures."""

import os
import subprocess
import time
from pathlib import Path
from typing import Any

from .case import LiveCase, Person
from .cli import BUILD
from .display import Display
from .window import Window
from .words import Words

PICTURES = BUILD / "pictures"
ALL = os.environ.get("TCHAP_PICTURES", "")  # all or swapped: in each size
SIZES = ((1440, 860), (800, 700), (360, 640))
PASSPHRASE = "une phrase de passe"


class WindowCase(LiveCase):
    """French is shown in light colours and English in dark ones, so that both are looked at;
    with TCHAP_PICTURES=swapped the other way round."""

    display: Display

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        PICTURES.mkdir(parents=True, exist_ok=True)
        # One for all tours: the accessibility library stays with the bus that it met first.
        cls.display = cls.enterClassContext(Display("1500x920"))

    def open(self, language: str, name: str, url: str = "") -> None:
        """A window that nobody is signed in to."""
        self.url = url or self.server.url
        self.words = Words(language)
        self.data = self.folder / name
        (self.data / "data").mkdir(parents=True)
        (self.data / "passphrase").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        self.documents = self.data / "documents"
        self.documents.mkdir()
        (self.data / "config").mkdir()
        (self.data / "config" / "user-dirs.dirs").write_text(
            f'XDG_DOCUMENTS_DIR="{self.documents}"\n', encoding="utf-8")
        dark = (language == "en") != (ALL == "swapped")
        self.colours = "dark" if dark else "light"
        (self.data / "data" / "window.ini").write_text(
            f"[General]\ncolorMode={2 if dark else 1}\n[ui]\nwidth=1100\nheight=720\n", encoding="utf-8")
        self.start()

    def start(self) -> None:
        self.window = Window(
            self.display, self.data / "window.log", "--data-dir", str(self.data / "data"),
            "--passphrase-file", str(self.data / "passphrase"), "--allow-loopback-http",
            "--homeserver", self.url, "--language", self.words.language,
            env={"XDG_CONFIG_HOME": str(self.data / "config")})
        self.addCleanup(self.window.stop)

    def tearDown(self) -> None:
        result = self._outcome.result
        if any(test is self for test, _ in result.failures + result.errors):
            self.display.picture(PICTURES / f"failed-{self.id().rsplit('.', 1)[-1]}.png")
            print(*self.display.ended(), sep="\n")
            print((self.data / "window.log").read_text(errors="replace")[-3000:])
        super().tearDown()

    def sign_in(self, person: Person) -> None:
        w, words = self.window, self.words
        w.wait(words("Server"))
        w.type_into(w.wait(words("Username")), person.user)
        w.type_into(w.wait(words("Password")), person.password)
        w.press(w.wait(words("Sign in")))
        w.wait(words("Conversations"), seconds=60)

    def protect(self, person: Person) -> None:
        """The sheet after a first sign-in, to its end."""
        w, words = self.window, self.words
        w.wait(words("Make my recovery code"), seconds=30)
        w.wait_focus(words("Password of your account"))
        w.write(person.password)
        w.key("Return")
        w.press(w.wait(words("I have kept my recovery code in a safe place"), seconds=60))
        w.press(w.wait(words("Finish")))
        w.gone(words("Finish"))

    def look(self, name: str, whole: bool = True) -> None:
        """Pictures for whoever judges the looks, and what a machine can judge of them."""
        language = self.words.language
        time.sleep(0.4)
        every = SIZES if ALL else SIZES[-1:]
        for width, height in every:
            self.window.resize(width, height)
            self.window.picture(PICTURES / f"{name}-{language}-{self.colours}-{width}.png")
            self.assertEqual(self.window.cut(), [], f"{name} at {width}")
        self.assertEqual(self.window.nameless(), [], name)
        self.window.resize(1100, 720)

    def qr_picture(self, payload: str) -> Path:
        """Bytes in base64 as a screen would show them."""
        picture = self.data / "code.png"
        subprocess.run([str(BUILD / "bin" / "qrpicture"), "write", str(picture)], input=payload,
                       text=True, check=True)
        return picture

    def qr_shown(self) -> str:
        """What a camera before this window would read."""
        picture = self.data / "shown.png"
        self.window.picture(picture)
        return subprocess.run([str(BUILD / "bin" / "qrpicture"), "read", str(picture)], text=True,
                              check=True, capture_output=True).stdout.strip()

    def paste_picture(self, picture: Path) -> None:
        """Into the clipboard, as a screenshot tool does."""
        subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-i", str(picture)],
                       env=self.display.env, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def until(self, found: Any, seconds: float = 45) -> Any:
        deadline = time.monotonic() + seconds
        while True:
            value = found()
            if value:
                return value
            self.assertLess(time.monotonic(), deadline, "it never came")
            time.sleep(0.2)
