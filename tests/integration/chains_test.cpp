// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the own identity to a device of somebody else: each link, broken by itself. All else in a
// chain is signed as it should be, so that only the one check can find the fault.

#include "base/canonicaljson.h"
#include "crypto/primitives/curves.h"
#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace client;
using namespace testing;

namespace {

//! What Bob publishes, before Alice has seen any of it.
struct Chain {
    ModelServer server;
    FakeClock clock;
    Peer own{server, alice.toString(), u"A1"_s, clock};
    Peer theirs{server, bob.toString(), u"B1"_s, clock};

    Chain()
    {
        follow(theirs, {bob});
        settle({&theirs, &own});
        makeIdentity(own, server);
        makeIdentity(theirs, server);
        settle({&theirs, &own});
    }

    QJsonObject part(const QString& name)
    {
        return server.identities[bob.toString()].value(name).toObject();
    }

    void put(const QString& name, const QJsonObject& key)
    {
        server.identities[bob.toString()].insert(name, key);
    }

    SecretBytes seed(const QString& name)
    {
        return use(theirs, [&](MachineParts& parts) {
            return parts.identities.seed(u"m.cross_signing."_s + name);
        });
    }

    //! Signed anew by `seed` alone, under its own name or under another.
    static QJsonObject signedBy(const SecretBytes& seed, QJsonObject object, QString name = {})
    {
        object.remove("signatures"_L1);
        const QByteArray key = must(crypto::ed25519Public(seed));
        name = name.isEmpty() ? QString::fromLatin1(key) : name;
        const QByteArray signature = must(crypto::ed25519Sign(seed, must(signableJson(object))));
        object.insert(u"signatures"_s,
                      QJsonObject{{bob.toString(), QJsonObject{{u"ed25519:"_s + name,
                                                                QString::fromLatin1(signature)}}}});
        return object;
    }

    //! The self-signing key with a change, and what it signs.
    void changeSelfSigning(const std::function<void(QJsonObject&)>& change)
    {
        QJsonObject key = part(u"self_signing_key"_s);
        change(key);
        put(u"self_signing_key"_s, signedBy(seed(u"master"_s), key));
    }

    QString nameOf(const QString& part)
    {
        return this->part(part).value("keys"_L1).toObject().begin().value().toString();
    }

    QJsonObject& device() { return server.users[bob.toString()][u"B1"_s].keys; }

    struct Seen {
        bool identity = false, deviceSigned = false, verified = false;
        bool operator==(const Seen&) const = default;
    };

    //! Alice looks, and signs what she can.
    Seen seen()
    {
        follow(own, {alice, bob});
        server.changedUsers.append(bob.toString());
        settle({&own});
        return use(own, [](MachineParts& parts) {
            crypto::Context& c = parts.context;
            const auto identity = must(c.store.identity(bob));
            const auto device = must(c.store.device(bob, DeviceId(u"B1"_s)));
            if (identity) {
                parts.identities.signUser(bob, identity->master);
            }
            return Seen{parts.identities.hasIdentity(bob),
                        device && parts.identities.isSignedByOwner(*device),
                        parts.identities.isVerified(bob)};
        });
    }
};

Chain::Seen with(const std::function<void(Chain&)>& spoil)
{
    Chain chain;
    spoil(chain);
    return chain.seen();
}

constexpr Chain::Seen whole{.identity = true, .deviceSigned = true, .verified = true};
constexpr Chain::Seen nobody{};
constexpr Chain::Seen noDevice{.identity = true, .deviceSigned = false, .verified = true};

void change(Chain& chain, const QString& part, const std::function<void(QJsonObject&)>& spoil)
{
    QJsonObject key = chain.part(part);
    spoil(key);
    chain.put(part, key);
}

} // namespace

TEST_CASE("E64: a chain that is whole reaches the person and the device")
{
    CHECK(with([](Chain&) {}) == whole);
}

TEST_CASE("E64: a master key that is not one of this person makes no identity")
{
    const QString master = u"master_key"_s;
    const auto spoilt = [&](const std::function<void(QJsonObject&)>& spoil) {
        return with([&](Chain& chain) { change(chain, master, spoil); });
    };
    CHECK(spoilt([](QJsonObject& key) { key.insert(u"usage"_s, QJsonArray{u"self_signing"_s}); }) ==
          nobody);
    CHECK(spoilt([](QJsonObject& key) {
              key.insert(u"usage"_s, QJsonArray{u"master"_s, u"self_signing"_s});
          }) == nobody);
    CHECK(spoilt([](QJsonObject& key) { key.insert(u"user_id"_s, alice.toString()); }) == nobody);
    CHECK(spoilt([](QJsonObject& key) {
              QJsonObject keys = key.value("keys"_L1).toObject();
              const QString more = QString::fromLatin1(crypto::ed25519Generate().publicKey);
              keys.insert(u"ed25519:"_s + more, more);
              key.insert(u"keys"_s, keys);
          }) == nobody);
    CHECK(spoilt([](QJsonObject& key) {
              const QJsonValue value = key.value("keys"_L1).toObject().begin().value();
              key.insert(u"keys"_s, QJsonObject{{u"ed25519:autre"_s, value}});
          }) == nobody);
}

TEST_CASE("E64: a self-signing key that is not what it must be signs no device")
{
    const auto spoilt = [](const std::function<void(QJsonObject&)>& spoil) {
        return with([&](Chain& chain) { chain.changeSelfSigning(spoil); });
    };
    CHECK(spoilt([](QJsonObject&) {}) == whole);
    CHECK(spoilt([](QJsonObject& key) { key.insert(u"usage"_s, QJsonArray{u"user_signing"_s}); }) ==
          noDevice);
    CHECK(spoilt([](QJsonObject& key) { key.insert(u"user_id"_s, alice.toString()); }) == noDevice);
    CHECK(spoilt([](QJsonObject& key) {
              QJsonObject keys = key.value("keys"_L1).toObject();
              const QString more = QString::fromLatin1(crypto::ed25519Generate().publicKey);
              keys.insert(u"ed25519:"_s + more, more);
              key.insert(u"keys"_s, keys);
          }) == noDevice);
    CHECK(with([](Chain& chain) {
              change(chain, u"self_signing_key"_s,
                     [](QJsonObject& key) { key.remove("signatures"_L1); });
          }) == noDevice);
    CHECK(with([](Chain& chain) { // another's signature under the name of the master key
              chain.put(u"self_signing_key"_s, Chain::signedBy(crypto::ed25519Generate().secret,
                                                               chain.part(u"self_signing_key"_s),
                                                               chain.nameOf(u"master_key"_s)));
          }) == noDevice);
}

TEST_CASE("E64: a device that the self-signing key did not sign is not signed")
{
    const auto spoilt = [](const std::function<QJsonObject(Chain&)>& sign) {
        return with([&](Chain& chain) {
            chain.device() =
                merged(use(chain.theirs, [](MachineParts& p) { return p.keys.deviceKeys(); }),
                       sign(chain));
        });
    };
    const auto bare = [](Chain& chain) { return chain.device(); };
    CHECK(spoilt([&](Chain& chain) {
              return Chain::signedBy(chain.seed(u"self_signing"_s), bare(chain));
          }) == whole);
    CHECK(spoilt([](Chain&) { return QJsonObject(); }) == noDevice);
    CHECK(spoilt([&](Chain& chain) {
              return Chain::signedBy(chain.seed(u"user_signing"_s), bare(chain));
          }) == noDevice);
    CHECK(spoilt([&](Chain& chain) {
              return Chain::signedBy(chain.seed(u"user_signing"_s), bare(chain),
                                     chain.nameOf(u"self_signing_key"_s));
          }) == noDevice);
    CHECK(spoilt([&](Chain& chain) {
              return Chain::signedBy(chain.seed(u"master"_s), bare(chain));
          }) == noDevice);
}

TEST_CASE("E64: nobody is verified by an own identity that is not whole or not one's own")
{
    Chain chain;
    REQUIRE(chain.seen() == whole);
    const auto verified = [&] {
        return use(chain.own, [](MachineParts& parts) { return parts.identities.isVerified(bob); });
    };
    QJsonObject& own = chain.server.identities[alice.toString()];
    const QJsonObject good = own;
    const auto publish = [&](const QJsonObject& identity) {
        own = identity;
        chain.server.changedUsers.append(alice.toString());
        settle({&chain.own});
    };
    QJsonObject bad = good;
    QJsonObject key = good.value("user_signing_key"_L1).toObject();
    key.remove("signatures"_L1);
    bad.insert(u"user_signing_key"_s, key);
    publish(bad);
    CHECK_FALSE(verified());
    publish(good);
    CHECK(verified());
    use(chain.own, [](MachineParts& parts) { // this device does not know whose identity it is
        must(parts.context.store.saveValue(u"trustedMaster"_s, "autre"));
        return true;
    });
    CHECK_FALSE(verified());
}
