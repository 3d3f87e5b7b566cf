// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "appparts.h"
#include "rooms/displaytext.h"
#include "session/sessionfiles.h"

#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace app {

using client::session::Session;

namespace {

std::unique_ptr<QSettings> settingsFor(const Options& options)
{
    // A data directory of its own keeps its own settings: tests and demos touch nobody's.
    if (!options.dataDir.isEmpty()) {
        return std::make_unique<QSettings>(options.dataDir + u"/window.ini"_s,
                                           QSettings::IniFormat);
    }
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                       u"tchap-desktop"_s, u"window"_s);
}

} // namespace

App::Parts::Parts(Options o)
    : options(std::move(o))
    , folder(client::session::accountFolder(
          options.dataDir.isEmpty() ? client::session::defaultDataDir() : options.dataDir))
    , settings(settingsFor(options))
    , login(options.network, words)
    , rooms(words)
    , security(words)
    , proof(folder)
    , keyFiles(words, proof)
    , exports(words)
    , diagnostic(words, security)
    , reminder(security)
    , devices(words)
    , verification(words)
    , camera(words)
    , trust(words)
    , members(words)
    , search(words)
{}

App::App(Options options) : m_parts(std::make_unique<Parts>(std::move(options)))
{
    auto& p = *m_parts;
    p.colorMode = ColorMode(std::clamp(p.settings->value(u"colorMode"_s, 0).toInt(), 0, 2));
    p.offlineGrace.setSingleShot(true);
    p.offlineGrace.setInterval(std::chrono::seconds{2});
    connect(&p.offlineGrace, &QTimer::timeout, this, &App::connectionChanged);
    connect(&p.login, &LoginViewModel::loggedIn, this, &App::acceptLogin);
    connect(&p.rooms, &RoomListViewModel::openRequested, this, &App::openRoom);
    connect(&p.rooms, &RoomListViewModel::failed, this, &App::said);
    connect(&p.security, &SecurityViewModel::said, this, &App::said);
    connect(&p.devices, &DevicesViewModel::said, this, &App::said);
    connect(&p.trust, &TrustViewModel::said, this, &App::said);
    connect(&p.keyFiles, &KeyFilesViewModel::said, this, &App::said);
    connect(&p.exports, &ExportViewModel::said, this, &App::said);
    connect(&p.diagnostic, &DiagnosticViewModel::said, this, &App::said);
    connect(&p.camera, &CameraViewModel::found, &p.verification, &VerificationViewModel::scanned);
    connect(&p.rooms, &RoomListViewModel::countChanged, this,
            [&p] { qGuiApp->setBadgeNumber(p.rooms.unreadTotal()); });
}

App::~App()
{
    m_parts->scope.cancelAll();
    m_parts->room.reset();
    m_parts->rooms.attach(nullptr);
    attachSecurity(nullptr);
    m_parts->images.setSession(nullptr);
}

App::Page App::page() const
{
    return m_parts->page;
}

App::Connection App::connection() const
{
    return m_parts->connection;
}

QString App::connectionText() const
{
    const auto& p = *m_parts;
    switch (p.connection) {
    case Connection::Online:
        return {};
    case Connection::SignedOut:
        return p.words.signedOut();
    case Connection::Offline:
        return p.offlineGrace.isActive() ? QString() : p.words.offline();
    default:
        return p.offlineGrace.isActive() ? QString() : p.words.connecting();
    }
}

QString App::faultTitle() const
{
    return m_parts->faultTitle;
}

QString App::faultText() const
{
    return m_parts->faultText;
}

bool App::faultCanReset() const
{
    return m_parts->faultCanReset;
}

QString App::userId() const
{
    return m_parts->session ? m_parts->session->user().toString() : QString();
}

QString App::userName() const
{
    const QString& name = m_parts->profile.displayName;
    return name.isEmpty() ? client::localPart(userId()) : client::rooms::safeName(name);
}

QString App::userAvatar() const
{
    return m_parts->profile.avatar.toString();
}

QString App::passphraseError() const
{
    return m_parts->passphraseError;
}

bool App::busy() const
{
    return m_parts->busy;
}

LoginViewModel* App::login()
{
    return &m_parts->login;
}

RoomListViewModel* App::rooms()
{
    return &m_parts->rooms;
}

RoomViewModel* App::room() const
{
    return m_parts->room.get();
}

SecurityViewModel* App::security()
{
    return &m_parts->security;
}

ExportViewModel* App::exports()
{
    return &m_parts->exports;
}

KeyFilesViewModel* App::keyFiles()
{
    return &m_parts->keyFiles;
}

DiagnosticViewModel* App::diagnostic()
{
    return &m_parts->diagnostic;
}

CameraViewModel* App::camera()
{
    return &m_parts->camera;
}

MembersViewModel* App::members()
{
    return &m_parts->members;
}

ReminderViewModel* App::reminder()
{
    return &m_parts->reminder;
}

DevicesViewModel* App::devices()
{
    return &m_parts->devices;
}

VerificationViewModel* App::verification()
{
    return &m_parts->verification;
}

SearchViewModel* App::search()
{
    return &m_parts->search;
}

TrustViewModel* App::trust()
{
    return &m_parts->trust;
}

Words* App::words()
{
    return &m_parts->words;
}

App::ColorMode App::colorMode() const
{
    return m_parts->colorMode;
}

void App::setColorMode(ColorMode mode)
{
    auto& p = *m_parts;
    if (p.colorMode == mode) {
        return;
    }
    p.colorMode = mode;
    p.settings->setValue(u"colorMode"_s, int(mode));
    Q_EMIT colorModeChanged();
}

QVariant App::setting(const QString& name) const
{
    return m_parts->settings->value(u"ui/"_s + name);
}

void App::saveSetting(const QString& name, const QVariant& value)
{
    m_parts->settings->setValue(u"ui/"_s + name, value);
}

ImageLoader& App::images()
{
    return m_parts->images;
}

void App::openRoom(const QString& roomId)
{
    auto& p = *m_parts;
    if (!p.session || (p.room && p.room->roomId() == roomId)) {
        return;
    }
    const auto summary = p.rooms.summary(roomId);
    if (!summary) {
        p.wantedRoom = roomId; // just created or joined: the sync that brings it is on its way
        return;
    }
    closeRoom();
    p.wantedRoom.clear();
    p.room = std::make_unique<RoomViewModel>(*p.session, *summary, p.words);
    connect(p.room.get(), &RoomViewModel::said, this, &App::said);
    p.rooms.setSelected(roomId);
    p.trust.setRoom(roomId);
    p.session->setActiveRoom(client::RoomId(roomId));
    p.scope.start(keepLastRoom(roomId));
    Q_EMIT roomChanged();
}

void App::openMessage(const QString& roomId, const QString& eventId)
{
    openRoom(roomId);
    if (m_parts->room && m_parts->room->roomId() == roomId) {
        m_parts->room->showEvent(eventId);
    }
}

void App::closeRoom()
{
    auto& p = *m_parts;
    if (!p.room) {
        return;
    }
    p.room->composer()->flush();
    p.rooms.setSelected({});
    p.trust.setRoom({});
    if (p.session) {
        p.session->setActiveRoom({});
    }
    // QML lets go of it first; it lives a moment longer to keep its draft.
    p.closing.push_back(std::move(p.room));
    Q_EMIT roomChanged();
    QTimer::singleShot(std::chrono::milliseconds{300}, this, [&p] {
        if (!p.closing.empty()) {
            p.closing.pop_front();
        }
    });
}

void App::attachSecurity(Session* session)
{
    auto& p = *m_parts;
    client::session::Encryption* encryption = session ? &session->encryption() : nullptr;
    const auto user = session ? session->user() : client::UserId();
    p.security.attach(encryption, user);
    p.reminder.attach(session);
    p.search.attach(session);
    p.devices.attach(encryption, user, session ? session->device() : client::DeviceId());
    p.verification.attach(session);
    p.trust.attach(encryption, session);
    p.members.attach(encryption, session);
    p.proof.attach(encryption);
    p.keyFiles.attach(encryption);
    p.exports.attach(session);
    p.diagnostic.attach(encryption, user);
}

void App::openLink(const QString& url)
{
    const QUrl target(url, QUrl::StrictMode);
    static const QStringList allowed{u"http"_s, u"https"_s, u"mailto"_s};
    if (target.isValid() && allowed.contains(target.scheme().toLower())) {
        QDesktopServices::openUrl(target);
    }
}

} // namespace app
