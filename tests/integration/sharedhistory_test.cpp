// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which sessions may be given to people who join later: said by the sender, kept through every way
// a key travels, never raised by anybody else.

#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using Source = crypto::InboundGroupRecord::Source;

namespace {

const std::array flagNames{u"shared_history"_s, u"m.shared_history"_s,
                           u"org.matrix.msc3061.shared_history"_s};

bool isShared(Peer& peer, const QByteArray& session)
{
    return use(peer, [&](MachineParts& parts) {
        return must(parts.context.store.inboundGroup(room, session))->sharedHistory;
    });
}

bool import(Peer& peer, const QJsonObject& key, Source source)
{
    crypto::CryptoChanges changes;
    return use(peer,
               [&](MachineParts& parts) { return parts.roomKeys.importOne(key, source, changes); });
}

//! `key` with the flag under these names only.
QJsonObject flagged(QJsonObject key, const QJsonObject& flags)
{
    for (const QString& name : flagNames) {
        key.remove(name);
    }
    for (auto it = flags.begin(); it != flags.end(); ++it) {
        key.insert(it.key(), it.value());
    }
    return key;
}

//! A device that has nothing yet.
struct Empty {
    ModelServer server;
    FakeClock clock;
    Peer peer{server, u"@c:x.fr"_s, u"C1"_s, clock};
};

} // namespace

TEST_CASE("a session may be shared as the room's history was visible when it began")
{
    for (const auto& [visibility, shared] : std::map<QString, bool>{{u"shared"_s, true},
                                                                    {u"world_readable"_s, true},
                                                                    {u"invited"_s, false},
                                                                    {u"joined"_s, false}}) {
        Room all;
        const auto say = [&](const QString& word) {
            all.alice1.act([&] { must(all.alice1.machine().setHistoryVisibility(room, word)); });
        };
        say(visibility);
        const QByteArray session = sessionOf(all.message(all.alice1, u"$1"_s));
        CHECK(isShared(all.alice1, session) == shared);
        CHECK(isShared(all.bob1, session) == shared);
        say(shared ? u"joined"_s
                   : u"shared"_s); // said afterwards: a new session, the old as it was
        CHECK(sessionOf(all.message(all.alice1, u"$2"_s)) != session);
        CHECK(isShared(all.alice1, session) == shared);
        CHECK(isShared(all.bob1, session) == shared);
    }
}

TEST_CASE("the flag is read under each of its names, and only when all agree")
{
    Room all;
    const QByteArray session = sessionOf(all.message(all.alice1, u"$1"_s));
    const QJsonObject key = keyOf(all.alice1, session);
    CHECK(key.value(flagNames[0]) == true);
    CHECK_FALSE(key.contains(flagNames[1])); // with the third name a duplicate to the Rust SDK
    CHECK(key.value(flagNames[2]) == true);
    const auto readAs = [&](const QJsonObject& flags) {
        Empty other;
        REQUIRE(import(other.peer, flagged(key, flags), Source::File));
        return isShared(other.peer, session);
    };
    for (const QString& name : flagNames) {
        CHECK(readAs({{name, true}}));
        CHECK_FALSE(readAs({{name, false}}));
        CHECK_FALSE(readAs({{name, 1}}));
        CHECK_FALSE(readAs({{name, u"true"_s}}));
    }
    CHECK_FALSE(readAs({}));
    CHECK_FALSE(readAs({{flagNames[0], true}, {flagNames[2], false}}));
    CHECK(readAs({{flagNames[0], true}, {flagNames[2], true}}));
}

TEST_CASE("of two copies the sender's own word counts, else both must agree")
{
    Room all;
    all.alice1.act([&] { must(all.alice1.machine().setHistoryVisibility(room, u"joined"_s)); });
    const QByteArray secret = sessionOf(all.message(all.alice1, u"$1"_s));
    all.alice1.act([&] { must(all.alice1.machine().setHistoryVisibility(room, u"shared"_s)); });
    const QByteArray open = sessionOf(all.message(all.alice1, u"$2"_s));
    const auto with = [&](const QByteArray& session, bool flag) {
        return flagged(keyOf(all.alice1, session), {{flagNames[0], flag}});
    };
    for (const Source source : {Source::Backup, Source::File, Source::Forwarded}) {
        import(all.bob1, with(secret, true), source); // a lie about what the sender gave
        CHECK_FALSE(isShared(all.bob1, secret));
        import(all.bob1, with(open, false), source);
        CHECK(isShared(all.bob1, open));
        Empty other;
        import(other.peer, with(open, true), source);
        CHECK(isShared(other.peer, open));
        import(other.peer, with(open, false), Source::File); // one of them says no
        CHECK_FALSE(isShared(other.peer, open));
        import(other.peer, with(open, true), source);
        CHECK_FALSE(isShared(other.peer, open));
    }
}

TEST_CASE("the sender's word replaces what others said before")
{
    Room all;
    for (int i = 0; i < 10 && !all.alice1.prepare(room, both); ++i) {
        all.alice1.pump(); // the key is on its way to bob
    }
    const QByteArray session =
        all.alice1.encrypt(room, u"secret"_s).value("session_id"_L1).toString().toLatin1();
    import(all.bob1, flagged(keyOf(all.alice1, session), {{flagNames[0], false}}), Source::Backup);
    CHECK_FALSE(isShared(all.bob1, session));
    settle(all.peers);
    CHECK(isShared(all.bob1, session));
}
