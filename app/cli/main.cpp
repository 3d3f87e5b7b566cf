// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tchap-cli: the library on standard input and output.

#include "platform/hardening.h"
#include "server.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void setLogLevel(const QString& level)
{
    QStringList rules;
    const QStringList levels{u"debug"_s, u"info"_s, u"warning"_s};
    for (qsizetype i = 0; i < levels.size(); ++i) {
        const bool shown = level != "error"_L1 && i >= levels.indexOf(level);
        rules << u"tchap.*.%1=%2"_s.arg(levels.at(i), shown ? u"true"_s : u"false"_s);
    }
    QLoggingCategory::setFilterRules(rules.join(u'\n'));
}

} // namespace

int main(int argc, char* argv[])
{
    app::hardenProcess();
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    auto asked = cli::readOptions(arguments);
    if (const auto* goodbye = std::get_if<cli::CliGoodbye>(&asked)) {
        std::fputs(goodbye->text.toLocal8Bit().constData(), goodbye->code == 0 ? stdout : stderr);
        return goodbye->code;
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tchap-desktop"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TCHAP_VERSION));
    auto& options = std::get<cli::CliOptions>(asked);
    setLogLevel(options.logLevel);
    auto& channel = *new cli::Channel; // never destroyed: see there
    cli::Server server(std::move(options), channel);
    QObject::connect(
        &server, &cli::Server::finished, &application, [] { QCoreApplication::exit(0); },
        Qt::QueuedConnection);
    channel.start();
    const int code = QCoreApplication::exec();
    return code;
}
