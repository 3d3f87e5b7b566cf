// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which function answers which method, and what is told about encryption unasked.

#include "cryptojson.h"
#include "server.h"
#include "session/encryption.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace cli {

Server::Method Server::find(const QString& name)
{
    static const QHash<QString, Method> methods{
        {u"session.login"_s, &Server::login},        {u"session.restore"_s, &Server::restore},
        {u"session.logout"_s, &Server::logout},      {u"session.status"_s, &Server::status},
        {u"session.version"_s, &Server::version},    {u"sync.start"_s, &Server::startSync},
        {u"sync.stop"_s, &Server::stopSync},         {u"sync.waitIdle"_s, &Server::waitIdle},
        {u"rooms.list"_s, &Server::listRooms},       {u"rooms.create"_s, &Server::createRoom},
        {u"rooms.join"_s, &Server::joinRoom},        {u"rooms.leave"_s, &Server::leaveRoom},
        {u"rooms.invite"_s, &Server::inviteTo},      {u"rooms.kick"_s, &Server::kickFrom},
        {u"rooms.members"_s, &Server::members},      {u"rooms.markRead"_s, &Server::markRead},
        {u"rooms.typing"_s, &Server::typing},        {u"timeline.get"_s, &Server::timeline},
        {u"message.send"_s, &Server::sendMessage},   {u"message.edit"_s, &Server::editMessage},
        {u"message.react"_s, &Server::react},        {u"message.redact"_s, &Server::redact},
        {u"message.waitSent"_s, &Server::waitSent},  {u"message.cancel"_s, &Server::cancelMessage},
        {u"message.retry"_s, &Server::retryMessage}, {u"file.send"_s, &Server::sendFile},
        {u"file.save"_s, &Server::saveFile},
    };
    return methods.value(name, findConversation(name));
}

Server::Method Server::findConversation(const QString& name)
{
    static const QHash<QString, Method> methods{
        {u"thread.list"_s, &Server::listThreads},
        {u"poll.create"_s, &Server::createPoll},
        {u"poll.vote"_s, &Server::votePoll},
        {u"poll.close"_s, &Server::closePoll},
        {u"pins.list"_s, &Server::listPins},
        {u"pins.set"_s, &Server::setPin},
        {u"message.history"_s, &Server::messageHistory},
        {u"message.reactions"_s, &Server::messageReactions},
        {u"message.source"_s, &Server::messageSource},
        {u"message.forward"_s, &Server::forwardMessage},
    };
    return methods.value(name, findEncryption(name));
}

Server::Method Server::findEncryption(const QString& name)
{
    static const QHash<QString, Method> methods{
        {u"crypto.status"_s, &Server::cryptoStatus},
        {u"crypto.bootstrap"_s, &Server::bootstrap},
        {u"crypto.recover"_s, &Server::recover},
        {u"crypto.resetIdentity"_s, &Server::resetIdentity},
        {u"crypto.exportKeys"_s, &Server::exportKeys},
        {u"crypto.importKeys"_s, &Server::importKeys},
        {u"crypto.restoreBackup"_s, &Server::restoreBackup},
        {u"crypto.keepBackup"_s, &Server::keepBackup},
        {u"crypto.policy"_s, &Server::policy},
        {u"crypto.identity"_s, &Server::identity},
        {u"crypto.acknowledge"_s, &Server::acknowledge},
        {u"crypto.changedIdentities"_s, &Server::changedIdentities},
        {u"devices.list"_s, &Server::listDevices},
        {u"devices.rename"_s, &Server::renameDevice},
        {u"devices.signOut"_s, &Server::signOutDevices},
        {u"devices.block"_s, &Server::blockDevice},
        {u"devices.seen"_s, &Server::devicesSeen},
        {u"crypto.restoredSeen"_s, &Server::restoredSeen},
        {u"verification.request"_s, &Server::requestVerification},
        {u"verification.accept"_s, &Server::acceptVerification},
        {u"verification.startSas"_s, &Server::startSas},
        {u"verification.confirm"_s, &Server::confirmVerification},
        {u"verification.mismatch"_s, &Server::mismatchVerification},
        {u"verification.cancel"_s, &Server::cancelVerification},
        {u"verification.qr"_s, &Server::verificationQr},
        {u"verification.scanned"_s, &Server::verificationScanned},
        {u"verification.list"_s, &Server::listVerifications},
    };
    return methods.value(name, findSearch(name));
}

void Server::followEncryption(client::session::Session* session)
{
    followSearch(session);
    using client::session::Encryption;
    const Encryption* encryption = &session->encryption();
    connect(encryption, &Encryption::verificationChanged, this,
            [this](const client::crypto::VerificationView& view) {
                write(notification(u"verification.changed"_s, toJson(view)));
            });
    connect(encryption, &Encryption::statusChanged, this,
            [this] { write(notification(u"crypto.statusChanged"_s, {})); });
    connect(encryption, &Encryption::restoring, this, [this](int done, int total) {
        write(notification(u"crypto.restoring"_s, {{u"done"_s, done}, {u"total"_s, total}}));
    });
    connect(session, &client::session::Session::browserNeeded, this, [this](const QUrl& page) {
        write(notification(u"session.browserNeeded"_s,
                           {{u"url"_s, page.toString(QUrl::FullyEncoded)}}));
    });
}

} // namespace cli
