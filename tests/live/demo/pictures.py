# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures and papers of the demo, drawn when they are needed."""

import random
import subprocess
import zipfile
from pathlib import Path

BLUE, RED, PALE, GREY, GREEN = "#000091", "#c9191e", "#e3e3fd", "#929292", "#297254"
_FONT = "Inter"


def draw(path: Path, size: tuple[int, int], commands: list[str], background: str = "white") -> None:
    arguments = ["convert", "-size", f"{size[0]}x{size[1]}", f"xc:{background}", "-font", _font()]
    for command in commands:
        fill, shape = command.split(" ", 1)
        if shape.startswith("size "):
            _, points, shape = shape.split(" ", 2)
            arguments += ["-pointsize", points]
        arguments += ["-fill", fill, "-draw", shape]
    subprocess.run([*arguments, str(path)], check=True, capture_output=True)


def _font() -> str:
    """ImageMagick wants a file where it does not know the name."""
    found = subprocess.run(["fc-match", "-f", "%{file}", _FONT], capture_output=True, text=True,
                           check=False)
    return found.stdout or "DejaVu-Sans"


def _title(text: str) -> list[str]:
    return [f"{BLUE} rectangle 0,0 1200,96", f"white size 40 text 40,62 '{text}'"]


def _bars(title: str) -> list[str]:
    chance = random.Random(title)
    commands = _title(title)
    for index in range(6):
        height = 180 + index * 50 + chance.randint(-25, 25)
        left = 110 + index * 175
        commands += [f"{BLUE if index == 5 else '#8585f6'} rectangle {left},{720 - height} {left + 110},720",
                     f"#3a3a3a size 30 text {left + 15},765 '{2022 + index}'"]
    return commands + [f"{GREY} rectangle 80,720 1130,723"]


def _boxes(title: str) -> list[str]:
    commands = _title(title)
    names = ("Rhône", "Nord", "Gironde") if "Préf" in title else ("Salon privé", "Forum", "Externe")
    for index, (name, colour) in enumerate(zip(names, (BLUE, GREEN, RED), strict=True)):
        left = 70 + index * 370
        commands += [f"{colour} roundrectangle {left},180 {left + 320},330 16,16",
                     f"white size 36 text {left + 40},268 '{name}'"]
        commands += [f"{PALE} roundrectangle {left},{380 + row * 110} {left + 320},{460 + row * 110} 12,12"
                     for row in range(3)]
    return commands


def _grid(title: str) -> list[str]:
    chance = random.Random(title)
    commands = _title(title)
    for column in range(10):
        left = 60 + column * 109
        day = ("lun.", "mar.", "mer.", "jeu.", "ven.")[column % 5]
        commands.append(f"#3a3a3a size 26 text {left + 18},160 '{day}'")
        for row in range(5):
            colour = chance.choice((PALE, PALE, "#b8fec9", "#fee9e5", "#f6f6f6"))
            commands.append(f"{colour} roundrectangle {left},{190 + row * 112} {left + 99},{290 + row * 112} 8,8")
    return commands


def _mockup(title: str) -> list[str]:
    commands = ["#f6f6f6 rectangle 0,0 1200,800", f"{BLUE} rectangle 0,0 1200,70",
                f"white size 34 text 36,48 '{title}'", "white rectangle 0,70 330,800"]
    for row in range(7):
        top = 96 + row * 96
        commands += [f"{PALE} circle 58,{top + 34} 58,{top + 4}",
                     f"#cecece roundrectangle 106,{top + 12} {250 + row % 3 * 20},{top + 26} 6,6",
                     f"#e5e5e5 roundrectangle 106,{top + 42} 290,{top + 54} 6,6"]
    commands += [f"white roundrectangle 380,{120 + row * 150} {820 + row % 2 * 200},{230 + row * 150} 16,16"
                 for row in range(4)]
    return [*commands, f"{BLUE} roundrectangle 980,720 1160,776 8,8",
            "white size 26 text 1022,757 'Envoyer'"]


_PICTURES = {
    "schema-salons": (_boxes, "Trois sortes de salons"),
    "libelles-a-corriger": (_mockup, "Paramètres du salonn"),
    "planning-deux-semaines": (_grid, "Planning"),
    "carte-prefectures": (_boxes, "Préfectures pilotes"),
    "evolution-budget": (_bars, "Évolution 2022-2027"),
    "maquette-accueil": (_mockup, "Accueil"),
    "maquette-accueil-v2": (_mockup, "Accueil, version 2"),
}


def picture(folder: Path, name: str) -> Path:
    path = folder / name
    maker, title = _PICTURES.get(path.stem, (_bars, path.stem))
    draw(path, (1200, 800), maker(title))
    return path


def avatar(folder: Path, name: str, initials: str, colour: str) -> Path:
    path = folder / f"{name}.png"
    arguments = ["convert", "-size", "256x256", f"xc:{colour}", "-font", _font(), "-fill", "white",
                 "-pointsize", "110", "-gravity", "center", "-annotate", "0", initials, str(path)]
    subprocess.run(arguments, check=True, capture_output=True)
    return path


def paper(folder: Path, name: str) -> Path:
    path = folder / name
    if path.suffix == ".csv":
        rows = ["prenom;nom;service", *(f"Prénom{n};Nom{n};Service {n % 4}" for n in range(1, 13))]
        path.write_text("\n".join(rows), encoding="utf-8")
    elif path.suffix in (".odt", ".ods"):
        kind = "text" if path.suffix == ".odt" else "spreadsheet"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
            archive.writestr("content.xml", f"<!-- {name} -->" + "\n" * 9000)
    else:
        _pdf(path, path.stem)
    return path


def _pdf(path: Path, title: str) -> None:
    """One page with a title."""
    content = f"BT /F1 28 Tf 72 740 Td ({title}) Tj ET".encode("latin-1", "replace")
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
              b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
              b"/Resources<</Font<</F1 5 0 R>>>>>>",
              b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
              b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    path.write_bytes(data + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % table)
