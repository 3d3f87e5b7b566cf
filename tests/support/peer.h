// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Peer: one device with its encryption machine over a real SQLCipher file.
#pragma once

#include "crypto/machine/olmmachine.h"
#include "store/cryptotables.h"
#include "store/database.h"
#include "store/migrations.h"
#include "support/modelserver.h"

#include <QTemporaryDir>

namespace testing {

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
        throw std::runtime_error(result.error().detail.toStdString() + " (" +
                                 client::kindName(result.error().kind).toStdString() + ")");
    }
    return std::move(*result);
}

inline void must(const client::Result<>& result)
{
    if (!result) {
        throw std::runtime_error(result.error().detail.toStdString());
    }
}

class Peer {
public:
    Peer(ModelServer& server, const QString& user, const QString& device, FakeClock& clock)
        : m_server(server)
        , m_user(user)
        , m_device(device)
        , m_clock(clock)
    {
        open();
    }

    void open()
    {
        m_machine.reset();
        m_tables.reset();
        m_database.reset();
        m_database =
            must(client::store::Database::open(m_folder.filePath(u"cache.db"_s), secret('k')));
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

    std::expected<client::crypto::Decrypted, client::crypto::DecryptFailure>
    decrypt(const client::RoomId& room, const client::events::Event& event)
    {
        std::optional<std::expected<client::crypto::Decrypted, client::crypto::DecryptFailure>>
            result;
        act([&] { result.emplace(m_machine->decrypt(room, event)); });
        return std::move(*result);
    }

    client::crypto::OlmMachine& machine() { return *m_machine; }

    client::store::CryptoTables& tables() { return *m_tables; }

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
