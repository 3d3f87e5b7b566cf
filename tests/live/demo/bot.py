# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One of the others, who answers what Camille writes; through tchap-cli, so really encrypted."""

import hashlib
import threading
import time
from pathlib import Path
from typing import Any

from demo.people import ME, PEOPLE
from harness.cli import Cli
from harness.homeserver import NAME
from harness.rpcprocess import ProcessGone, RpcError

_TO_QUESTIONS = ("Bonne question, je vérifie et je reviens vers toi.", "Oui, sans problème !",
                 "Je pense que oui, je te confirme dans la matinée.")
_TO_THANKS = ("Avec plaisir !", "Je t'en prie.", "De rien, bonne journée !")
_TO_FILES = ("Bien reçu, merci ! Je l'ouvre tout de suite.", "Merci, je regarde ça.")
_TO_REST = ("Bien reçu, merci Camille !", "Très bien, je m'en occupe.", "Parfait, c'est noté.",
            "D'accord, on fait comme ça.", "Merci, je transmets à l'équipe.")


def answer_to(body: str, is_file: bool) -> str:
    """The same words get the same answer, so a demo can be repeated."""
    lower = body.lower()
    if is_file:
        choice = _TO_FILES
    elif lower.startswith(("bonjour", "salut", "bonsoir")):
        choice = ("Bonjour Camille ! Ton message est bien arrivé, chiffré de bout en bout.",)
    elif "merci" in lower:
        choice = _TO_THANKS
    else:
        choice = _TO_QUESTIONS if "?" in body else _TO_REST
    return choice[hashlib.sha256(body.encode()).digest()[0] % len(choice)]


class Answerer:
    """Answers in the direct conversation with Camille, and nowhere else."""

    def __init__(self, key: str, folder: Path) -> None:
        self.name = PEOPLE[key].name
        self._me = f"@{ME.user}:{NAME}"
        self._cli = Cli(folder).go_on()
        self._cli.idle()
        self._started = time.time() * 1000
        self._answered: set[str] = set()
        self._rooms = {room["roomId"] for room in self._cli.call("rooms.list") if room["isDirect"]}
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        seen = 0
        while not self._ending.wait(0.2) and self._cli.running:
            news = self._cli.notifications[seen:]
            seen += len(news)
            for message in news:
                if message.get("method") == "timeline.changed":
                    self._hear(message["params"])

    def _hear(self, params: dict[str, Any]) -> None:
        for item in params.get("items", []):
            event = item.get("eventId")
            if (params["roomId"] in self._rooms and event and event not in self._answered
                    and item["sender"] == self._me and item["timestamp"] > self._started - 2000
                    and item.get("body") and not item["edited"] and not item["redacted"]):
                self._answered.add(event)
                self._answer(params["roomId"], event, item)

    def _answer(self, room: str, event: str, item: dict[str, Any]) -> None:
        try:
            self._cli.call("rooms.markRead", roomId=room, eventId=event)
            self._ending.wait(1.2)
            body = answer_to(str(item["body"]), bool(item.get("file")))
            self._cli.call("message.send", roomId=room, body=body)
        except (RpcError, ProcessGone, TimeoutError) as error:
            print(f"{self.name} could not answer: {error}", flush=True)

    def stop(self) -> None:
        self._ending.set()
        self._thread.join(5)
        self._cli.close()
