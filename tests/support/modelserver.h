// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ModelServer: the part of a home server that encryption needs (keys, to-device), obeying the
// specification; and Peer: one device with its machine over a real SQLCipher file.
#pragma once

#include "base/json.h"
#include "crypto/machine/olmmachine.h"
#include "store/cryptotables.h"
#include "store/database.h"
#include "store/migrations.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <map>
#include <set>

namespace testing {

using namespace Qt::StringLiterals;

class FakeClock final : public client::Clock {
public:
    client::Timestamp now() const override { return time; }
    client::Timestamp time = 1'700'000'000'000;
};

inline client::SecretBytes secret(char fill)
{
    QByteArray bytes(32, fill);
    return client::SecretBytes::takeFrom(bytes);
}

template <class T>
T must(client::Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().detail.toStdString() + " ("
                                 + client::kindName(result.error().kind).toStdString() + ")");
    }
    return std::move(*result);
}

inline void must(const client::Result<>& result)
{
    if (!result) {
        throw std::runtime_error(result.error().detail.toStdString());
    }
}

class ModelServer {
public:
    using Kind = client::crypto::OutgoingRecord::Kind;
    struct Device {
        QJsonObject keys;
        std::map<QString, QJsonObject> oneTime;
        QJsonObject fallback;      //!< {key id: object} or empty
        bool fallbackUsed = true;
        std::vector<QJsonObject> inbox;
    };

    QJsonObject handle(const QString& user, const QString& device,
                       const client::crypto::OutgoingRecord& request)
    {
        switch (request.kind) {
        case Kind::KeysUpload: return upload(user, device, request.body);
        case Kind::KeysQuery: return query(request.body);
        case Kind::KeysClaim: return claim(request.body);
        case Kind::ToDevice: deliver(user, request); break;
        }
        return {};
    }

    std::map<QString, std::map<QString, Device>> users;
    QStringList changedUsers; //!< in the order of the changes; a sync brings what is new
    int refused = 0; //!< uploads of other keys under a known id: a fault of the client

private:
    QJsonObject upload(const QString& user, const QString& id, const QJsonObject& body)
    {
        Device& device = users[user][id];
        if (body.contains("device_keys"_L1)) {
            device.keys = body.value("device_keys"_L1).toObject();
            changedUsers.append(user);
        }
        const QJsonObject keys = body.value("one_time_keys"_L1).toObject();
        for (auto it = keys.begin(); it != keys.end(); ++it) {
            const auto known = m_everSeen.find(user + id + it.key());
            if (known != m_everSeen.end()) {
                refused += known->second == it.value().toObject() ? 0 : 1;
                continue;
            }
            m_everSeen[user + id + it.key()] = it.value().toObject();
            device.oneTime[it.key()] = it.value().toObject();
        }
        const QJsonObject fallback = body.value("fallback_keys"_L1).toObject();
        if (!fallback.isEmpty() && fallback != device.fallback) {
            device.fallback = fallback;
            device.fallbackUsed = false;
        }
        return {{u"one_time_key_counts"_s,
                 QJsonObject{{u"signed_curve25519"_s, int(device.oneTime.size())}}}};
    }

    QJsonObject query(const QJsonObject& body)
    {
        QJsonObject all;
        for (const QString& user : body.value("device_keys"_L1).toObject().keys()) {
            QJsonObject devices;
            for (const auto& [id, device] : users[user]) {
                if (!device.keys.isEmpty()) {
                    devices.insert(id, device.keys);
                }
            }
            all.insert(user, devices);
        }
        return {{u"device_keys"_s, all}, {u"failures"_s, QJsonObject()}};
    }

    QJsonObject claim(const QJsonObject& body)
    {
        QJsonObject all;
        const QJsonObject wanted = body.value("one_time_keys"_L1).toObject();
        for (const QString& user : wanted.keys()) {
            QJsonObject ofUser;
            for (const QString& id : wanted.value(user).toObject().keys()) {
                Device& device = users[user][id];
                if (!device.oneTime.empty()) {
                    const auto first = device.oneTime.begin();
                    ofUser.insert(id, QJsonObject{{first->first, first->second}});
                    device.oneTime.erase(first);
                } else if (!device.fallback.isEmpty()) {
                    ofUser.insert(id, device.fallback);
                    device.fallbackUsed = true;
                }
            }
            all.insert(user, ofUser);
        }
        return {{u"one_time_keys"_s, all}, {u"failures"_s, QJsonObject()}};
    }

    void deliver(const QString& sender, const client::crypto::OutgoingRecord& request)
    {
        if (!m_transactions.insert(request.id).second) {
            return; // the same transaction again
        }
        const QJsonObject messages = request.body.value("messages"_L1).toObject();
        for (const QString& user : messages.keys()) {
            const QJsonObject devices = messages.value(user).toObject();
            for (const QString& id : devices.keys()) {
                users[user][id].inbox.push_back({{u"sender"_s, sender},
                                                 {u"type"_s, request.eventType},
                                                 {u"content"_s, devices.value(id)}});
            }
        }
    }

    std::map<QString, QJsonObject> m_everSeen;
    std::set<QString> m_transactions;
};

class Peer {
public:
    Peer(ModelServer& server, const QString& user, const QString& device, FakeClock& clock)
        : m_server(server), m_user(user), m_device(device), m_clock(clock)
    {
        open();
    }

    void open()
    {
        m_machine.reset();
        m_tables.reset();
        m_database.reset();
        m_database = must(client::store::Database::open(m_folder.filePath(u"cache.db"_s),
                                                        secret('k')));
        must(client::store::migrate(*m_database));
        m_tables = std::make_unique<client::store::CryptoTables>(*m_database);
        m_machine = std::make_unique<client::crypto::OlmMachine>(
            client::UserId(m_user), client::DeviceId(m_device), *m_tables, m_clock, secret('p'));
        act([&] { must(m_machine->ensureAccount()); });
    }

    //! What `work` wrote is kept, or with `roll` dropped as a failed commit would.
    template <class Work>
    void act(Work work, bool roll = false)
    {
        auto transaction = must(m_database->begin());
        work();
        if (!roll) {
            must(transaction.commit());
        }
    }

    //! Sends what the machine asks for. `loseAnswers`: the server did it, nobody heard.
    bool pump(bool loseAnswers = false)
    {
        std::vector<client::crypto::OutgoingRequest> requests;
        act([&] { requests = must(m_machine->outgoingRequests()); });
        for (const auto& request : requests) {
            const QJsonObject answer = m_server.handle(m_user, m_device, request);
            if (!loseAnswers) {
                act([&] { must(m_machine->markSent(request.id, answer)); });
            }
        }
        return !requests.empty();
    }

    //! One sync: up to `most` to-device messages; `again`: delivered once more next time.
    bool receive(size_t most = 100, bool again = false)
    {
        auto& device = m_server.users[m_user][m_device];
        client::crypto::SyncChanges changes;
        const size_t count = std::min(most, device.inbox.size());
        changes.toDevice.assign(device.inbox.begin(), device.inbox.begin() + long(count));
        if (!again) {
            device.inbox.erase(device.inbox.begin(), device.inbox.begin() + long(count));
        }
        changes.changedUsers = m_server.changedUsers.mid(m_seenChanges);
        m_seenChanges = m_server.changedUsers.size();
        changes.oneTimeKeyCount = int(device.oneTime.size());
        changes.unusedFallback = !device.fallbackUsed;
        act([&] { m_discarded += must(m_machine->receiveSync(changes)).discarded; });
        return count > 0 || !changes.changedUsers.isEmpty();
    }

    bool prepare(const client::RoomId& room, const std::set<client::UserId>& people)
    {
        auto ready = client::crypto::OlmMachine::Readiness::Pending;
        act([&] { ready = must(m_machine->prepareToEncrypt(room, people)); });
        return ready == client::crypto::OlmMachine::Readiness::Ready;
    }

    QJsonObject encrypt(const client::RoomId& room, const QString& body)
    {
        QJsonObject content;
        act([&] {
            content = must(m_machine->encrypt(room, u"m.room.message"_s,
                                              {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, body}}));
        });
        return content;
    }

    std::expected<client::crypto::Decrypted, client::crypto::DecryptFailure> decrypt(
        const client::RoomId& room, const client::events::Event& event)
    {
        std::optional<std::expected<client::crypto::Decrypted, client::crypto::DecryptFailure>>
            result;
        act([&] { result.emplace(m_machine->decrypt(room, event)); });
        return std::move(*result);
    }

    client::crypto::OlmMachine& machine() { return *m_machine; }
    const QString& user() const { return m_user; }
    const QString& device() const { return m_device; }
    int discarded() const { return m_discarded; }

private:
    ModelServer& m_server;
    QString m_user, m_device;
    FakeClock& m_clock;
    QTemporaryDir m_folder;
    int m_discarded = 0;
    qsizetype m_seenChanges = 0;
    std::unique_ptr<client::store::Database> m_database;
    std::unique_ptr<client::store::CryptoTables> m_tables;
    std::unique_ptr<client::crypto::OlmMachine> m_machine;
};

} // namespace testing
