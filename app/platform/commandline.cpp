// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/commandline.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int badUsage = 2;

QString usage()
{
    return uR"(Usage: tchap [options]
Tchap Desktop: encrypted instant messaging of the public sector.

Options:
  --data-dir DIR          keep account, messages and settings in DIR
  --passphrase-file FILE  first line: the passphrase of the store (where there is no keychain)
  --homeserver SERVER     server to propose on the sign-in page
  --ca-file FILE          trust the certificate authorities of this PEM file, too
  --allow-loopback-http   accept plain http to this computer (tests and demonstrations)
  --language LANG         fr or en; else the language of the desktop
  -h, --help              show this and exit
  -v, --version           show the version and exit

The program is quiet about messages, names and keys: none is ever written to a log.
)"_s;
}

} // namespace

std::variant<Start, Goodbye> readCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption dataDir(u"data-dir"_s, {}, u"DIR"_s);
    const QCommandLineOption passphrase(u"passphrase-file"_s, {}, u"FILE"_s);
    const QCommandLineOption homeserver(u"homeserver"_s, {}, u"SERVER"_s);
    const QCommandLineOption caFile(u"ca-file"_s, {}, u"FILE"_s);
    const QCommandLineOption loopback(u"allow-loopback-http"_s);
    const QCommandLineOption language(u"language"_s, {}, u"LANG"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    parser.addOptions({dataDir, passphrase, homeserver, caFile, loopback, language, help, version});
    if (!parser.parse(arguments)) {
        return Goodbye{u"tchap: %1\n%2"_s.arg(parser.errorText(), usage()), badUsage};
    }
    if (parser.isSet(help)) {
        return Goodbye{usage(), 0};
    }
    if (parser.isSet(version)) {
        return Goodbye{u"tchap " TCHAP_VERSION "\n"_s, 0};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return Goodbye{u"tchap: unexpected argument “%1”\n%2"_s.arg(
                           parser.positionalArguments().first(), usage()),
                       badUsage};
    }
    Start start;
    start.options.dataDir = parser.value(dataDir);
    start.options.passphraseFile = parser.value(passphrase);
    start.options.homeserver = parser.value(homeserver);
    start.options.network.caFile = parser.value(caFile);
    start.options.network.allowLoopbackHttp = parser.isSet(loopback);
    start.language = parser.value(language);
    if (!start.language.isEmpty() && start.language != "fr"_L1 && start.language != "en"_L1) {
        return Goodbye{u"tchap: --language is fr or en\n"_s, badUsage};
    }
    return start;
}

} // namespace app
