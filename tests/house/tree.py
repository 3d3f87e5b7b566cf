# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every house rule works on: the project's text files as a dictionary of path and text."""

import os
import re
from pathlib import Path

Files = dict[str, str]
_SKIPPED = {".git", "build", "node_modules", "__pycache__", ".cache"}
_TEXT = {".h", ".cpp", ".qml", ".py", ".mjs", ".sh", ".cmake", ".txt", ".md", ".toml", ".json",
         ".sql", ".xml", ".desktop", ".ts", ".in", ".1", ""}


def read_tree(root: Path) -> Files:
    files: Files = {}
    for folder, names, found in os.walk(root):
        names[:] = [name for name in names
                    if name not in _SKIPPED and not name.startswith("build-")]
        for name in found:
            path = Path(folder) / name
            if path.suffix in _TEXT and path.stat().st_size < 2_000_000:
                try:
                    files[str(path.relative_to(root))] = path.read_text(encoding="utf-8")
                except UnicodeDecodeError:
                    continue
    return files


def under(files: Files, folders: tuple[str, ...], suffixes: tuple[str, ...]) -> Files:
    return {path: text for path, text in files.items()
            if path.startswith(folders) and path.endswith(suffixes)}



def _blank(text: str) -> str:
    """Keeps the lines, drops what is on them."""
    return re.sub(r"[^\n]", " ", text)


def without_comments(text: str, keep_strings: bool = True) -> str:
    """C++ and QML without comments; strings emptied when they are not wanted either."""
    def replace(match: re.Match[str]) -> str:
        whole = match.group(0)
        if whole.startswith(("//", "/*")):
            return _blank(whole)
        return whole if keep_strings else f'"{_blank(whole[1:-1])}"'
    return re.sub(r'R"(?P<tag>\w*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\''
                  r"|//[^\n]*|/\*.*?\*/", replace, text, flags=re.DOTALL)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def find(files: Files, pattern: str, sentence: str, keep_strings: bool = True) -> list[str]:
    """One complaint for each match outside comments."""
    complaints = []
    for path, text in sorted(files.items()):
        code = without_comments(text, keep_strings)
        for match in re.finditer(pattern, code, re.MULTILINE):
            found = " ".join(match.group(0).split())
            complaints.append(f"{path}:{line_of(code, match.start())}: {sentence}: {found}")
    return complaints
