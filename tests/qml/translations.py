# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py ROOT LUPDATE: fails with one line for every sentence that is not ready."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Tree
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Message:
    context: str
    source: str
    comment: str
    plural: bool
    finished: bool
    forms: list[str]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def read(path: Path) -> dict[tuple[str, str, str], Message]:
    found = {}
    for context in Tree.parse(path).getroot().iter("context"):
        for each in context.iter("message"):
            said = each.find("translation")
            forms = [] if said is None else [form.text or "" for form in said.iter("numerusform")]
            message = Message(context.findtext("name", ""), each.findtext("source", ""),
                              each.findtext("comment", ""), each.get("numerus") == "yes",
                              said is not None and said.get("type") is None,
                              forms or ["" if said is None else said.text or ""])
            found[message.key] = message
    return found


def wanted(root: Path, lupdate: str) -> dict[tuple[str, str, str], Message]:
    """Every sentence of the sources, as the tool of Qt sees them now."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "now.ts"
        subprocess.run([lupdate, "-silent", "-locations", "none", str(root / "app"), str(root / "qml"),
                        "-ts", str(target)], check=True, stdout=subprocess.DEVNULL)
        return read(target)


def faults(message: Message, forms: int) -> list[str]:
    complaints = []
    if not message.finished or not all(form.strip() for form in message.forms):
        complaints.append("is not translated")
    if message.plural and len(message.forms) != forms:
        complaints.append(f"has {len(message.forms)} plural forms, not {forms}")
    places = sorted(re.findall(r"%(?:\d|n)", message.source))
    for form in message.forms:
        if form.strip() and sorted(re.findall(r"%(?:\d|n)", form)) != places:
            complaints.append(f"has other places to fill: {form}")
    return complaints


# In French: a narrow no-break space before ; ! ? and a no-break space before : and inside « ».
_TYPOGRAPHY = [
    (r"(?<![\u202f;!?])[;!?]", "wants a narrow no-break space before ; ! ?"),
    (r"[^\u00a0]:(?=\s|$)", "wants a no-break space before :"),
    (r"«(?!\u00a0)|(?<!\u00a0)»", "wants no-break spaces inside « »"),
    (r"'", "wants the apostrophe ’"),
    (r"[\"“”]", "wants « »"),
    (r"\.\.\.", "wants …"),
]


def typography(message: Message) -> list[str]:
    return [f"{sentence}: {form}" for form in message.forms
            for pattern, sentence in _TYPOGRAPHY if re.search(pattern, form)]


def main() -> int:
    root, lupdate = Path(sys.argv[1]), sys.argv[2]
    now = wanted(root, lupdate)
    french = read(root / "translations" / "client_fr.ts")
    english = read(root / "translations" / "client_en.ts")
    complaints = []
    for key, message in now.items():
        name = f"{message.context}: {message.source}"
        if key not in french:
            complaints.append(f"fr: {name}: is missing; run update_translations")
        if message.plural and key not in english:
            complaints.append(f"en: {name}: is missing; run update_translations")
    for language, messages in (("fr", french), ("en", english)):
        for message in messages.values():
            found = faults(message, 2) + (typography(message) if language == "fr" else [])
            complaints += [f"{language}: {message.context}: {message.source}: {each}" for each in found]
    for complaint in complaints:
        print(complaint)
    print(f"translations: {len(now)} sentences, {len(complaints) or 'no'} complaints")
    return 1 if complaints or not now else 0


if __name__ == "__main__":
    sys.exit(main())
