// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A room that was upgraded: whether the one before was encrypted is known, so that nobody goes on
// in clear unawares.

#include "engine/engine.h"
#include "support/peer.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

struct Upgraded {
    Upgraded()
    {
        open();
        engine::Account account;
        account.user = UserId(u"@ann:x.fr"_s);
        account.device = DeviceId(u"A"_s);
        account.homeserver = QUrl(u"https://x.fr"_s);
        account.accessToken = "token";
        must(engine->saveAccount(account));
    }

    void open()
    {
        engine.reset();
        engine = must(engine::Engine::open({folder.path(), secret('r'), &clock, "Europe/Paris"}));
    }

    void enter(const QString& room, const QString& before, bool encrypted)
    {
        QJsonObject create{{u"room_version"_s, u"10"_s}};
        if (!before.isEmpty()) {
            create.insert(u"predecessor"_s, QJsonObject{{u"room_id"_s, before}});
        }
        QJsonArray events{
            state(u"m.room.create"_s, {}, create),
            state(u"m.room.member"_s, u"@ann:x.fr"_s, {{u"membership"_s, u"join"_s}})};
        if (encrypted) {
            events.append(
                state(u"m.room.encryption"_s, {}, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        }
        const QJsonObject joined{{u"timeline"_s, QJsonObject{{u"events"_s, events}}}};
        must(engine->applySync(toJson(
            QJsonObject{{u"next_batch"_s, u"s%1"_s.arg(++m_count)},
                        {u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{room, joined}}}}}})));
    }

    rooms::RoomSummary room(const QString& id) { return must(engine->room(RoomId(id))); }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<engine::Engine> engine;

private:
    QJsonObject state(const QString& type, const QString& key, const QJsonObject& content)
    {
        return {{u"type"_s, type},
                {u"state_key"_s, key},
                {u"sender"_s, u"@ann:x.fr"_s},
                {u"event_id"_s, u"$e%1"_s.arg(++m_count)},
                {u"origin_server_ts"_s, m_count},
                {u"content"_s, content}};
    }

    int m_count = 0;
};

} // namespace

TEST_CASE("E66: the successor of an encrypted room is known to be one")
{
    Upgraded all;
    all.enter(u"!secret:x.fr"_s, {}, true);
    all.enter(u"!open:x.fr"_s, {}, false);
    all.enter(u"!fromSecret:x.fr"_s, u"!secret:x.fr"_s, false);
    all.enter(u"!stillSecret:x.fr"_s, u"!secret:x.fr"_s, true);
    all.enter(u"!fromOpen:x.fr"_s, u"!open:x.fr"_s, false);
    all.enter(u"!fromNowhere:x.fr"_s, u"!never:x.fr"_s, false);
    all.enter(u"!fromNonsense:x.fr"_s, u"nonsense"_s, false);
    for (int start = 0; start < 2; ++start) {
        CHECK(all.room(u"!fromSecret:x.fr"_s).predecessorEncrypted);
        CHECK_FALSE(all.room(u"!fromSecret:x.fr"_s).encrypted);
        CHECK(all.room(u"!stillSecret:x.fr"_s).predecessorEncrypted);
        CHECK(all.room(u"!stillSecret:x.fr"_s).encrypted);
        for (const QString& other : {u"!secret:x.fr"_s, u"!open:x.fr"_s, u"!fromOpen:x.fr"_s,
                                     u"!fromNowhere:x.fr"_s, u"!fromNonsense:x.fr"_s}) {
            CHECK_FALSE(all.room(other).predecessorEncrypted);
        }
        all.open(); // the list of a later start says the same
    }
}
