# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that may not be in the code, or only in one place."""

import re

from tree import Files, find, under

_CODE = (".h", ".cpp")
_SECRET = r"(?:\w*(?:[pP]assword|[pP]assphrase|[sS]ecret|[pP]ickleKey|[aA]ccessToken|[rR]efreshToken))"


def _but(files: Files, *places: str) -> Files:
    return {path: text for path, text in files.items() if not path.startswith(places)}


def output(files: Files) -> list[str]:
    """The library writes to its log categories and nowhere else."""
    return find(under(files, ("libclient/",), _CODE),
                r"\bq(Debug|Info|Warning|Critical)\s*\(|\bstd::(cout|cerr|clog)\b|\b(std::)?f?printf\s*\(",
                "the library writes to its log only")


def singletons(files: Files) -> list[str]:
    ours = under(files, ("libclient/", "app/"), _CODE)
    return find(ours, r"\b(?!QCoreApplication|QGuiApplication|QApplication)\w+::(?:instance|self)\s*\(",
                "no singletons") + find(ours, r"static\s+\w[\w:]*\s*[&*]\s*(?:instance|self)\s*\(",
                                        "no singletons")


def secrets(files: Files) -> list[str]:
    """A secret is not made a string, compared with == or logged."""
    ours = under(files, ("libclient/", "app/"), _CODE)
    return (find(ours, rf"\b{_SECRET}\.(?:toString|toStdString|toUtf8|toHex|toBase64)\s*\(\)(?=[^\n]*<<)",
                 "a secret is printed")
            + find(ours, rf"qC(?:Debug|Info|Warning|Critical)\s*\([^;]*<<\s*{_SECRET}\b[^;]*;",
                   "a secret is logged")
            + find(ours, r"qC(?:Debug|Info|Warning|Critical)\s*\([^;]*<<\s*(?:\w+[.>-]+)*"
                         r"(?:body|plaintext|accessToken|token)\b(?!\.size)[^;]*;", "a body or token is logged")
            + find(ours, r"SecretBytes\b[^;\n]*\boperator\s*(?:==|<<|const char)", "a secret is compared"))


def chance(files: Files) -> list[str]:
    """Time and chance are arguments; the clock and the random source are the exceptions."""
    ours = _but(under(files, ("libclient/",), _CODE), "libclient/base/clock", "libclient/base/random",
                "libclient/crypto/primitives/", "libclient/base/sleep", "libclient/net/",
                "libclient/sync/", "libclient/session/", "libclient/media/")
    return find(ours, r"current(?:DateTime|MSecsSinceEpoch|SecsSinceEpoch|DateTimeUtc)\s*\(|"
                      r"system_clock::now|std::random_device|\bQRandomGenerator\b|\b(?:std::)?rand\s*\(",
                "time and chance are arguments")


def awaiting(files: Files) -> list[str]:
    """GCC 14 runs both branches of a conditional expression that waits in one of them."""
    return find(under(files, ("libclient/", "app/", "tests/"), _CODE), r"[?:]\s*co_await\b",
                "co_await in a conditional expression: write if and else")


def captures(files: Files) -> list[str]:
    """A job for another thread may outlive the coroutine that waits for it."""
    return find(under(files, ("libclient/", "app/"), _CODE),
                r"(?:engine|pool|worker)(?:->|\.)run\(\s*\[[^\]]*&", "a job captures by reference")


def translations(files: Files) -> list[str]:
    """Sentences for people are made in app/text, or in QML."""
    ours = _but(under(files, ("libclient/", "app/"), _CODE), "app/text/")
    return find(ours, r"(?<![\w.>])tr\s*\(|::translate\s*\(|\bqtTrId\s*\(|\bQ(?:T|_TR)\w*_NOOP",
                "sentences belong to app/text")


def colours(files: Files) -> list[str]:
    """Only the theme names a colour."""
    pages = _but(under(files, ("qml/",), (".qml",)), "qml/Theme/")
    return (find(pages, r"""["']#[0-9a-fA-F]{3,8}["']|\bQt\.(?:rgba|hsla|hsva)\s*\(""", "a colour is named")
            + find(pages, r"""\bcolor\s*:\s*["'](?!transparent)\w+["']""", "a colour is named"))


def sentences(files: Files) -> list[str]:
    """Only translated sentences are shown."""
    pages = under(files, ("qml/",), (".qml",))
    return find(pages, r"""\b(?:text|title|placeholderText|Accessible\.(?:name|description))\s*:\s*"""
                       r""""[^"]*[A-Za-zÀ-ÿ]{2,}[^"]*\"""", "a sentence is not translated")


# Written in pieces, for this file is read as well.
_PLACES = ["/" + "work/", "/" + "root/", "/tmp/" + "brief", "pypi" + r"\.org", "npmjs" + r"\.(?:org|com)",
           "pythonhosted" + r"\.org", "deb" + r"\.debian\.org"]


def places(files: Files) -> list[str]:
    """No file knows the machine it was written on, nor where packages are fetched from."""
    complaints = []
    for path, text in sorted(files.items()):
        for number, line in enumerate(text.splitlines(), 1):
            if re.search("|".join(_PLACES), line):
                complaints.append(f"{path}:{number}: names a machine's own place: {line.strip()[:80]}")
    return complaints


def leftovers(files: Files) -> list[str]:
    """What is there is finished."""
    ours = under(files, ("libclient/", "app/", "qml/", "tests/", "packaging/", "dev"),
                 (*_CODE, ".qml", ".py", ".mjs", ".sh", "dev"))
    mark = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
    return [f"{path}:{number}: left for later: {line.strip()[:80]}"
            for path, text in sorted(ours.items())
            for number, line in enumerate(text.splitlines(), 1) if mark.search(line)]
