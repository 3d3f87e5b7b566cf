// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key of dehydrated devices in secret storage: when it is put there, when it is taken out, and
// what the engine does with a device that it opens.

#include "crypto/dehydration/devicepickle.h"
#include "support/recovering.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing::recovering;
using namespace Qt::StringLiterals;
using testing::must;
using testing::secret;
using Errand = crypto::Dehydration::Errand;

namespace {

void supports(engine::EncryptionJobs& jobs, bool exists)
{
    must(jobs.dehydrate([=](crypto::Dehydration& d) { d.serverSaid(true, exists); }));
}

//! The server's answer with a device that is sealed under this key.
QByteArray answerWith(const SecretBytes& key)
{
    const auto secrets = crypto::makeDeviceSecrets(1);
    const QByteArray id = must(crypto::x25519Public(secrets.curve25519));
    return toJson(QJsonObject{{u"device_id"_s, QString::fromLatin1(id)},
                              {u"device_data"_s, must(crypto::sealDevice(secrets, key))}});
}

} // namespace

TEST_CASE("a key for dehydrated devices is put only under a storage key that is proven")
{
    for (const bool supported : {true, false}) {
        for (const bool proven : {true, false}) {
            Opened opened;
            const Identity identity;
            Stored stored(identity);
            auto& jobs = opened.engine->encryption();
            if (supported) {
                supports(jobs, false);
            }
            if (!proven) {
                stored.storage.description.remove("iv"_L1);
                stored.storage.description.remove("mac"_L1);
            }
            must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
            const auto result = must(jobs.openStorage(stored.storage, stored.text, {}));
            CHECK(result.missing.size() == (supported && proven ? 1 : 0));
            CHECK(must(jobs.dehydrationErrand()) == Errand::None); // it does not lie there yet
            must(jobs.dehydrate([](crypto::Dehydration& d) { d.keyStored(); }));
            const bool makes = must(jobs.dehydrationErrand()) == Errand::Create;
            CHECK(makes == (supported && proven));
        }
    }
}

TEST_CASE("the key in secret storage wakes a device, in the hands of its owner")
{
    for (const bool isOwn : {true, false}) {
        Opened opened;
        const Identity identity;
        Stored stored(identity);
        stored.put(crypto::dehydrationSecret, secret('d'));
        auto& jobs = opened.engine->encryption();
        supports(jobs, true);
        const KeyPair foreign = crypto::ed25519Generate();
        must(jobs.keysAnswered(UserId(own), identity.answer(isOwn ? identity.master : foreign)));
        const auto result = jobs.openStorage(stored.storage, stored.text, {});
        CHECK(result.has_value() == isOwn);
        CHECK(must(jobs.dehydrationErrand()) == (isOwn ? Errand::Rehydrate : Errand::None));
        CHECK((isOwn && !result->missing.empty()) == false);
        CHECK(jobs.beginRehydration(answerWith(secret('d'))).has_value() == isOwn);
    }
}

TEST_CASE("a broken key of dehydrated devices does not spoil a recovery")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    stored.storage.secrets[crypto::dehydrationSecret] = {{u"iv"_s, u"AAAA"_s}};
    auto& jobs = opened.engine->encryption();
    supports(jobs, true);
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    const auto result = must(jobs.openStorage(stored.storage, stored.text, {}));
    CHECK(must(jobs.status()).identityTrusted);
    CHECK(result.missing.size() == 1); // another in its place
}

TEST_CASE("pages are read while a device is awake; one that does not open is replaced")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    stored.put(crypto::dehydrationSecret, secret('d'));
    auto& jobs = opened.engine->encryption();
    supports(jobs, true);
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    must(jobs.openStorage(stored.storage, stored.text, {}));
    const QByteArray page = R"({"events":[{"type":"m.x","sender":"@a:x.fr"}],"next_batch":"d7"})";
    CHECK_FALSE(jobs.rehydrateSome(page)); // nothing is awake
    CHECK_FALSE(jobs.beginRehydration(answerWith(secret('e'))));
    CHECK_FALSE(jobs.beginRehydration("{}"));
    REQUIRE(jobs.beginRehydration(answerWith(secret('d'))));
    CHECK(must(jobs.rehydrateSome(page)).next == u"d7"_s);
    CHECK(must(jobs.rehydrateSome(R"({"events":[{}]})")).next.isEmpty());
    CHECK(must(jobs.rehydrateSome(R"({"events":[],"next_batch":"d7"})")).next.isEmpty());
    CHECK_FALSE(jobs.rehydrateSome(R"({"events":7})"));
    must(jobs.endRehydration());
    CHECK_FALSE(jobs.rehydrateSome(page));
    CHECK(must(jobs.dehydrationErrand()) == Errand::Create);
    const QJsonObject body = must(jobs.createDehydrated());
    CHECK(body.value("device_keys"_L1).toObject().value("dehydrated"_L1) == true);
    must(jobs.dehydrate([](crypto::Dehydration& d) { d.created(); }));
    CHECK(must(jobs.dehydrationErrand()) == Errand::None);
    CHECK(must(jobs.status()).dehydratedDevice);
}

TEST_CASE("with the identity its dehydrated device goes")
{
    Opened opened;
    const Identity identity;
    Stored stored(identity);
    stored.put(crypto::dehydrationSecret, secret('d'));
    auto& jobs = opened.engine->encryption();
    supports(jobs, true);
    must(jobs.keysAnswered(UserId(own), identity.answer(identity.master)));
    must(jobs.openStorage(stored.storage, stored.text, {}));
    must(jobs.createIdentity());
    must(jobs.identityPublished(true));
    CHECK(must(jobs.dehydrationErrand()) == Errand::Remove);
    CHECK_FALSE(jobs.beginRehydration(answerWith(secret('d'))));
}
