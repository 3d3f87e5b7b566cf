// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Forger: a device with real keys and real Olm, whose owner writes into its messages what he likes.
#pragma once

#include "base/canonicaljson.h"
#include "crypto/machine/context.h"
#include "crypto/olm/olmaccount.h"
#include "support/two.h"

namespace testing {

class Forger {
public:
    Forger(QString ofUser, QString ofDevice)
        : user(std::move(ofUser))
        , device(std::move(ofDevice))
        , account(must(client::crypto::Account::create()))
        , m_session(client::crypto::Session::blank())
    {}

    QJsonObject withSignature(QJsonObject object) const
    {
        const QByteArray signature = must(account.sign(must(client::signableJson(object))));
        object.insert(u"signatures"_s,
                      QJsonObject{{user, QJsonObject{{u"ed25519:"_s + device,
                                                      QString::fromLatin1(signature)}}}});
        return object;
    }

    //! The object of /keys/query before it is signed.
    QJsonObject unsignedKeys() const
    {
        return {{u"user_id"_s, user},
                {u"device_id"_s, device},
                {u"algorithms"_s,
                 QJsonArray{client::crypto::olmAlgorithm, client::crypto::megolmAlgorithm}},
                {u"keys"_s, QJsonObject{{u"curve25519:"_s + device, curve25519()},
                                        {u"ed25519:"_s + device, ed25519()}}}};
    }

    QJsonObject keys() const { return withSignature(unsignedKeys()); }

    void publish(ModelServer& server) const
    {
        server.users[user][device].keys = keys();
        server.changedUsers.append(user);
    }

    QString curve25519() const { return QString::fromLatin1(account.curve25519()); }

    QString ed25519() const { return QString::fromLatin1(account.ed25519()); }

    //! A session from one of the peer's keys, as the server gives it.
    void meet(ModelServer& server, Peer& peer)
    {
        client::crypto::OutgoingRecord claim;
        claim.kind = client::crypto::OutgoingRecord::Kind::KeysClaim;
        claim.body = {
            {u"one_time_keys"_s,
             QJsonObject{
                 {peer.user(), QJsonObject{{peer.device(), client::crypto::oneTimeAlgorithm}}}}}};
        const QJsonObject given = server.handle(user, device, claim)
                                      .value("one_time_keys"_L1)
                                      .toObject()
                                      .value(peer.user())
                                      .toObject()
                                      .value(peer.device())
                                      .toObject();
        usedKey = given.begin().value().toObject().value("key"_L1).toString();
        m_session =
            must(account.createOutbound(must(peer.machine().ownCurve25519()), usedKey.toLatin1()));
    }

    //! What an honest device puts into an Olm message.
    QJsonObject payload(Peer& to, const QString& type, const QJsonObject& content) const
    {
        const QString theirs = QString::fromLatin1(must(to.machine().ownEd25519()));
        return {{u"type"_s, type},
                {u"content"_s, content},
                {u"sender"_s, user},
                {u"recipient"_s, to.user()},
                {u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, theirs}}},
                {u"keys"_s, QJsonObject{{u"ed25519"_s, ed25519()}}},
                {u"sender_device_keys"_s, keys()}};
    }

    QJsonObject seal(Peer& to, const QJsonObject& payload)
    {
        const auto message = must(m_session.encrypt(client::toJson(payload)));
        const QJsonObject sealed{{u"type"_s, message.type},
                                 {u"body"_s, QString::fromLatin1(message.body)}};
        const QString theirs = QString::fromLatin1(must(to.machine().ownCurve25519()));
        return {{u"algorithm"_s, client::crypto::olmAlgorithm},
                {u"sender_key"_s, curve25519()},
                {u"ciphertext"_s, QJsonObject{{theirs, sealed}}}};
    }

    //! By the next sync. True: it was taken.
    bool send(Peer& to, const QJsonObject& payload)
    {
        return give(to, user, u"m.room.encrypted"_s, seal(to, payload)) == 0;
    }

    bool sayHello(Peer& to) { return send(to, payload(to, u"m.dummy"_s, {})); }

    QString user, device;
    client::crypto::Account account;
    QString usedKey; //!< the peer's key that the session was made with

private:
    client::crypto::Session m_session;
};

} // namespace testing
