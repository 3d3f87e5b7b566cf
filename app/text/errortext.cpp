// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Error -> a sentence for people. What failed, why if known, what to do.
#include "text/words.h"

namespace app {

using client::Error;
using Kind = Error::Kind;

namespace {

int secondsOf(const Error& error)
{
    const auto wait = error.retryAfter.value_or(std::chrono::milliseconds{0});
    return int((wait.count() + 999) / 1000);
}

} // namespace

QString Words::error(const Error& error) const
{
    switch (error.kind) {
    case Kind::Offline:
        return tr("The server cannot be reached. Check your network connection.");
    case Kind::Timeout:
        return tr("The server did not answer in time. Try again.");
    case Kind::RateLimited:
        return error.retryAfter
                   ? tr("Too many requests. Try again in %n second(s).", nullptr, secondsOf(error))
                   : tr("Too many requests. Try again in a moment.");
    case Kind::SignedOut:
        return tr("Your session has ended. Sign in again.");
    case Kind::Forbidden:
        return tr("You are not allowed to do this.");
    case Kind::NotFound:
        return tr("This does not exist, or you do not have access to it.");
    case Kind::Server:
        return tr("The server has a problem. Try again later.");
    case Kind::Malformed:
        return tr("The server gave an answer that makes no sense. Try again later.");
    case Kind::Tls:
        return tr("The server's certificate is not valid. The connection was refused.");
    case Kind::NotMatrix:
        return tr("This address is not that of a Matrix server.");
    case Kind::Crypto:
        return tr("An encryption check failed. Nothing was shown or sent.");
    case Kind::DiskFull:
        return tr("There is no space left on this computer.");
    case Kind::Unsupported:
        return tr("The server does not offer this.");
    case Kind::Cancelled:
        return tr("It was stopped.");
    case Kind::Invalid:
        return error.errcode == QLatin1StringView("M_TOO_LARGE")
                   ? tr("The server refuses files of this size.")
                   : tr("This cannot be done as asked.");
    default:
        return storeError(error);
    }
}

QString Words::storeError(const Error& error) const
{
    switch (error.kind) {
    case Kind::WrongKey:
        return tr("The key of your messages on this computer is not the right one.");
    case Kind::Damaged:
        return tr("Your messages on this computer are damaged. The file was kept; sign in again to "
                  "make a new one.");
    case Kind::TooNew:
        return tr("Your messages were written by a newer version of this program. Update it.");
    case Kind::Busy:
        return tr("Another window of this program already uses this account.");
    default:
        return tr("Your messages on this computer cannot be read or written.");
    }
}

QString Words::loginError(const Error& error) const
{
    if (error.errcode == QLatin1StringView("M_USER_DEACTIVATED")) {
        return tr("This account has been deactivated.");
    }
    switch (error.kind) {
    case Kind::Forbidden:
        return tr("The username or the password is incorrect.");
    case Kind::Offline:
        return tr("This server was not found. Check its name and your network connection.");
    case Kind::NotMatrix:
        return tr("This server is not a Matrix server.");
    case Kind::NotFound:
        return tr("This server was not found. Check its name.");
    case Kind::Unsupported:
        return tr("This server does not accept passwords.");
    case Kind::Invalid:
        return tr("This is not the address of a server. Example: agent.dinum.tchap.gouv.fr");
    default:
        return this->error(error);
    }
}

QString Words::faultTitle(const Error& error) const
{
    switch (error.kind) {
    case Kind::Busy:
        return tr("Already open");
    case Kind::TooNew:
        return tr("A newer version is needed");
    case Kind::DiskFull:
        return tr("No space left");
    case Kind::WrongKey:
        return tr("The key does not fit");
    default:
        return tr("Your messages cannot be opened");
    }
}

QString Words::sendFailure(const client::timeline::TimelineItem& item) const
{
    if (item.sendErrcode == QLatin1StringView("IDENTITY_CHANGED")) {
        return tr(
            "Not sent: the digital identity of somebody here has changed. Settle this first.");
    }
    if (item.sendErrcode == QLatin1StringView("OWN_KEYS_FOREIGN")) {
        return tr("Not sent: this device must be signed in again.");
    }
    const QString& why = item.sendError;
    const auto is = [&why](Kind kind) { return why == client::kindName(kind); };
    if (is(Kind::Forbidden)) {
        return tr("Not sent: you are not allowed to write here.");
    }
    if (is(Kind::Invalid)) {
        return tr("Not sent: too large.");
    }
    if (is(Kind::Crypto)) {
        return tr("Not sent: it could not be encrypted.");
    }
    return tr("Not sent.");
}

QString Words::offline() const
{
    return tr("You are offline. Your messages will be sent when you are back online.");
}

QString Words::connecting() const
{
    return tr("Connecting…");
}

QString Words::signedOut() const
{
    return tr("Your session has ended. Sign in again to send and receive messages.");
}

QString Words::fileSaved(const QString& path) const
{
    return tr("File saved: %1").arg(path);
}

QString Words::fileExists() const
{
    return tr("A file of this name is already there. Choose another name.");
}

QString Words::tooLarge(const QString& name) const
{
    return tr("“%1” is too large to be sent.").arg(name);
}

QString Words::cannotRead(const QString& name) const
{
    return tr("“%1” cannot be read.").arg(name);
}

QString Words::newMessages(int count, const QString& from) const
{
    return count == 1 ? tr("New message from %1").arg(from)
                      : tr("%n new message(s)", nullptr, count);
}

QString Words::copied() const
{
    return tr("Text copied");
}

QString Words::passphraseWrong() const
{
    return tr("This passphrase is not the right one.");
}

QString Words::passphraseShort() const
{
    return tr("Choose a passphrase of at least 8 characters.");
}

QString Words::userIdInvalid() const
{
    return tr("This is not a person's address. Example: @camille:example.fr");
}

QString Words::roomAddressInvalid() const
{
    return tr("This is not a room's address. Example: #projet:example.fr");
}

QString Words::fieldMissing() const
{
    return tr("Fill in this field.");
}

} // namespace app
