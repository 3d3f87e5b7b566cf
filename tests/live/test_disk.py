# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on the disk and in the process: nothing in clear, and one SQLite only."""

import sqlite3
import unittest
from pathlib import Path

from harness.case import LiveCase
from harness.cli import Cli


class OnDisk(LiveCase):
    def test_nothing_is_found_in_clear_in_the_data_directory(self) -> None:
        us, them = self.person("Prénom Introuvable [DINUM]"), self.person("Autre Secrète [Justice]")
        cli, js = self.cli(us), self.js(them)
        room = cli.call("rooms.create", name="Salon Cachottier", topic="Sujet Dissimulé",
                        encrypted=True, invite=[them.user_id])["roomId"]
        js.wait_membership(room, "invite")
        js.call("join", roomId=room)
        self.wait_members(cli, room, them)
        event = cli.send(room, "Texte confidentiel envoyé")
        js.wait_item(room, eventId=event, body="Texte confidentiel envoyé")
        cli.wait_item(room, eventId=js.send(room, "Texte confidentiel reçu"))
        marker = b"CONTENU-DU-FICHIER-JOINT" * 50
        path = self.folder / "piece-jointe-reconnaissable.txt"
        path.write_bytes(marker)
        cli.sent(cli.call("file.send", roomId=room, path=str(path))["txnId"])
        received = js.call("sendFile", roomId=room, path=str(path))["eventId"]
        cli.wait_item(room, eventId=received)
        cli.call("file.save", roomId=room, eventId=received, path=str(self.folder / "saved"))
        words = ["Texte confidentiel", "Salon Cachottier", "Sujet Dissimulé", "Introuvable",
                 "Secrète", room, event, "piece-jointe-reconnaissable", marker[:48].decode(),
                 us.password, "une phrase de passe pour les essais", *self.tokens(us.user_id)]
        with self.subTest("while it runs"):
            self.assert_absent(cli, words)
        cli.idle()
        cli.kill()
        with self.subTest("after a crash"):
            self.assert_absent(cli, words)
        cli = self.again(cli)
        cli.idle()
        cli.close()
        with self.subTest("after a regular end"):
            self.assert_absent(cli, words)

    def tokens(self, user_id: str) -> list[str]:
        database = sqlite3.connect(self.server.folder / "homeserver.db")
        try:
            rows = database.execute("SELECT token FROM access_tokens WHERE user_id = ?", (user_id,))
            tokens = [row[0] for row in rows]
        finally:
            database.close()
        self.assertTrue(tokens)
        return tokens

    def assert_absent(self, cli: Cli, words: list[str]) -> None:
        files = [path for path in cli.data.rglob("*") if path.is_file()]
        self.assertTrue(any(path.stat().st_size > 10000 for path in files), "no cache was written")
        for path in files:
            self.assert_file_clean(path, words)

    def assert_file_clean(self, path: Path, words: list[str]) -> None:
        data = path.read_bytes()
        for word in words:
            for encoding in ("utf-8", "utf-16-le"):
                self.assertNotIn(word.encode(encoding), data, f"{word} is in clear in {path}")
            self.assertNotIn(word, str(path), f"{word} is in the name of {path}")

    def test_only_the_owner_may_read_it(self) -> None:
        cli = self.cli(self.person())
        for path in [cli.data, *cli.data.rglob("*")]:
            with self.subTest(path=str(path)):
                self.assertEqual(path.stat().st_mode & 0o077, 0)

    def test_one_sqlite_is_mapped_and_it_is_sqlcipher(self) -> None:
        cli = self.cli(self.person())
        maps = Path(f"/proc/{cli.process.pid}/maps").read_text(encoding="utf-8")
        libraries = {Path(line.split()[-1]).name for line in maps.splitlines() if ".so" in line}
        databases = {name for name in libraries if "sql" in name.lower()}
        self.assertTrue(all(name.startswith("libsqlcipher") for name in databases), databases)
        self.assertEqual(len(databases), 1, databases)


if __name__ == "__main__":
    unittest.main(verbosity=2)
