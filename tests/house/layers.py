# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may know whom: rooms of the library, the libraries below it, the areas of the window."""

import re

from tree import Files, find, under, without_comments

_CODE = (".h", ".cpp")


def granted(layers: str) -> dict[str, set[str]]:
    rooms = {}
    for room, others in re.findall(r"^([a-z]+):([a-z ]*)$", layers, re.MULTILINE):
        rooms[room] = {room, *others.split()}
    return rooms


def rooms(files: Files) -> list[str]:
    """Every include of the library against libclient/layers.txt."""
    rules = granted(files.get("libclient/layers.txt", ""))
    if not rules:
        return ["libclient/layers.txt: says nothing"]
    complaints = []
    for path, text in sorted(under(files, ("libclient/",), _CODE).items()):
        room = path.split("/")[1]
        if room not in rules:
            complaints.append(f"{path}: the room {room} is not in layers.txt")
            continue
        for target in re.findall(r'^\s*#\s*include\s+"([^"]+)"', without_comments(text), re.MULTILINE):
            other = target.split("/")[0]
            if "/" not in target and not target.endswith(".moc"):
                complaints.append(f'{path}: includes "{target}" without naming a room')
            elif "/" in target and other not in rules[room]:
                complaints.append(f"{path}: {room} may not know {other}: {target}")
    return complaints


# (what is named, where alone it may be named)
_HOMES = [
    (r"#\s*include\s+<olm/", ("libclient/crypto/olm/",)),
    (r"#\s*include\s+<openssl/", ("libclient/crypto/primitives/",)),
    (r"#\s*include\s+<(sqlcipher/|sqlite3)", ("libclient/store/",)),
    (r"\bQ(Network|Http|Ssl|Tcp)\w+|#\s*include\s+<QtNetwork", ("libclient/net/",)),
    (r"\bstd::(recursive_|shared_)?mutex\b|\bQMutex\b", ("libclient/base/worker.h",)),
]
_NOWHERE = r"\bQSql\w+|Qt6?::Sql\b|QtQuick\.LocalStorage"


def libraries(files: Files) -> list[str]:
    """Each library has one room that names it; a second SQLite has none."""
    code = under(files, ("libclient/",), _CODE)
    complaints = []
    for pattern, homes in _HOMES:
        strangers = {path: text for path, text in code.items() if not path.startswith(homes)}
        complaints += find(strangers, pattern, "may not be named here")
    everything = under(files, ("libclient/", "app/", "qml/", "tests/unit/", "tests/integration/",
                               "tests/support/", "CMakeLists.txt"), (*_CODE, ".qml", ".txt", ".cmake"))
    return complaints + find(everything, _NOWHERE, "would bring a second SQLite")


_BELOW = {"Theme": set(), "Controls": {"Theme"}}
_AREA = {"Theme", "Controls", "App"}


def areas(files: Files) -> list[str]:
    """Theme <- Controls <- the areas <- Main; the areas do not know each other."""
    complaints = []
    for path, text in sorted(under(files, ("qml/",), (".qml",)).items()):
        area = path.split("/")[1]
        if area == "Main":
            continue
        for other in re.findall(r"^import Tchap\.(\w+)", text, re.MULTILINE):
            if other != area and other not in _BELOW.get(area, _AREA):
                complaints.append(f"{path}: {area} may not know {other}")
    return complaints
