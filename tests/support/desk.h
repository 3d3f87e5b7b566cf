// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Desk: Ann's engine over a real store, in an encrypted room whose syncs the test writes; the other
// people are machines at the same model server.
#pragma once

#include "engine/encryptionjobs.h"
#include "engine/engine.h"
#include "store/storekey.h"
#include "support/wire.h"

namespace testing {

inline const client::RoomId deskRoom(u"!salle:x.fr"_s);

class Desk {
public:
    Desk()
    {
        open();
        client::engine::Account account;
        account.user = client::UserId(user);
        account.device = client::DeviceId(u"ANN"_s);
        account.homeserver = QUrl(u"https://x.fr"_s);
        account.accessToken = "token";
        must(engine->saveAccount(account));
    }

    void open()
    {
        engine.reset();
        engine = must(
            client::engine::Engine::open({folder.path(), secret('r'), &clock, "Europe/Paris"}));
    }

    //! Between two runs of the program.
    void inFile(const QByteArray& sql)
    {
        engine.reset();
        {
            const auto key = must(client::store::databaseKey(secret('r')));
            const auto file =
                must(client::store::Database::open(folder.filePath(u"cache.db"_s), key));
            must(file->execute(sql));
        }
        open();
    }

    QJsonObject state(const QString& type, const QString& key, const QJsonObject& content)
    {
        return {{u"type"_s, type},       {u"state_key"_s, key},
                {u"sender"_s, user},     {u"event_id"_s, u"$e%1"_s.arg(++m_events)},
                {u"content"_s, content}, {u"origin_server_ts"_s, qint64(clock.time)}};
    }

    //! What a member is from now on, as the server tells it.
    QJsonObject member(const QString& who, const QString& membership, const QString& name = {})
    {
        m_members[who] = state(u"m.room.member"_s, who,
                               {{u"membership"_s, membership}, {u"displayname"_s, name}});
        return m_members[who];
    }

    //! One answer of /sync. `hole`: something is missing before its timeline.
    client::engine::Update sync(const QJsonArray& events, bool hole = false,
                                const QJsonObject& lists = {})
    {
        const QJsonObject timeline{
            {u"limited"_s, hole}, {u"prev_batch"_s, u"p"_s}, {u"events"_s, events}};
        QJsonArray toDevice;
        for (const QJsonObject& event : std::exchange(server.users[user][u"ANN"_s].inbox, {})) {
            toDevice.append(event);
        }
        const QJsonObject joined{{u"timeline"_s, timeline}};
        return must(engine->applySync(client::toJson(QJsonObject{
            {u"next_batch"_s, u"s%1"_s.arg(++m_syncs)},
            {u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{deskRoom.toString(), joined}}}}},
            {u"to_device"_s, QJsonObject{{u"events"_s, toDevice}}},
            {u"device_lists"_s, lists},
            {u"device_one_time_keys_count"_s, QJsonObject{{u"signed_curve25519"_s, 50}}},
            {u"device_unused_fallback_key_types"_s, QJsonArray{u"signed_curve25519"_s}}})));
    }

    //! The room begins: Ann is in it, and `others` are what they are said to be.
    void enter(const QString& visibility, const std::map<QString, QString>& others)
    {
        QJsonArray events{
            state(u"m.room.create"_s, {}, {{u"room_version"_s, u"10"_s}}),
            state(u"m.room.encryption"_s, {}, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}),
            state(u"m.room.history_visibility"_s, {}, {{u"history_visibility"_s, visibility}}),
            member(user, u"join"_s)};
        for (const auto& [who, membership] : others) {
            events.append(member(who, membership));
        }
        sync(events);
    }

    std::vector<Request> pump(const Twist& twist = {})
    {
        const auto requests = must(engine->cryptoRequests());
        for (const Request& request : requests) {
            QJsonObject response = server.handle(user, u"ANN"_s, request);
            if (twist) {
                twist(request, response);
            }
            must(engine->cryptoSent(request.id, client::toJson(response)));
        }
        return requests;
    }

    //! The content that Ann's next message goes out with.
    QJsonObject write(const QString& body)
    {
        client::engine::OutgoingMessage message;
        message.room = deskRoom;
        message.body = body;
        must(engine->enqueue(message));
        for (int step = 0; step < 30; ++step) {
            using Step = client::engine::OutboxJob::Kind;
            const auto job = must(engine->nextJob(deskRoom));
            if (!job || job->kind == Step::Refused || job->kind == Step::Wait) {
                throw std::runtime_error("not to be sent: " +
                                         (job ? job->error.detail.toStdString() : "no job"));
            }
            if (job->kind == Step::Send) {
                must(engine->sent(job->txn, client::EventId(u"$own%1"_s.arg(++m_events))));
                return must(client::parseObject(job->request.body));
            }
            if (job->kind == Step::NeedMembers) {
                must(engine->applyMembers(deskRoom, members(), engine->syncsSoFar()));
            }
            pump();
        }
        throw std::runtime_error("never ready");
    }

    QByteArray members() const
    {
        QJsonArray chunk;
        for (const auto& [who, event] : m_members) {
            chunk.append(event);
        }
        return client::toJson(QJsonObject{{u"chunk"_s, chunk}});
    }

    //! Ann's message as the reader finds it in the room.
    bool isReadBy(Peer& reader, const QJsonObject& content)
    {
        settle({&reader});
        client::events::Event event;
        event.id = client::EventId(u"$r%1"_s.arg(++m_events));
        event.sender = client::UserId(user);
        event.type = u"m.room.encrypted"_s;
        event.content = content;
        return reader.decrypt(deskRoom, event).has_value();
    }

    const QString user = u"@ann:x.fr"_s;
    ModelServer server;
    FakeClock clock;
    QTemporaryDir folder;
    std::unique_ptr<client::engine::Engine> engine;

private:
    int m_events = 0;
    int m_syncs = 0;
    std::map<QString, QJsonObject> m_members;
};

} // namespace testing
