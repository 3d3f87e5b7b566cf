# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py RULE ROOT: fails with one line for every place that breaks the rule."""

import sys
from collections.abc import Callable
from pathlib import Path

import checklist
import layers
import sizes
import words
from tree import Files, read_tree

RULES: dict[str, Callable[[Files], list[str]]] = {
    "rooms": layers.rooms,
    "libraries": layers.libraries,
    "areas": layers.areas,
    "file-sizes": sizes.files,
    "function-sizes": sizes.functions,
    "headers": sizes.headers,
    "output": words.output,
    "singletons": words.singletons,
    "secrets": words.secrets,
    "chance": words.chance,
    "awaiting": words.awaiting,
    "captures": words.captures,
    "translations": words.translations,
    "colours": words.colours,
    "sentences": words.sentences,
    "places": words.places,
    "leftovers": words.leftovers,
    "checklist": checklist.checklist,
    "mutants": checklist.mutants,
}


def main() -> int:
    rule, root = sys.argv[1], Path(sys.argv[2])
    complaints = RULES[rule](read_tree(root))
    for complaint in complaints:
        print(complaint)
    print(f"{rule}: {len(complaints) or 'no'} complaint{'s' if len(complaints) != 1 else ''}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
