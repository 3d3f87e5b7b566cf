// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's program: command line, single instance, language, icons, then App and QML.
#include "app.h"
#include "images/frameprovider.h"
#include "images/imageloader.h"
#include "platform/commandline.h"
#include "platform/hardening.h"

#include <QCryptographicHash>
#include <QDir>
#include <QGuiApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QTranslator>

#include <cstdio>
#include <kdsingleapplication.h>

using namespace Qt::StringLiterals;

namespace {

QString instanceName(const app::Options& options)
{
    const QByteArray where = QDir(options.dataDir).absolutePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(where, QCryptographicHash::Sha256);
    return u"tchap-desktop-"_s + QString::fromLatin1(hash.toHex().first(16));
}

void loadLanguage(const QString& wanted)
{
    const QLocale locale = wanted.isEmpty() ? QLocale() : QLocale(wanted);
    if (!wanted.isEmpty()) {
        QLocale::setDefault(locale);
    }
    auto* ours = new QTranslator(qGuiApp);
    // English for everybody else: its file has the plural forms.
    if (ours->load(locale, u"client"_s, u"_"_s, u":/i18n"_s) ||
        ours->load(u":/i18n/client_en.qm"_s)) {
        QCoreApplication::installTranslator(ours);
    }
    for (const QString& part : {u"qtbase"_s, u"qtdeclarative"_s}) { // Qt's own dialogs
        auto* qts = new QTranslator(qGuiApp);
        if (qts->load(locale, part, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(qts);
        }
    }
}

int runWindow(const app::Start& start)
{
    KDSingleApplication single(instanceName(start.options));
    if (!single.isPrimaryInstance()) {
        return single.sendMessage("raise") ? 0 : 75;
    }
    loadLanguage(start.language);
    QIcon::setThemeName(u"breeze"_s);
    QIcon::setFallbackThemeName(u"breeze"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/tchap.svg"_s));

    app::App app(start.options);
    QObject::connect(&single, &KDSingleApplication::messageReceived, &app,
                     [&app] { Q_EMIT app.raiseRequested(); });

    QQmlApplicationEngine engine;
    engine.addImageProvider(u"avatar"_s, new app::AvatarProvider(app.images()));
    engine.addImageProvider(u"media"_s, new app::MediaProvider(app.images()));
    engine.addImageProvider(u"camera"_s,
                            new app::FrameProvider([&app] { return app.camera()->picture(); }));
    engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&app)}});
    QObject::connect(
        &engine, &QQmlApplicationEngine::objectCreationFailed, qGuiApp,
        [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
    engine.loadFromModule("Tchap.Main", "Main");
    app.start();
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    app::hardenProcess();
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const auto asked = app::readCommandLine(arguments);
    if (const auto* goodbye = std::get_if<app::Goodbye>(&asked)) {
        std::fputs(goodbye->text.toLocal8Bit().constData(), goodbye->code == 0 ? stdout : stderr);
        return goodbye->code;
    }
    QCoreApplication::setApplicationName(u"tchap-desktop"_s);
    QGuiApplication::setApplicationDisplayName(u"Tchap Desktop"_s);
    QGuiApplication::setDesktopFileName(u"fr.gouv.tchap.desktop"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TCHAP_VERSION));
    QQuickStyle::setStyle(u"Basic"_s);
    const QGuiApplication application(argc, argv);
    return runWindow(std::get<app::Start>(asked));
}
