// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Crowd: many people with devices, as far as a sender sees them: signed keys and one-time keys.
#pragma once

#include "base/canonicaljson.h"
#include "crypto/machine/context.h"
#include "crypto/olm/olmaccount.h"
#include "support/peer.h"

#include <QHash>
#include <QSet>

namespace testing {

class Crowd {
public:
    //! In turn on one of `servers`, s0.fr, s1.fr …
    Crowd(int people, int devicesEach, int servers = 1) : m_devicesEach(devicesEach)
    {
        for (int i = 0; i < people; ++i) {
            users.insert(client::UserId(u"@p%1:s%2.fr"_s.arg(i).arg(i % servers)));
        }
    }

    //! The answer of the server to a request of the machine.
    QJsonObject answer(const client::crypto::OutgoingRecord& request)
    {
        using Kind = client::crypto::OutgoingRecord::Kind;
        if (request.kind == Kind::KeysQuery) {
            return query(request.body.value("device_keys"_L1).toObject().keys());
        }
        if (request.kind == Kind::KeysClaim) {
            return claim(request.body.value("one_time_keys"_L1).toObject());
        }
        if (request.kind == Kind::ToDevice) {
            int count = 0;
            for (const QJsonValue& ofUser : request.body.value("messages"_L1).toObject()) {
                count += int(ofUser.toObject().size());
            }
            largest = std::max(largest, count);
            delivered += count;
        }
        return {{u"one_time_key_counts"_s, QJsonObject{{u"signed_curve25519"_s, 50}}}};
    }

    std::set<client::UserId> users;
    QSet<QString> dead;       //!< nobody gets their one-time keys
    QHash<QString, int> more; //!< devices that came later
    int delivered = 0;        //!< to-device messages
    int largest = 0;          //!< in one request

private:
    static QJsonObject withSignature(const client::crypto::Account& account, const QString& user,
                                     const QString& device, QJsonObject object)
    {
        const QByteArray signature = must(account.sign(must(client::signableJson(object))));
        object.insert(u"signatures"_s,
                      QJsonObject{{user, QJsonObject{{u"ed25519:"_s + device,
                                                      QString::fromLatin1(signature)}}}});
        return object;
    }

    QJsonObject query(const QStringList& asked)
    {
        QJsonObject all;
        for (const QString& user : asked) {
            QJsonObject devices = m_devices.value(user).toObject();
            const int own = user.startsWith("@p"_L1) ? m_devicesEach + more.value(user) : 0;
            for (int i = int(devices.size()); i < own; ++i) {
                const QString device = u"D%1"_s.arg(i);
                auto account = must(client::crypto::Account::create());
                must(account.generateOneTimeKeys(1));
                const QJsonObject keys{
                    {u"curve25519:"_s + device, QString::fromLatin1(account.curve25519())},
                    {u"ed25519:"_s + device, QString::fromLatin1(account.ed25519())}};
                devices.insert(device, withSignature(account, user, device,
                                                     {{u"user_id"_s, user},
                                                      {u"device_id"_s, device},
                                                      {u"algorithms"_s,
                                                       QJsonArray{client::crypto::olmAlgorithm,
                                                                  client::crypto::megolmAlgorithm}},
                                                      {u"keys"_s, keys}}));
                const auto oneTime = account.unpublishedOneTimeKeys();
                m_oneTime[user + device] = QJsonObject{
                    {u"signed_curve25519:"_s + QString::fromLatin1(oneTime.firstKey()),
                     withSignature(account, user, device,
                                   {{u"key"_s, QString::fromLatin1(oneTime.first())}})}};
            }
            m_devices.insert(user, devices);
            all.insert(user, devices);
        }
        return {{u"device_keys"_s, all}};
    }

    QJsonObject claim(const QJsonObject& wanted)
    {
        QJsonObject all;
        for (const QString& user : wanted.keys()) {
            QJsonObject ofUser;
            for (const QString& device : wanted.value(user).toObject().keys()) {
                if (dead.contains(user)) {
                    continue;
                }
                ofUser.insert(device, m_oneTime[user + device]);
            }
            all.insert(user, ofUser);
        }
        return {{u"one_time_keys"_s, all}};
    }

    int m_devicesEach;
    QJsonObject m_devices; //!< as they were told of
    std::map<QString, QJsonObject> m_oneTime;
};

} // namespace testing
