// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server may try while somebody recovers: the engine over a real store.

#include "support/recovering.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing::recovering;
using testing::must;
using namespace Qt::StringLiterals;

TEST_CASE("E59: recovery trusts the identity that its own master key makes")
{
    Opened opened;
    const Identity identity;
    const Stored stored(identity);
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    CHECK(jobs.openStorage(stored.storage, stored.text, {}));
    const auto status = must(jobs.status());
    CHECK(status.identityTrusted);
    CHECK(status.hasIdentityKeys);
}

TEST_CASE("E59: a master key of the server's that signs the person's other keys is not trusted")
{
    Opened opened;
    const Identity identity;
    const Stored stored(identity);
    const KeyPair foreign = crypto::ed25519Generate();
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(foreign)));
    const auto opening = jobs.openStorage(stored.storage, stored.text, {});
    REQUIRE_FALSE(opening);
    CHECK(opening.error().kind == Error::Kind::Invalid);
    const auto status = must(jobs.status());
    CHECK_FALSE(status.identityTrusted);
    CHECK_FALSE(status.hasIdentityKeys);
}

TEST_CASE("E59: a recovery that lost its master key proves nothing")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    stored.storage.secrets.erase(u"m.cross_signing.master"_s);
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    CHECK_FALSE(jobs.openStorage(stored.storage, stored.text, {}));
    CHECK_FALSE(must(jobs.status()).identityTrusted);
}

TEST_CASE("E53: a recovery is never made without all that it has to hold")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    must(jobs.openStorage(stored.storage, stored.text, {}));
    const auto without = jobs.makeStorage({}); // the backup's key is not here
    REQUIRE_FALSE(without);
    CHECK(without.error().kind == Error::Kind::Invalid);
}

TEST_CASE("E63: an identity made here is finished only if it is the one that is public")
{
    Opened opened;
    auto& jobs = opened.engine->encryption();
    const QJsonObject body = must(jobs.createIdentity());
    CHECK_FALSE(must(jobs.identityPending()));
    const Identity other;
    must(jobs.keysAnswered(UserId(own), other.answer(other.master)));
    CHECK_FALSE(must(jobs.identityPending()));
    Opened again;
    auto& jobs2 = again.engine->encryption();
    const QJsonObject made = must(jobs2.createIdentity());
    must(jobs2.keysAnswered(
        UserId(own),
        toJson(QJsonObject{
            {u"device_keys"_s, QJsonObject{{own, QJsonObject()}}},
            {u"master_keys"_s, QJsonObject{{own, made.value("master_key"_L1)}}},
            {u"self_signing_keys"_s, QJsonObject{{own, made.value("self_signing_key"_L1)}}},
            {u"user_signing_keys"_s, QJsonObject{{own, made.value("user_signing_key"_L1)}}}})));
    CHECK(must(jobs2.identityPending()));
}

TEST_CASE("E13: an answer in which the person's server failed takes no devices away")
{
    Opened opened;
    auto& jobs = opened.engine->encryption();
    const Identity identity;
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    const QByteArray failed = R"({"device_keys":{},"failures":{"x.fr":{"status":504}}})";
    const auto result = jobs.keysAnswered(UserId(own), failed);
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == Error::Kind::Server);
}

TEST_CASE("E59: a recovery that proves nothing leaves everything as it was")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    stored.storage.secrets.erase(u"m.cross_signing.master"_s);
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    must(jobs.noteRecovery(true, true));
    CHECK_FALSE(jobs.openStorage(stored.storage, stored.text, {}));
    CHECK(must(jobs.status()).recoveryIncomplete);
}

TEST_CASE("E59: one secret in a strange form does not make the recovery key wrong")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    const QString name = u"m.megolm_backup.v1"_s;
    QByteArray odd = "[1,2,3]";
    stored.storage.secrets[name] =
        must(crypto::encryptSecret(stored.key, name, SecretBytes::takeFrom(odd)));
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    must(jobs.openStorage(stored.storage, stored.text, {}));
    CHECK(must(jobs.status()).hasIdentityKeys);
}

TEST_CASE("E59: without a check of the key, a secret that does not open makes the key wrong")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    stored.storage.description.remove(u"iv"_s);
    stored.storage.description.remove(u"mac"_s);
    stored.storage.secrets[u"m.megolm_backup.v1"_s] = {{u"iv"_s, u"x"_s}};
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    const auto opening = jobs.openStorage(stored.storage, stored.text, {});
    REQUIRE_FALSE(opening);
    CHECK(opening.error().kind == Error::Kind::WrongKey);
}

TEST_CASE("E53: the keys of an identity are here when all three are")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    stored.storage.secrets.erase(u"m.cross_signing.user_signing"_s);
    auto& jobs = opened.engine->encryption();
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    must(jobs.openStorage(stored.storage, stored.text, {}));
    const auto status = must(jobs.status());
    CHECK(status.identityTrusted);
    CHECK_FALSE(status.hasIdentityKeys);
}

TEST_CASE("E63: an identity that was made here and never published does not stay unfinished")
{
    Opened opened;
    auto& jobs = opened.engine->encryption();
    must(jobs.createIdentity());
    CHECK(must(jobs.status()).recoveryIncomplete);
    const Identity other;
    must(jobs.keysAnswered(UserId(own), other.answer(other.master)));
    CHECK_FALSE(must(jobs.status()).recoveryIncomplete);
}
