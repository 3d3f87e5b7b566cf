# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the demo, with names as Tchap shows them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    key: str
    user: str
    name: str
    colour: str

    @property
    def password(self) -> str:
        return f"demo-{self.user}"

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split(" [")[0].split())


PEOPLE = {person.key: person for person in (
    Person("camille", "camille.martin-dinum", "Camille Martin [DINUM]", "#000091"),
    Person("karim", "karim.benali-dinum", "Karim Benali [DINUM]", "#465f9d"),
    Person("sophie", "sophie.lefevre-interieur", "Sophie Lefèvre [Intérieur]", "#a94645"),
    Person("thomas", "thomas.girard-interieur", "Thomas Girard [Intérieur]", "#297254"),
    Person("nadia", "nadia.rousseau-finances", "Nadia Rousseau [Finances]", "#6e445a"),
    Person("julien", "julien.moreau-finances", "Julien Moreau [Finances]", "#716043"),
    Person("claire", "claire.dubois-justice", "Claire Dubois [Justice]", "#755348"),
    Person("antoine", "antoine.petit-justice", "Antoine Petit [Justice]", "#3a3a3a"),
    Person("hugo", "hugo.lambert-atelier.example", "Hugo Lambert [Externe]", "#b34000"),
)}
ME = PEOPLE["camille"]
