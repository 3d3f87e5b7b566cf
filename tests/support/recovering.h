// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An engine over a real store, and somebody's identity and recovery as the server holds them.
#pragma once

#include "base/base64.h"
#include "base/canonicaljson.h"
#include "crypto/primitives/curves.h"
#include "crypto/recovery/recoverykey.h"
#include "crypto/recovery/secretstorage.h"
#include "engine/encryptionjobs.h"
#include "engine/engine.h"
#include "support/peer.h"
#include "support/signatures.h"

namespace testing::recovering {

using namespace client;
using crypto::KeyPair;

inline const QString own = u"@ann:x.fr"_s;

struct Opened {
    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<engine::Engine> engine;

    Opened()
    {
        engine = must(engine::Engine::open({folder.path(), secret('r'), &clock, "Europe/Paris"}));
        engine::Account account;
        account.user = UserId(own);
        account.device = DeviceId(u"ANN"_s);
        account.homeserver = QUrl(u"https://x.fr"_s);
        account.accessToken = "token";
        must(engine->saveAccount(account));
    }
};

inline QJsonObject keyOf(const QString& usage, const KeyPair& pair)
{
    const QString key = QString::fromLatin1(pair.publicKey);
    return {{u"user_id"_s, own},
            {u"usage"_s, QJsonArray{usage}},
            {u"keys"_s, QJsonObject{{u"ed25519:"_s + key, key}}}};
}

inline QJsonObject signedWith(const QJsonObject& object, const KeyPair& pair)
{
    const QString signature =
        QString::fromLatin1(must(crypto::ed25519Sign(pair.secret, must(signableJson(object)))));
    const QJsonObject ofUser{{u"ed25519:"_s + QString::fromLatin1(pair.publicKey), signature}};
    return merged(object, {{u"signatures"_s, QJsonObject{{own, ofUser}}}});
}

struct Identity {
    KeyPair master = crypto::ed25519Generate();
    KeyPair self = crypto::ed25519Generate();
    KeyPair others = crypto::ed25519Generate();

    //! The answer of /keys/query in which `speaker` is the master key.
    QByteArray answer(const KeyPair& speaker) const
    {
        const auto of = [](const QJsonObject& key) { return QJsonObject{{own, key}}; };
        return toJson(QJsonObject{
            {u"device_keys"_s, QJsonObject{{own, QJsonObject()}}},
            {u"failures"_s, QJsonObject()},
            {u"master_keys"_s, of(keyOf(u"master"_s, speaker))},
            {u"self_signing_keys"_s, of(signedWith(keyOf(u"self_signing"_s, self), speaker))},
            {u"user_signing_keys"_s, of(signedWith(keyOf(u"user_signing"_s, others), speaker))}});
    }
};

struct Stored {
    SecretBytes key = secret('4');
    SecretBytes text = crypto::encodeRecoveryKey(secret('4'));
    engine::StorageRead storage;

    explicit Stored(const Identity& identity)
    {
        storage.keyId = u"K"_s;
        storage.description = crypto::describeKey(key, {});
        put(u"m.cross_signing.master"_s, identity.master);
        put(u"m.cross_signing.self_signing"_s, identity.self);
        put(u"m.cross_signing.user_signing"_s, identity.others);
    }

    void put(const QString& name, const KeyPair& pair) { put(name, pair.secret); }

    void put(const QString& name, const SecretBytes& secret)
    {
        QByteArray base64 = encodeBase64(secret.view().toByteArray());
        storage.secrets[name] =
            must(crypto::encryptSecret(key, name, SecretBytes::takeFrom(base64)));
    }
};

} // namespace testing::recovering
