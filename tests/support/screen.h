// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Screen: Alice's program as far as her screen: an Engine over a real store, with the model server
// for its keys and with syncs that the test writes. Her room with Bob is open.
#pragma once

#include "crypto/recovery/backupcipher.h"
#include "engine/encryptionjobs.h"
#include "engine/engine.h"
#include "support/attackroom.h"

namespace testing {

using engine::Engine;

class Screen {
public:
    Screen(ModelServer& server, FakeClock& clock) : m_server(server), m_clock(clock)
    {
        open();
        engine::Account account;
        account.user = alice;
        account.device = DeviceId(u"A1"_s);
        account.homeserver = QUrl(u"https://x.fr"_s);
        account.accessToken = "token";
        must(engine->saveAccount(account));
        sync({state(u"m.room.create"_s, {}, {{u"room_version"_s, u"10"_s}}),
              state(u"m.room.encryption"_s, {}, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}),
              member(alice, u"Alice"_s), member(bob, u"Bob"_s)});
        rest();
    }

    void open()
    {
        engine.reset();
        engine = must(Engine::open({folder.path(), secret('r'), &m_clock, "Europe/Paris"}));
    }

    void makeIdentity()
    {
        m_server.publishIdentity(alice.toString(), must(engine->encryption().createIdentity()));
        note(must(engine->encryption().identityPublished(false)));
    }

    //! One answer of /sync: these events, and what waits for this device.
    void sync(const std::vector<QJsonObject>& events, const QJsonArray& accountData = {})
    {
        auto& device = m_server.users[alice.toString()][u"A1"_s];
        QJsonArray inbox;
        for (const QJsonObject& message : std::exchange(device.inbox, {})) {
            inbox.append(message);
        }
        QJsonArray timeline;
        for (const QJsonObject& event : events) {
            timeline.append(event);
        }
        const QJsonArray changed =
            QJsonArray::fromStringList(m_server.changedUsers.mid(m_seenChanges));
        m_seenChanges = m_server.changedUsers.size();
        QJsonObject body{
            {u"next_batch"_s, u"s%1"_s.arg(++m_syncs)},
            {u"to_device"_s, QJsonObject{{u"events"_s, inbox}}},
            {u"account_data"_s, QJsonObject{{u"events"_s, accountData}}},
            {u"device_lists"_s, QJsonObject{{u"changed"_s, changed}}},
            {u"device_one_time_keys_count"_s,
             QJsonObject{{u"signed_curve25519"_s, int(device.oneTime.size())}}},
            {u"device_unused_fallback_key_types"_s, QJsonArray{u"signed_curve25519"_s}}};
        if (!events.empty()) {
            const QJsonObject joined{{u"timeline"_s, QJsonObject{{u"events"_s, timeline}}}};
            body.insert(u"rooms"_s,
                        QJsonObject{{u"join"_s, QJsonObject{{room.toString(), joined}}}});
        }
        note(must(engine->applySync(toJson(body))));
        while (must(engine->counters()).pendingDecryption > 0) {
            note(must(engine->decryptSome()));
        }
    }

    //! Sends what the machine asks for.
    bool pump()
    {
        const auto requests = must(engine->cryptoRequests());
        bool moved = false;
        for (const auto& request : requests) {
            if (request.kind == ModelServer::Kind::KeysQuery && queriesAreLost) {
                continue;
            }
            moved = true;
            sent.push_back(request);
            const QJsonObject answer = m_server.handle(alice.toString(), u"A1"_s, request);
            note(must(engine->cryptoSent(request.id, toJson(answer))));
        }
        return moved;
    }

    //! Until neither this program nor the others have anything to say.
    void rest(const std::vector<Peer*>& others = {})
    {
        for (int round = 0; round < 30; ++round) {
            bool moved = pump();
            for (Peer* peer : others) {
                moved = peer->receive() || moved;
                moved = peer->pump() || moved;
            }
            const bool waits = !m_server.users[alice.toString()][u"A1"_s].inbox.empty() ||
                               m_seenChanges < m_server.changedUsers.size();
            if (waits) {
                sync({});
            }
            if (!moved && !waits) {
                return;
            }
        }
        throw std::runtime_error("they never come to rest");
    }

    static QJsonObject wire(const events::Event& event)
    {
        return {{u"event_id"_s, event.id.toString()},
                {u"sender"_s, event.sender.toString()},
                {u"type"_s, event.type},
                {u"origin_server_ts"_s, qint64(event.originServerTs)},
                {u"content"_s, event.content}};
    }

    QJsonObject state(const QString& type, const QString& key, const QJsonObject& content)
    {
        return {{u"event_id"_s, u"$s%1"_s.arg(++m_states)},
                {u"sender"_s, alice.toString()},
                {u"type"_s, type},
                {u"state_key"_s, key},
                {u"origin_server_ts"_s, m_states},
                {u"content"_s, content}};
    }

    QJsonObject member(const UserId& user, const QString& name,
                       const QString& membership = u"join"_s)
    {
        QJsonObject event = state(u"m.room.member"_s, user.toString(),
                                  {{u"membership"_s, membership}, {u"displayname"_s, name}});
        event.insert(u"sender"_s, user.toString());
        return event;
    }

    timeline::TimelineItem item(const QString& id) { return must(engine->item(room, EventId(id))); }

    //! The backup of which this program has the key; a key of it comes as from the server.
    void makeBackup()
    {
        const QJsonObject body = must(engine->encryption().createBackup());
        m_backupKey =
            body.value("auth_data"_L1).toObject().value("public_key"_L1).toString().toLatin1();
        note(must(engine->encryption().backupCreated(u"1"_s)));
        note(must(engine->encryption().noteRecovery(true, false))); // its key can be recovered
    }

    QJsonObject sealed(const QJsonObject& key) const
    {
        return {{u"first_message_index"_s, 0},
                {u"session_data"_s, must(crypto::sealBackup(m_backupKey, toJson(key)))}};
    }

    void restore(const QJsonObject& key)
    {
        note(must(engine->encryption().restoreOne(RoomId(key.value("room_id"_L1).toString()),
                                                  key.value("session_id"_L1).toString().toLatin1(),
                                                  sealed(key))));
        sync({});
    }

    rooms::RoomSummary summary() { return must(engine->room(room)); }

    //! Everything that acts have told since it was last taken.
    engine::Update take() { return std::exchange(m_told, {}); }

    void note(engine::Update&& update) { m_told.merge(std::move(update)); }

    QTemporaryDir folder;
    std::unique_ptr<Engine> engine;
    std::vector<crypto::OutgoingRecord> sent;
    bool queriesAreLost = false; //!< no answer about people's keys comes

private:
    ModelServer& m_server;
    FakeClock& m_clock;
    engine::Update m_told;
    QByteArray m_backupKey;
    qsizetype m_seenChanges = 0;
    int m_syncs = 0;
    int m_states = 0;
};

} // namespace testing
