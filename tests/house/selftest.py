# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule must be able to fail: each is shown a sample that breaks it and one that does not."""

import unittest

from check import RULES
from sizes import function_lengths
from tree import without_comments

_LAYERS = "base:\nevents: base\nnet: base\nstore: base\n"
_LONG = "void f()\n{\n" + "    g();\n" * 41 + "}\n"
_SECRET_LOG = "qCWarning(log) << u\"token\"_s << m_accessToken;"
_COUNTED = "Rows: 1; done 1, refused 0, missing 0.\n"

# rule: (path, text that breaks it, text that keeps it)
SAMPLES: dict[str, list[tuple[str, str, str]]] = {
    "rooms": [("libclient/base/a.h", '#include "events/event.h"\n', '#include "base/b.h"\n'),
              ("libclient/events/a.h", '#include "event.h"\n', '// #include "net/a.h"\n'),
              ("libclient/kitchen/a.h", "int a;\n", "")],
    "libraries": [("libclient/crypto/machine/a.cpp", "#include <olm/olm.h>\n", "// <olm/olm.h>\n"),
                  ("libclient/crypto/attachment/a.cpp", "#include <openssl/evp.h>\n", "#include <vector>\n"),
                  ("libclient/engine/a.cpp", "#include <sqlcipher/sqlite3.h>\n", "int a;\n"),
                  ("libclient/sync/a.cpp", "QNetworkReply* reply;\n", "int reply;\n"),
                  ("libclient/sync/b.cpp", "std::mutex m;\n", "std::string m;\n"),
                  ("app/CMakeLists.txt", "target_link_libraries(a Qt6::Sql)\n", "Qt6::Quick\n"),
                  ("qml/Main/A.qml", "import QtQuick.LocalStorage\n", "import QtQuick\n")],
    "areas": [("qml/Rooms/A.qml", "import Tchap.Timeline\n", "import Tchap.Controls\n"),
              ("qml/Controls/A.qml", "import Tchap.Rooms\n", "import Tchap.Theme\n"),
              ("qml/Theme/A.qml", "import Tchap.Controls\n", "import QtQuick\n")],
    "file-sizes": [("libclient/base/a.h", "\n" * 201, "\n" * 200),
                   ("app/a.cpp", "\n" * 401, "\n" * 400)],
    "function-sizes": [("libclient/base/a.cpp", _LONG, _LONG.replace("    g();\n", "", 1)),
                       ("app/a.cpp", "A::A()\n    : m_a{1}\n    , m_b(2)\n" + _LONG[9:], "A::A() : m_a{1} {}\n")],
    "headers": [("libclient/base/a.h", "// SPDX-a\n#pragma once\nclass A;\n", "// A: an A.\n#pragma once\n")],
    "output": [("libclient/base/a.cpp", 'qDebug() << 1;', 'qCDebug(log) << 1; // qDebug()'),
               ("libclient/base/b.cpp", 'std::cout << 1;', 'snprintf(a, 1, "");')],
    "singletons": [("app/a.cpp", "Settings::instance().a();", "QCoreApplication::instance();"),
                   ("app/a.h", "static Settings& instance();", "static Settings make();")],
    "secrets": [("app/a.cpp", _SECRET_LOG, "qCWarning(log) << accountName;"),
                ("app/b.cpp", "qCDebug(log) << message.body;", "qCDebug(log) << message.body.size();")],
    "chance": [("libclient/rooms/a.cpp", "QDateTime::currentDateTime()", "clock.now()"),
               ("libclient/rooms/b.cpp", "std::random_device d;", "random(4)")],
    "awaiting": [("app/a.cpp", "a ? co_await b() : c", "co_await b()")],
    "captures": [("app/a.cpp", "m_engine->run([&key](Engine& e) { e.a(key); })",
                  "m_engine->run([key](Engine& e) { e.a(key); })")],
    "translations": [("app/platform/a.cpp", 'tr("Send")', 'str("Send")'),
                     ("libclient/rooms/a.cpp", 'QCoreApplication::translate("a", "b")', "translated")],
    "colours": [("qml/Rooms/A.qml", 'color: "#ff00aa"', "color: Theme.ink"),
                ("qml/Rooms/B.qml", 'color: "red"', 'color: "transparent"')],
    "sentences": [("qml/Rooms/A.qml", 'text: "Envoyer"', 'text: qsTr("Send")')],
    "places": [("README.md", "see /" + "work/notes", "see ~/notes")],
    "leftovers": [("app/a.cpp", "// TO" + "DO: later", "// later")],
    "checklist": [("docs/encryption.md", "| E1 | a | done | `a_test: nothing` |\n\n" + _COUNTED,
                   "| E1 | a | missing | not built yet |\n\n" + _COUNTED.replace("done 1", "done 0")
                   .replace("missing 0", "missing 1")),
                  ("docs/encryption.md", "| E1 | a | done | surely |\n\n" + _COUNTED, ""),
                  ("docs/encryption.md", "| E1 | a | refused | not wanted |\n\n" + _COUNTED, "")],
    "mutants": [("tests/mutation/a.py", 'MUTANTS = [("E1", "app/none.cpp", "if (a) {", "")]\n',
                 "MUTANTS = []\n")],
}


class EveryRule(unittest.TestCase):
    def test_complains_about_a_breach_and_about_nothing_else(self) -> None:
        self.assertEqual(set(SAMPLES), set(RULES))
        for rule, samples in SAMPLES.items():
            for path, bad, good in samples:
                with self.subTest(rule=rule, path=path):
                    layers = {"libclient/layers.txt": _LAYERS}
                    self.assertTrue(RULES[rule](layers | {path: bad}), f"{rule} lets {bad!r} pass")
                    if good:
                        self.assertEqual(RULES[rule](layers | {path: good}), [])

    def test_measures_functions_among_lambdas_and_raw_strings(self) -> None:
        text = 'int f()\n{\n    auto s = R"({{{)";\n    auto g = [] { return \'{\'; };\n    return 1\'000;\n}\n'
        self.assertEqual(function_lengths(text), [(2, 3, "f")])

    def test_keeps_the_lines_when_comments_go(self) -> None:
        self.assertEqual(without_comments("a // b\n/* c\n */ d").count("\n"), 2)
        self.assertIn("://", without_comments('x = "http://a";'))


if __name__ == "__main__":
    unittest.main()
