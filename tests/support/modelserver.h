// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ModelServer: the part of a home server that encryption needs (keys, to-device), obeying the
// specification.
#pragma once

#include "base/json.h"
#include "crypto/cryptorecords.h"
#include "support/signatures.h"

#include <QJsonArray>

#include <map>
#include <set>
#include <vector>

namespace testing {

using namespace Qt::StringLiterals;

class ModelServer {
public:
    using Kind = client::crypto::OutgoingRecord::Kind;

    struct Device {
        QJsonObject keys;
        std::map<QString, QJsonObject> oneTime;
        QJsonObject fallback; //!< {key id: object} or empty
        bool fallbackUsed = true;
        std::vector<QJsonObject> inbox;
    };

    QJsonObject handle(const QString& user, const QString& device,
                       const client::crypto::OutgoingRecord& request)
    {
        switch (request.kind) {
        case Kind::KeysUpload:
            return upload(user, device, request.body);
        case Kind::KeysQuery:
            return query(request.body);
        case Kind::KeysClaim:
            return claim(request.body);
        case Kind::ToDevice:
            deliver(user, request);
            break;
        case Kind::SignaturesUpload:
            addSignatures(user, request.body);
            break;
        case Kind::RoomEvent:
            roomEvents.push_back({user, request});
            return {{u"event_id"_s, u"$"_s + request.id}};
        }
        return {};
    }

    //! POST /keys/device_signing/upload
    void publishIdentity(const QString& user, const QJsonObject& keys)
    {
        identities[user] = keys;
        changedUsers.append(user);
    }

    std::map<QString, std::map<QString, Device>> users;
    std::map<QString, QJsonObject> identities; //!< user -> {master_key, self_signing_key, …}
    std::vector<std::pair<QString, client::crypto::OutgoingRecord>> roomEvents;
    QStringList changedUsers; //!< in the order of the changes; a sync brings what is new
    int refused = 0;          //!< uploads of other keys under a known id: a fault of the client

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
        QJsonObject answer{{u"device_keys"_s, all}, {u"failures"_s, QJsonObject()}};
        for (const auto kind : {"master_key"_L1, "self_signing_key"_L1, "user_signing_key"_L1}) {
            QJsonObject ofKind;
            for (const QString& user : body.value("device_keys"_L1).toObject().keys()) {
                if (identities[user].contains(kind)) {
                    ofKind.insert(user, identities[user].value(kind));
                }
            }
            answer.insert(kind + u's', ofKind);
        }
        return answer;
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

    void addSignatures(const QString& signer, const QJsonObject& body)
    {
        for (const QString& user : body.keys()) {
            const QJsonObject objects = body.value(user).toObject();
            for (const QString& name : objects.keys()) {
                const QJsonObject object = objects.value(name).toObject();
                if (users[user].contains(name)) {
                    users[user][name].keys = merged(users[user][name].keys, object);
                } else if (identities[user]
                               .value("master_key"_L1)
                               .toObject()
                               .value("keys"_L1)
                               .toObject()
                               .contains(u"ed25519:"_s + name)) {
                    QJsonObject& identity = identities[user];
                    identity.insert(u"master_key"_s,
                                    merged(identity.value("master_key"_L1).toObject(), object));
                }
            }
            changedUsers.append(user);
        }
        changedUsers.append(signer);
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

} // namespace testing
