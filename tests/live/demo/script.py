# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads conversations.txt: who, where, when, what."""

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path


@dataclass
class Said:
    """One message, with what others did to it."""

    room: str
    who: str
    text: str
    when: datetime
    reply: bool = False
    edit: str = ""
    removed: bool = False
    reactions: list[tuple[str, str]] = field(default_factory=list)

    @property
    def attachment(self) -> tuple[str, str] | None:
        """("file" or "image", name)"""
        found = re.fullmatch(r"\[(file|image) (.+)\]", self.text)
        return (found.group(1), found.group(2)) if found else None


@dataclass
class Room:
    key: str
    kind: str = ""
    name: str = ""
    topic: str = ""
    members: list[str] = field(default_factory=list)


@dataclass
class Script:
    rooms: list[Room]
    said: list[Said]


def first_day(now: datetime) -> datetime:
    """Day 0 is today once its last message lies in the past."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight if now >= midnight + timedelta(hours=10) else midnight - timedelta(days=1)


def read(path: Path, now: datetime) -> Script:
    chance = random.Random(path.name)
    script, clock, room = Script([], []), first_day(now), Room("")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("room "):
            room = _room(line)
            script.rooms.append(room)
        elif found := re.fullmatch(r"@ (\d+) (\d\d):(\d\d)", line):
            days, hours, minutes = (int(each) for each in found.groups())
            clock = first_day(now) + timedelta(days=-days, hours=hours, minutes=minutes)
        elif found := re.fullmatch(r"(\w+)([:>]) (.+)", line):
            who, sign, text = found.groups()
            script.said.append(Said(room.key, who, text, clock, reply=sign == ">"))
            clock += timedelta(seconds=chance.randint(25, 110))
        elif not _after(script.said[-1], line):
            raise ValueError(f"{path}:{number}: not understood: {line}")
    script.said.sort(key=lambda each: each.when)
    return script


def _room(line: str) -> Room:
    words = [word.strip() for word in line.removeprefix("room ").split("|")]
    if len(words) == 1:
        return Room(words[0])
    key, kind, name, topic, members = words
    return Room(key, kind, name, topic, members.split())


def _after(said: Said, line: str) -> bool:
    """A reaction, a correction or a removal of the message before."""
    if line.startswith("+ "):
        _, sign, *people = line.split()
        said.reactions += [(sign, who) for who in people]
    elif line.startswith("= "):
        said.edit = line[2:]
    elif line == "-":
        said.removed = True
    else:
        return False
    return True
