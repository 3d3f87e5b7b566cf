# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a file and a function may be, and what a header begins with."""

import re

from tree import Files, line_of, under, without_comments

_LIMITS = {".h": 200, ".cpp": 400, ".qml": 400, ".py": 400, ".mjs": 400, ".sh": 400}
_FUNCTION = 40


def files(tree: Files) -> list[str]:
    complaints = []
    for suffix, limit in _LIMITS.items():
        for path, text in sorted(under(tree, ("libclient/", "app/", "qml/", "tests/", "packaging/"),
                                       (suffix,)).items()):
            lines = text.count("\n")
            if lines > limit:
                complaints.append(f"{path}: {lines} lines, more than {limit}")
    return complaints


_CONTROL = re.compile(r"^\s*(if|for|while|switch|do|else|catch|try)\b")
_CONTAINER = re.compile(r"^\s*(?:template\s*<.*>\s*)?(?:(?:inline\s+)?namespace|class|struct|union|enum|extern)\b",
                        re.DOTALL)
_INITIALISER = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:)[^{}]*[\w>]\s*$", re.DOTALL)


def _opens(head: str, outside: bool) -> str:
    """What the brace after `head` opens: a container, a function, an initialiser or a block."""
    if _CONTAINER.match(head) and not re.search(r"\)\s*(const|noexcept|override)?\s*$", head):
        return "container"
    if not outside or "(" not in head or _CONTROL.match(head):
        return "block"
    if re.search(r"(?<!operator)(?<![=!<>])=(?!=)", head.split("(")[0]):
        return "block"
    return "initialiser" if _INITIALISER.search(head) else "function"


def function_lengths(text: str) -> list[tuple[int, int, str]]:
    """(first line, lines between the braces, name) of every function outside functions."""
    code = re.sub(r"^\s*#(?:[^\n]*\\\n)*[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group(0)),
                  without_comments(text, keep_strings=False), flags=re.MULTILINE)
    found, stack, head = [], [], ""
    for position, sign in enumerate(code):
        if sign == "{":
            outside = all(kind == "container" for kind, _, _ in stack)
            stack.append((_opens(head, outside), position, head))
            head = ""
        elif sign == "}" and stack:
            kind, start, before = stack.pop()
            head = before + "{}" if kind == "initialiser" else ""
            if kind == "function":
                first, last = line_of(code, start), line_of(code, position)
                name = re.search(r"[\w:~]+\s*(?=\()", before)
                found.append((first, last - first - 1, name.group(0) if name else "?"))
        elif sign == ";":
            head = ""
        else:
            head += sign
    return found


def functions(tree: Files) -> list[str]:
    complaints = []
    for path, text in sorted(under(tree, ("libclient/", "app/"), (".h", ".cpp")).items()):
        for line, length, name in function_lengths(text):
            if length > _FUNCTION:
                complaints.append(f"{path}:{line}: {name} has {length} lines, more than {_FUNCTION}")
    return complaints


def headers(tree: Files) -> list[str]:
    """The first words of a header say what it is for."""
    complaints = []
    for path, text in sorted(under(tree, ("libclient/", "app/", "tests/support/"), (".h",)).items()):
        for line in text.splitlines():
            if re.match(r"\s*(//|/\*)", line) and "SPDX" not in line:
                break
            if line.strip() and not re.match(r"\s*(// SPDX|#\s*(pragma|include))", line):
                complaints.append(f"{path}: does not begin with what it is for")
                break
    return complaints
