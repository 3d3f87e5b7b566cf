// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clioptions.h"

#include "platform/rootkeys.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr int badUsage = 64; // EX_USAGE
const auto fileOption = u"passphrase-file"_s;
const auto descriptorOption = u"passphrase-fd"_s;

QString usage()
{
    return uR"(Usage: tchap-cli [options] rpc
Tchap Desktop without a window: JSON-RPC 2.0, one object a line, on standard input and output.

Options:
  --data-dir DIR          keep account and messages in DIR
  --passphrase-file FILE  first line: the passphrase of the store (where there is no keychain)
  --passphrase-fd N       the same, from an open file descriptor
  --ca-file FILE          trust the certificate authorities of this PEM file, too
  --allow-loopback-http   accept plain http to this computer (tests and demonstrations)
  --log-level LEVEL       debug, info, warning (default) or error, on standard error
  -h, --help              show this and exit
  -v, --version           show the version and exit

The methods are described in docs/cli.md and in tchap-cli(1).
)"_s;
}

CliGoodbye complain(const QString& text)
{
    return {u"tchap-cli: %1\n"_s.arg(text), badUsage};
}

//! Empty: none was given.
client::Result<client::SecretBytes> passphraseOf(const QCommandLineParser& parser)
{
    const bool file = parser.isSet(fileOption);
    const bool descriptor = parser.isSet(descriptorOption);
    if (file && descriptor) {
        return client::fail(client::Error::Kind::Invalid,
                            u"give --passphrase-file or --passphrase-fd, not both"_s);
    }
    if (file) {
        return app::passphraseFromFile(parser.value(fileOption));
    }
    if (!descriptor) {
        return client::SecretBytes();
    }
    bool isNumber = false;
    const int number = parser.value(descriptorOption).toInt(&isNumber);
    return app::passphraseFromDescriptor(isNumber ? number : -1);
}

} // namespace

std::variant<CliOptions, CliGoodbye> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption dataDir(u"data-dir"_s, {}, u"DIR"_s);
    const QCommandLineOption file(fileOption, {}, u"FILE"_s);
    const QCommandLineOption descriptor(descriptorOption, {}, u"N"_s);
    const QCommandLineOption caFile(u"ca-file"_s, {}, u"FILE"_s);
    const QCommandLineOption loopback(u"allow-loopback-http"_s);
    const QCommandLineOption level(u"log-level"_s, {}, u"LEVEL"_s, u"warning"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    parser.addOptions({dataDir, file, descriptor, caFile, loopback, level, help, version});
    if (!parser.parse(arguments)) {
        return complain(parser.errorText());
    }
    if (parser.isSet(help)) {
        return CliGoodbye{usage(), 0};
    }
    if (parser.isSet(version)) {
        return CliGoodbye{u"tchap-cli " TCHAP_VERSION "\n"_s, 0};
    }
    if (parser.positionalArguments() != QStringList{u"rpc"_s}) {
        return CliGoodbye{usage(), badUsage};
    }
    CliOptions options;
    options.dataDir = parser.value(dataDir);
    options.network.caFile = parser.value(caFile);
    options.network.allowLoopbackHttp = parser.isSet(loopback);
    options.logLevel = parser.value(level);
    if (!QStringList{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}.contains(options.logLevel)) {
        return complain(u"--log-level is debug, info, warning or error"_s);
    }
    if (auto words = passphraseOf(parser); !words) {
        return complain(words.error().detail);
    } else if (!words->isEmpty()) {
        options.passphrase = std::move(*words);
    }
    return options;
}

} // namespace cli
