// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Identity, recovery, devices and verification in plain words.
#include "crypto/verification/emoji.h"
#include "text/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

using client::Error;
using Kind = Error::Kind;

QString Words::securityError(const Error& error) const
{
    switch (error.kind) {
    case Kind::Forbidden:
        return error.errcode == "M_FORBIDDEN"_L1 ? tr("This password is not the right one.")
                                                 : this->error(error);
    case Kind::WrongKey:
        return tr("This is not the right recovery code. Check every character.");
    case Kind::Malformed:
        return tr("This is not a recovery code, or a character is missing.");
    case Kind::NotFound:
        return tr("There is nothing to restore: no recovery code was set up.");
    case Kind::Invalid:
        return tr("Your digital identity is on another device. Confirm this device first.");
    case Kind::Unsupported:
        return tr("The server does not allow this here. Use the account’s web page.");
    default:
        return this->error(error);
    }
}

QString Words::keysError(const Error& error) const
{
    switch (error.kind) {
    case Kind::WrongKey:
    case Kind::Crypto:
        return tr("This passphrase does not open this file.");
    case Kind::Malformed:
        return tr("This file does not hold keys of messages.");
    case Kind::Invalid:
        return fileExists();
    case Kind::NotFound:
        return tr("This file cannot be read.");
    default:
        return error.kind == Kind::DiskFull ? this->error(error) : tr("This file cannot be used.");
    }
}

QString Words::signOutError(const Error& error) const
{
    return error.kind == Kind::NotFound ? tr("This device is already signed out.")
                                        : securityError(error);
}

QString Words::deviceTrust(const QString& trust) const
{
    if (trust == "unsigned"_L1) {
        return tr("Not confirmed by its owner");
    }
    if (trust == "blocked"_L1) {
        return tr("Blocked: it receives no messages from here");
    }
    if (trust == "unknown"_L1) {
        return tr("Does not read encrypted messages");
    }
    return {};
}

QString Words::lastSeen(qint64 timestamp, const QString& address) const
{
    if (timestamp <= 0) {
        return {};
    }
    const QString when = tr("%1, %2", "day, then time").arg(day(timestamp), time(timestamp));
    //: when, then the network address
    return address.isEmpty() ? when : tr("%1 · address %2").arg(when, address);
}

QString Words::deviceName(const QString& name, const QString& id) const
{
    return name.simplified().isEmpty() ? tr("Device %1").arg(id) : name.simplified();
}

QString Words::fingerprint(const QString& key) const
{
    QString grouped;
    for (qsizetype at = 0; at < key.size(); at += 4) {
        grouped += (at == 0 ? QString() : u" "_s) + key.mid(at, 4);
    }
    return grouped;
}

QString Words::verificationEnded(const QString& code, bool byUs, const QString& who) const
{
    if (code == "m.user"_L1) {
        if (byUs) {
            return tr("You cancelled the verification.");
        }
        return who.isEmpty() ? tr("The verification was cancelled on the other device.")
                             : tr("%1 cancelled the verification.").arg(who);
    }
    if (code == "m.timeout"_L1) {
        return tr("Nobody answered in time. Start again when both of you are ready.");
    }
    if (code == "m.accepted"_L1) {
        return tr("The request was answered on another device.");
    }
    if (code == "m.mismatched_sas"_L1) {
        return tr("The symbols differ: somebody may be listening. Do not send anything "
                  "confidential and tell your security contact.");
    }
    if (code == "m.key_mismatch"_L1 || code == "m.user_mismatch"_L1 ||
        code == "m.mismatched_commitment"_L1) {
        return tr("The keys differ from those that were expected. Nothing was verified. Tell your "
                  "security contact.");
    }
    if (code == "m.unknown_method"_L1) {
        return tr("The two programs know no common way of verifying. Update both of them.");
    }
    if (code == "m.unknown_transaction"_L1 || code == "m.unexpected_message"_L1 ||
        code == "m.invalid_message"_L1) {
        return tr("The other device answered in a way that makes no sense. Start again.");
    }
    return tr("The verification ended before it was finished. Nothing was verified.");
}

QString Words::emojiSymbol(int number) const
{
    return client::crypto::sasEmojiAt(number).symbol;
}

//! By the specification's own words, so that both sides read the same ones aloud.
QString Words::emojiName(int number) const
{
    const auto emoji = client::crypto::sasEmojiAt(number);
    return QLocale().language() == QLocale::French ? emoji.french : emoji.english;
}

QString Words::codeCopied() const
{
    return tr("Recovery code copied. It is removed from the clipboard in one minute.");
}

QString Words::codeForgotten() const
{
    return tr("The recovery code was removed from the clipboard.");
}

QString Words::keysExported(int count) const
{
    return tr("%n key(s) saved in the file.", nullptr, count);
}

QString Words::keysImported(int count, int total) const
{
    return count == 0 && total > 0 ? tr("All the keys of this file were already here.")
                                   : tr("%n key(s) added.", nullptr, count);
}

QString Words::keysRestored(int count) const
{
    return tr("%n key(s) restored.", nullptr, count);
}

QString Words::noQrFound() const
{
    return tr("No QR code was found in this picture. Take it closer and without reflections.");
}

QString Words::wrongQr() const
{
    return tr("This QR code does not belong to this verification.");
}

QString Words::devicesSignedOut(int count) const
{
    return tr("%n device(s) signed out.", nullptr, count);
}

QString Words::recoveryFile(const QString& user, const QString& code) const
{
    return tr("Recovery code of %1").arg(user) + u"\n\n"_s + code + u"\n\n"_s +
           tr("Keep it in a safe place. Whoever has it can read your messages.") + u'\n';
}

} // namespace app
