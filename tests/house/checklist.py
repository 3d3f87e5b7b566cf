# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/encryption.md and the mutants keep their word: what they name is there.

A row of the tables is `| E1 | what | done | `file: beginning of the case` … |`; a C++ case is named
by its TEST_CASE, a Python one by its method without "test_", a fuzz target by "any bytes". A row that is done names a test, one
that is refused or missing says why. Under each table stands how many rows there are of each kind.
"""

import ast
import re
from pathlib import PurePosixPath

from tree import Files, under

_DOCUMENT = "docs/encryption.md"
_ROW = re.compile(r"^\| ([A-Z]\d+) \| (.*) \| (\w+) \| (.*) \|$")
_COUNT = re.compile(r"^Rows: (\d+); done (\d+), refused (\d+), missing (\d+)\.$")
_REFERENCE = re.compile(r"`(\w+): ([^`]+)`")


def _cases(files: Files) -> dict[str, list[str]]:
    """File name without suffix -> names of the cases in it."""
    cases: dict[str, list[str]] = {}
    for path, text in under(files, ("tests/",), (".cpp", ".py")).items():
        cpp = ["".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found))
               for found in re.findall(r'TEST_CASE(?:_METHOD)?\(\s*(?:\w+,\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+)',
                                       text)]
        python = re.findall(r"def test_(\w+)\(", text)
        fuzz = ["any bytes"] if path.endswith("_fuzz.cpp") else []
        cases.setdefault(PurePosixPath(path).stem, []).extend(cpp + python + fuzz)
    return cases


def checklist(files: Files) -> list[str]:
    complaints: list[str] = []
    cases = _cases(files)
    counted = {"done": 0, "refused": 0, "missing": 0}
    for number, line in enumerate(files.get(_DOCUMENT, "").splitlines(), 1):
        place = f"{_DOCUMENT}:{number}"
        if row := _ROW.match(line):
            complaints += _row(place, row, counted, cases)
        elif count := _COUNT.match(line):
            told = tuple(int(group) for group in count.groups())
            found = (sum(counted.values()), *counted.values())
            if told != found:
                complaints.append(f"{place}: there are {found} rows, done, refused, missing")
            counted = dict.fromkeys(counted, 0)
    if any(counted.values()):
        complaints.append(f"{_DOCUMENT}: a table is not counted")
    return complaints


def _row(place: str, row: re.Match[str], counted: dict[str, int],
         cases: dict[str, list[str]]) -> list[str]:
    name, _, state, proof = row.groups()
    if state not in counted:
        return [f"{place}: {name}: no state: {state}"]
    counted[state] += 1
    references = _REFERENCE.findall(proof)
    if state == "done" and not references:
        return [f"{place}: {name}: done without a test"]
    if state != "done" and len(proof) < 10:
        return [f"{place}: {name}: {state} without a reason"]
    return [f"{place}: {name}: no such test: {stem}: {case}" for stem, case in references
            if not any(known.startswith(case) for known in cases.get(stem, []))]


def mutants(files: Files) -> list[str]:
    """Every mutant fits the source that it changes."""
    complaints = []
    for path, text in sorted(under(files, ("tests/mutation/",), (".py",)).items()):
        tree = ast.parse(text)
        names = {target.id: node.value for node in tree.body if isinstance(node, ast.Assign)
                 for target in node.targets if isinstance(target, ast.Name)}
        listed = names.get("MUTANTS")
        for element in listed.elts if isinstance(listed, ast.List) else []:
            row, place, there, _ = (_text(part, names) for part in element.elts)
            count = files.get(place, "").count(there)
            if count != 1:
                complaints.append(f"{path}:{element.lineno}: {row}: stands {count} times in {place}")
    return complaints


def _text(part: ast.expr, names: dict[str, ast.expr]) -> str:
    value = ast.literal_eval(names[part.id] if isinstance(part, ast.Name) else part)
    assert isinstance(value, str)
    return value
