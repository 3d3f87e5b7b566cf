// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "account.h"

#include "base/sleep.h"
#include "platform/rootkeys.h"
#include "platform/storeoptions.h"
#include "session/sessionfiles.h"

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using app::RootKeys;
using client::fail;
using client::Result;
using client::SecretBytes;
using client::Task;
using client::session::Session;
using Kind = client::Error::Kind;

namespace cli {

namespace {

//! Clears a flag also when the coroutine is dropped.
class Hold {
public:
    explicit Hold(bool& flag) : m_flag(flag) { m_flag = true; }

    ~Hold() { m_flag = false; }

    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

private:
    bool& m_flag;
};

#ifdef Q_OS_UNIX
//! From the terminal itself: standard input belongs to the protocol.
Result<SecretBytes> askTerminal()
{
    std::FILE* terminal = std::fopen("/dev/tty", "r+");
    if (terminal == nullptr) {
        return fail(Kind::Unsupported, u"there is no keychain: give --passphrase-file"_s);
    }
    termios before{};
    tcgetattr(fileno(terminal), &before);
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(fileno(terminal), TCSAFLUSH, &silent);
    std::fputs("Passphrase of the store: ", terminal);
    std::fflush(terminal);
    QByteArray line(1024, '\0');
    const char* read = std::fgets(line.data(), int(line.size()), terminal);
    tcsetattr(fileno(terminal), TCSAFLUSH, &before);
    std::fputs("\n", terminal);
    std::fclose(terminal);
    line.truncate(qstrnlen(line.constData(), size_t(line.size())));
    if (line.endsWith('\n')) {
        line.chop(1);
    }
    return read != nullptr && !line.isEmpty() ? Result<SecretBytes>(SecretBytes::takeFrom(line))
                                              : fail(Kind::Invalid, u"the passphrase is empty"_s);
}
#else
Result<SecretBytes> askTerminal()
{
    return fail(Kind::Unsupported, u"there is no keychain: give --passphrase-file"_s);
}
#endif

} // namespace

Account::Account(CliOptions options, std::function<void()> beforeClose)
    : m_options(std::move(options))
    , m_beforeClose(std::move(beforeClose))
    , m_folder(client::session::accountFolder(
          m_options.dataDir.isEmpty() ? client::session::defaultDataDir() : m_options.dataDir))
{}

client::session::SessionOptions Account::sessionOptions(SecretBytes key) const
{
    return app::storeOptions(m_folder, std::move(key), m_options.network);
}

Result<SecretBytes> Account::askPassphrase()
{
    return m_options.passphrase ? Result<SecretBytes>(m_options.passphrase->clone())
                                : askTerminal();
}

Task<Result<SecretBytes>> Account::storedKey()
{
    const RootKeys keys(m_folder);
    if (keys.place() != RootKeys::Place::Passphrase) {
        co_return co_await keys.fromKeychain();
    }
    auto words = askPassphrase();
    if (!words) {
        co_return std::unexpected(words.error());
    }
    co_return co_await keys.fromPassphrase(std::move(*words));
}

Task<Result<SecretBytes>> Account::newKey()
{
    const RootKeys keys(m_folder);
    if (!m_options.passphrase) {
        auto key = co_await keys.makeInKeychain();
        if (key || key.error().kind != Kind::Unsupported) {
            co_return key;
        }
    }
    auto words = askPassphrase();
    if (!words) {
        co_return std::unexpected(words.error());
    }
    co_return co_await keys.makeWithPassphrase(std::move(*words));
}

Task<Result<>> Account::login(client::session::LoginRequest request)
{
    const bool again = m_session && m_session->state() == Session::State::SignedOut;
    if (m_busy || (m_session && !again)) {
        co_return fail(Kind::Invalid, u"an account is signed in; use session.logout first"_s);
    }
    const Hold hold(m_busy);
    if (auto wiped = client::session::finishWipe(m_folder); !wiped) {
        co_return wiped;
    }
    if (!m_session && client::session::hasAccount(m_folder)) {
        co_return fail(Kind::Invalid, u"the folder has an account; use session.restore"_s);
    }
    if (again) {
        request.device = m_session->device();
        if (request.homeserver.isEmpty()) {
            request.homeserver = m_session->homeserver().toString();
        }
    }
    auto result = co_await client::session::login(std::move(request), m_options.network);
    if (!result) {
        co_return std::unexpected(result.error());
    }
    Result<SecretBytes> key = m_key.clone();
    if (again) {
        close();
        co_await client::sleepFor(std::chrono::milliseconds{1}); // until the store is closed
    } else {
        key = co_await newKey();
    }
    if (!key) {
        co_return std::unexpected(key.error());
    }
    m_key = key->clone();
    auto session = co_await Session::create(sessionOptions(std::move(*key)), std::move(*result));
    if (!session) {
        co_return std::unexpected(session.error());
    }
    m_session = std::move(*session);
    co_return {};
}

Task<Result<>> Account::restore()
{
    if (m_session) {
        co_return {};
    }
    if (m_busy) {
        co_return fail(Kind::Invalid, u"a sign-in or sign-out is under way"_s);
    }
    const Hold hold(m_busy);
    if (auto wiped = client::session::finishWipe(m_folder); !wiped) {
        co_return wiped;
    }
    if (!client::session::hasAccount(m_folder)) {
        co_return fail(Kind::NotFound, u"nobody has signed in here; use session.login"_s);
    }
    auto key = co_await storedKey();
    if (!key) {
        co_return std::unexpected(key.error());
    }
    m_key = key->clone();
    auto session = co_await Session::restore(sessionOptions(std::move(*key)));
    if (!session) {
        co_return std::unexpected(session.error());
    }
    m_session = std::move(*session);
    co_return {};
}

Task<Result<>> Account::logout()
{
    if (m_busy || !m_session) {
        co_return fail(Kind::SignedOut, u"nobody is signed in"_s);
    }
    const Hold hold(m_busy);
    const auto gone = co_await m_session->logout();
    const auto forgotten = co_await RootKeys(m_folder).forget();
    close();
    m_key = {};
    co_return gone ? forgotten : gone;
}

void Account::close()
{
    if (m_session) {
        m_beforeClose();
        m_session.release()->deleteLater(); // its own answer may have brought us here
    }
}

} // namespace cli
