// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ways through the program from start to an open account; out again: appsignout.cpp.
#include "appparts.h"
#include "base/sleep.h"
#include "platform/storeoptions.h"
#include "session/sessionfiles.h"

using namespace Qt::StringLiterals;

namespace app {

using client::Error;
using client::Result;
using client::SecretBytes;
using client::session::Session;
using Kind = Error::Kind;

namespace {

constexpr int minPassphrase = 8;

bool isStoreFault(const Error& error)
{
    return error.kind == Kind::WrongKey || error.kind == Kind::Damaged ||
           error.kind == Kind::TooNew || error.kind == Kind::Busy || error.kind == Kind::DiskFull ||
           error.kind == Kind::Store;
}

} // namespace

void App::start()
{
    auto& p = *m_parts;
    if (const auto wiped = client::session::finishWipe(p.folder); !wiped) {
        showFault(wiped.error());
        return;
    }
    if (!client::session::hasAccount(p.folder)) {
        p.login.prefill(p.options.homeserver, {}, false);
        setPage(Page::Login);
        p.scope.start(forgetOldKey());
        return;
    }
    p.scope.start(runStart());
}

client::Task<> App::runStart()
{
    auto& p = *m_parts;
    const RootKeys keys(p.folder);
    if (keys.place() == RootKeys::Place::Passphrase) {
        if (p.options.passphraseFile.isEmpty()) {
            setPage(Page::Unlock);
            co_return;
        }
        auto words = passphraseFromFile(p.options.passphraseFile);
        if (!words) {
            showFault(words.error());
            co_return;
        }
        auto key = co_await keys.fromPassphrase(std::move(*words));
        co_await openWith(std::move(key));
        co_return;
    }
    auto key = co_await keys.fromKeychain();
    co_await openWith(std::move(key));
}

client::Task<> App::openWith(Result<SecretBytes> key)
{
    auto& p = *m_parts;
    if (!key) {
        showFault(key.error());
        co_return;
    }
    p.oldKey = key->clone();
    auto session =
        co_await Session::restore(storeOptions(p.folder, std::move(*key), p.options.network));
    if (!session) {
        showFault(session.error());
        co_return;
    }
    adopt(std::move(*session));
}

void App::unlock(const QString& passphrase)
{
    QByteArray clear = passphrase.toUtf8();
    m_parts->scope.start(runUnlock(SecretBytes::takeFrom(clear)));
}

client::Task<> App::runUnlock(SecretBytes words)
{
    auto& p = *m_parts;
    if (p.busy) {
        co_return;
    }
    setBusy(true);
    setPassphraseError({});
    auto key = co_await RootKeys(p.folder).fromPassphrase(std::move(words));
    setBusy(false);
    if (!key && key.error().kind == Kind::WrongKey) {
        setPassphraseError(p.words.passphraseWrong());
        co_return;
    }
    co_await openWith(std::move(key));
}

void App::acceptLogin(const std::shared_ptr<client::session::LoginResult>& result)
{
    m_parts->pending = result;
    m_parts->scope.start(runAccept());
}

//! A fresh sign-in needs a key for its store: the old one after a soft logout, the passphrase that
//! the command line names, the keychain, or else a passphrase that the person chooses.
client::Task<> App::runAccept()
{
    auto& p = *m_parts;
    if (!p.oldKey.isEmpty() && client::session::hasAccount(p.folder)) {
        Result<SecretBytes> key = p.oldKey.clone();
        co_await createWith(std::move(key));
        co_return;
    }
    const RootKeys keys(p.folder);
    if (!p.options.passphraseFile.isEmpty()) {
        auto words = passphraseFromFile(p.options.passphraseFile);
        if (!words) {
            showFault(words.error());
            co_return;
        }
        auto key = co_await keys.makeWithPassphrase(std::move(*words));
        co_await createWith(std::move(key));
        co_return;
    }
    auto key = co_await keys.makeInKeychain();
    if (!key && (key.error().kind == Kind::Unsupported || key.error().kind == Kind::Forbidden)) {
        p.login.finished();
        setPage(Page::ChoosePassphrase);
        co_return;
    }
    co_await createWith(std::move(key));
}

void App::choosePassphrase(const QString& passphrase)
{
    if (passphrase.size() < minPassphrase) {
        setPassphraseError(m_parts->words.passphraseShort());
        return;
    }
    QByteArray clear = passphrase.toUtf8();
    m_parts->scope.start(runChoose(SecretBytes::takeFrom(clear)));
}

client::Task<> App::runChoose(SecretBytes words)
{
    auto& p = *m_parts;
    if (p.busy || !p.pending) {
        co_return;
    }
    setBusy(true);
    setPassphraseError({});
    auto key = co_await RootKeys(p.folder).makeWithPassphrase(std::move(words));
    setBusy(false);
    co_await createWith(std::move(key));
}

client::Task<> App::createWith(Result<SecretBytes> key)
{
    auto& p = *m_parts;
    p.login.finished();
    if (!key) {
        showFault(key.error());
        co_return;
    }
    if (p.session) { // after a soft logout the old one still holds the store
        closeSession();
        co_await client::sleepFor(std::chrono::milliseconds{1});
    }
    p.oldKey = key->clone();
    auto options = storeOptions(p.folder, std::move(*key), p.options.network);
    const auto login = std::exchange(p.pending, {});
    auto session = co_await Session::create(std::move(options), std::move(*login));
    if (!session) {
        if (isStoreFault(session.error())) {
            showFault(session.error());
        } else {
            p.login.showError(session.error());
            setPage(Page::Login);
        }
        co_return;
    }
    adopt(std::move(*session));
}

void App::adopt(std::unique_ptr<Session> session)
{
    auto& p = *m_parts;
    p.session = std::move(session);
    Session* s = p.session.get();
    connect(s, &Session::stateChanged, this, [this](Session::State) { followState(); });
    connect(s, &Session::signedOut, this, &App::followSignOut);
    connect(s, &Session::roomsChanged, this, &App::followRooms);
    p.images.setSession(s);
    p.rooms.attach(s);
    Q_EMIT accountChanged();
    if (s->state() == Session::State::SignedOut) {
        askAgain();
        return;
    }
    p.login.setDevice({});
    setPage(Page::Main);
    attachSecurity(s);
    p.scope.start(reopenLastRoom());
    p.scope.start(learnProfile());
    s->startSync();
    followState();
}

client::Task<> App::learnProfile()
{
    auto& p = *m_parts;
    p.profile = {};
    if (auto profile = co_await p.session->ownProfile()) {
        p.profile = std::move(*profile);
        Q_EMIT accountChanged();
    }
}

client::Task<> App::reopenLastRoom()
{
    auto& p = *m_parts;
    const auto last = co_await p.session->setting(u"lastRoom"_s);
    const auto rooms = co_await p.session->roomList(); // after it the list model is filled, too
    if (last && rooms && !last->isEmpty() && !p.room && p.rooms.summary(*last)) {
        openRoom(*last);
    }
}

client::Task<> App::keepLastRoom(QString roomId)
{
    // Which room was open is nobody's business: it is kept in the encrypted store.
    const auto saved = co_await m_parts->session->saveSetting(u"lastRoom"_s, std::move(roomId));
    if (!saved) {
        Q_EMIT said(m_parts->words.error(saved.error()));
    }
}

void App::followRooms(const std::vector<client::rooms::RoomSummary>& changed)
{
    auto& p = *m_parts;
    for (const auto& room : changed) {
        if (p.room && p.room->roomId() == room.roomId) {
            p.room->setSummary(room);
        }
        if (!p.wantedRoom.isEmpty() && p.wantedRoom == room.roomId) {
            openRoom(room.roomId);
        }
    }
}

void App::followState()
{
    auto& p = *m_parts;
    static constexpr auto words = [](Session::State state) {
        switch (state) {
        case Session::State::Syncing:
            return Connection::Online;
        case Session::State::Connecting:
            return Connection::Connecting;
        case Session::State::SignedOut:
            return Connection::SignedOut;
        default:
            return Connection::Offline;
        }
    };
    const Connection now = words(p.session->state());
    if (p.connection == Connection::Online && now != Connection::Online) {
        p.offlineGrace.start();
    }
    p.connection = now;
    Q_EMIT connectionChanged();
}

void App::closeSession()
{
    auto& p = *m_parts;
    closeRoom(); // QML lets go of it before it dies
    p.closing.clear();
    p.rooms.attach(nullptr);
    attachSecurity(nullptr);
    p.images.setSession(nullptr);
    if (p.session) {
        // Its own answer may have brought us here: it goes when the event is done.
        p.session.release()->deleteLater();
    }
}

void App::retryNow()
{
    auto& p = *m_parts;
    if (p.page == Page::Fault) {
        setPage(Page::Starting);
        start();
    } else if (p.session) {
        p.session->retryNow();
    }
}

void App::resetStore()
{
    auto& p = *m_parts;
    const auto aside = client::session::setAside(p.folder);
    if (!aside) {
        showFault(aside.error());
        return;
    }
    p.login.prefill(p.options.homeserver, {}, false);
    setPage(Page::Login);
}

void App::showFault(const Error& error)
{
    auto& p = *m_parts;
    p.faultTitle = p.words.faultTitle(error);
    p.faultText = p.words.error(error);
    p.faultCanReset =
        error.kind == Kind::Damaged || error.kind == Kind::WrongKey || error.kind == Kind::NotFound;
    setPage(Page::Fault);
}

void App::setPage(Page page)
{
    m_parts->page = page;
    Q_EMIT pageChanged();
}

void App::setBusy(bool busy)
{
    if (m_parts->busy != busy) {
        m_parts->busy = busy;
        Q_EMIT busyChanged();
    }
}

void App::setPassphraseError(const QString& text)
{
    m_parts->passphraseError = text;
    Q_EMIT passphraseErrorChanged();
}

} // namespace app
