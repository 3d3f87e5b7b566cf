# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says in a language, by what its source says."""

import re
import xml.etree.ElementTree as Tree
from pathlib import Path

_TRANSLATIONS = Path(__file__).resolve().parents[3] / "translations"


class Words:
    """words("Sign in") is what is written on the button."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._forms: dict[tuple[str, str], list[str]] = {}
        for context in Tree.parse(_TRANSLATIONS / f"client_{language}.ts").getroot().iter("context"):
            for message in context.iter("message"):
                said = message.find("translation")
                forms = [] if said is None else [form.text or "" for form in said.iter("numerusform")]
                plain = "" if said is None else said.text or ""
                for place in (context.findtext("name", ""), ""):
                    key = place, message.findtext("source", "")
                    self._forms.setdefault(key, forms or [plain.strip()])

    def __call__(self, source: str, *parts: str, n: int | None = None, place: str = "") -> str:
        """`place`: the file that says it, where several say it differently."""
        forms = self._forms.get((place, source)) or [source]
        if self.language == "fr" and (place, source) not in self._forms:
            raise KeyError(f"{source!r} is not translated")
        one = n is not None and (n < 2 if self.language == "fr" else n == 1)
        said = (forms[0] if one or len(forms) == 1 else forms[1]) or source
        said = said.replace("%n", str(n))
        return re.sub(r"%(\d)", lambda place: parts[int(place.group(1)) - 1], said)
