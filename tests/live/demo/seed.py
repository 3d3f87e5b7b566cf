# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the demo's state: accounts, rooms and messages, all sent through tchap-cli."""

import json
import shutil
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from demo import pictures
from demo.people import ME, PEOPLE, Person
from demo.script import Room, Said, Script, read
from harness.cli import Cli
from harness.homeserver import NAME, Homeserver, free_port, request

HERE = Path(__file__).resolve().parent


def user_id(person: Person) -> str:
    return f"@{person.user}:{NAME}"


class Clock:
    """The home server's clock while the past is told: libfaketime reads it from a file, once a
    second, so after a long pause in the story the teller waits for it. It never goes back: a home
    server counts requests by it, and would refuse them until the lost time has passed again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ahead: timedelta | None = None

    def set(self, when: datetime) -> None:
        ahead = when - datetime.now()
        if self._ahead is not None and ahead < self._ahead + timedelta(seconds=60):
            return
        gap = ahead - self._ahead if self._ahead is not None else timedelta()
        partial = self._path.with_suffix(".new")
        partial.write_text(f"{ahead.total_seconds():+.0f}", encoding="utf-8")
        partial.rename(self._path)
        self._ahead = ahead
        if gap > timedelta(minutes=10):
            time.sleep(1.1)

    def environment(self) -> dict[str, str]:
        libraries = sorted(Path("/usr/lib").glob("**/faketime/libfaketimeMT.so.1"))
        if not libraries:
            print("libfaketime is missing: all messages will be of now", file=sys.stderr)
            return {}
        return {"LD_PRELOAD": str(libraries[0]), "FAKETIME_TIMESTAMP_FILE": str(self._path),
                "FAKETIME_CACHE_DURATION": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


class Seeder:
    """Tells the script to the home server, in its order."""

    def __init__(self, state: Path, port: int) -> None:
        self.state = state
        self.server = Homeserver(state / "homeserver", port=port)
        self.clock = Clock(state / "clock")
        self.files = state / "files"
        self.clients: dict[str, Cli] = {}
        self.tokens: dict[str, str] = {}
        self.rooms: dict[str, str] = {}
        self.last: dict[str, str] = {}

    def run(self) -> None:
        now = datetime.now()
        script = read(HERE / "conversations.txt", now)
        unread = read(HERE / "unread.txt", now)
        self.files.mkdir(parents=True)
        self.clock.set(script.said[0].when)
        self.server.start(self.clock.environment())
        try:
            self._people()
            self._rooms(script.rooms)
            self._tell(script)
            self._read_everything()
            self._tell(unread)
            self._leave()
        finally:
            for cli in self.clients.values():
                cli.kill()
            self.server.stop()
        shutil.rmtree(self.files)

    def _people(self) -> None:
        for person in PEOPLE.values():
            self.server.register(person.user, person.password, person.name)
            self._dress(person)
            cli = Cli(self.state / "people" / person.key)
            cli.login(self.server.url, user_id(person), person.password, "Poste de travail")
            cli.call("sync.start")
            self.clients[person.key] = cli
        for key, cli in self.clients.items():
            cli.idle()
            # As people who have protected their messages: nothing asks them to.
            cli.call("crypto.bootstrap", password=PEOPLE[key].password)
            cli.idle()

    def _dress(self, person: Person) -> None:
        """A picture for half of them: the others show how initials look."""
        login = request("POST", f"{self.server.url}/_matrix/client/v3/login", {
            "type": "m.login.password", "password": person.password,
            "identifier": {"type": "m.id.user", "user": person.user}})
        self.tokens[person.key] = login["access_token"]
        if person.key not in ("camille", "sophie", "thomas", "claire", "hugo"):
            return
        image = pictures.avatar(self.files, person.key, person.initials, person.colour)
        upload = urllib.request.Request(
            f"{self.server.url}/_matrix/media/v3/upload?filename=avatar.png", image.read_bytes(),
            {"Authorization": f"Bearer {self.tokens[person.key]}", "Content-Type": "image/png"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(upload) as answer:
            address = json.load(answer)["content_uri"]
        self._put(person.key, f"profile/{user_id(person)}/avatar_url", {"avatar_url": address})

    def _put(self, key: str, path: str, body: Any) -> None:
        request("PUT", f"{self.server.url}/_matrix/client/v3/{path}", body, self.tokens[key])

    def _rooms(self, rooms: list[Room]) -> None:
        for room in rooms:
            owner, *guests = [member for member in room.members if member != ME.key or
                              room.kind != "direct"]
            if room.kind == "direct":
                guests = [ME.key]
            made = self.clients[owner].call(
                "rooms.create", name=room.name, topic=room.topic, isDirect=room.kind == "direct",
                encrypted=room.kind != "forum", public=room.kind == "forum",
                invite=[user_id(PEOPLE[guest]) for guest in guests])["roomId"]
            self.rooms[room.key] = made
            rule = {"direct": "direct", "external": "unrestricted"}.get(room.kind, "restricted")
            self._put(owner, f"rooms/{made}/state/im.vector.room.access_rules", {"rule": rule})
            for guest in guests:
                self.clients[guest].wait_membership(made, "invite")
                self.clients[guest].call("rooms.join", roomId=made)
        for cli in self.clients.values():
            cli.idle()

    def _tell(self, script: Script) -> None:
        for number, said in enumerate(script.said, 1):
            self.clock.set(said.when)
            self._say(said)
            if number % 20 == 0:
                print(".", end="", file=sys.stderr, flush=True)

    def _say(self, said: Said) -> None:
        cli, room = self.clients[said.who], self.rooms[said.room]
        if said.attachment:
            kind, name = said.attachment
            make = pictures.picture if kind == "image" else pictures.paper
            path = make(self.files, name)
            event = cli.sent(cli.call("file.send", roomId=room, path=str(path))["txnId"])
        else:
            more: dict[str, Any] = {}
            if said.reply:
                cli.wait_item(room, eventId=self.last[said.room])
                more["replyTo"] = self.last[said.room]
            event = cli.send(room, said.text.replace("{camille}", ME.name),
                             **more, **self._mention(said.text))
        self.last[said.room] = event
        if said.edit:
            cli.sent(cli.call("message.edit", roomId=room, eventId=event, body=said.edit)["txnId"])
        for sign, who in said.reactions:
            other = self.clients[who]
            other.wait_item(room, eventId=event)
            other.sent(other.call("message.react", roomId=room, eventId=event, key=sign)["txnId"])

    def _mention(self, text: str) -> dict[str, str]:
        if "{camille}" not in text:
            return {}
        link = f'<a href="https://matrix.to/#/{user_id(ME)}">{ME.name}</a>'
        return {"formattedBody": text.replace("{camille}", link)}

    def _read_everything(self) -> None:
        """All have read all; Camille then leaves, so what follows is unread."""
        for person, cli in self.clients.items():
            cli.idle()
            for key, room in self.rooms.items():
                if any(known["roomId"] == room and known["membership"] == "join"
                       for known in cli.call("rooms.list")):
                    cli.wait_item(room, eventId=self.last[key])
                    cli.call("rooms.markRead", roomId=room, eventId=self.last[key])
            cli.idle()
        self.clients.pop(ME.key).close()

    def _leave(self) -> None:
        for token in self.tokens.values():
            request("POST", f"{self.server.url}/_matrix/client/v3/logout", {}, token)
        for cli in self.clients.values():
            cli.idle()
            cli.close()


@contextmanager
def _named(step: str) -> Iterator[None]:
    started = datetime.now()
    print(f"{step} ", end="", file=sys.stderr, flush=True)
    yield
    print(f" {int((datetime.now() - started).total_seconds())} s", file=sys.stderr)


def seed(place: Path) -> None:
    """Makes the state at `place`, or nothing."""
    partial = place.with_name(place.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    port = free_port()
    with _named("Filling the home server with people and messages"):
        Seeder(partial, port).run()
    (partial / "port").write_text(str(port), encoding="utf-8")
    shutil.rmtree(place, ignore_errors=True)
    partial.rename(place)
