// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "homeserver.h"

#include "crypto/machine/devicekeys.h"

using namespace client;

namespace simulator {

namespace {

using Kind = crypto::OutgoingRecord::Kind;

QString serverOf(const QString& user)
{
    return user.section(u':', 1);
}

//! Well formed, and not what was sent: its last bytes are a MAC.
QJsonObject damage(QJsonObject content)
{
    QJsonObject all = content.value("ciphertext"_L1).toObject();
    const QString key = all.begin().key();
    QJsonObject message = all.value(key).toObject();
    QString body = message.value("body"_L1).toString();
    QChar& letter = body[body.size() - 5];
    letter = letter == u'A' ? u'B' : u'A';
    message.insert(u"body"_s, body);
    all.insert(key, message);
    content.insert(u"ciphertext"_s, all);
    return content;
}

} // namespace

bool HomeServer::isCut(const QString& from, const QString& to) const
{
    return serverOf(from) != serverOf(to) &&
           (m_down.contains(serverOf(from)) || m_down.contains(serverOf(to)));
}

bool HomeServer::isDown(const QString& user) const
{
    return m_down.contains(serverOf(user));
}

void HomeServer::setDown(const QString& name, bool down)
{
    if (down) {
        m_down.insert(name);
        return;
    }
    m_down.erase(name);
    for (auto& [user, devices] : users) {
        for (auto& [id, device] : devices) {
            for (ToDevice& message : device.inbox) {
                message.held = false;
            }
        }
    }
}

std::optional<QJsonObject> HomeServer::handle(const QString& user, const QString& device,
                                              const crypto::OutgoingRecord& request)
{
    switch (request.kind) {
    case Kind::KeysUpload:
        return upload(user, device, request.body);
    case Kind::KeysQuery:
        if (m_weather.strikes("keys/query answers 500")) {
            return std::nullopt;
        }
        return query(user, request.body);
    case Kind::KeysClaim:
        ++asks[user + u' ' + device];
        return claim(user, request.body);
    case Kind::ToDevice:
        if (m_weather.strikes("sendToDevice answers 500")) {
            return std::nullopt;
        }
        deliver(user, request);
        break;
    case Kind::SignaturesUpload:
        addSignatures(user, request.body);
        break;
    case Kind::RoomEvent:
        break;
    }
    return QJsonObject();
}

//! Whether others can be expected to give the device keys, and since when they could know.
void HomeServer::judge(const QString& user, const QString& id)
{
    Device& device = users[user][id];
    const QJsonObject keys =
        identities[user].value("self_signing_key"_L1).toObject().value("keys"_L1).toObject();
    const QString key = keys.isEmpty() ? QString() : keys.begin().value().toString();
    device.isSigned =
        key.isEmpty() || crypto::isSignedBy(device.keys, UserId(user), key, key.toLatin1());
    if (device.keys.isEmpty() || !device.isSigned) {
        device.eligibleSince = 0;
    } else if (device.eligibleSince == 0) {
        device.eligibleSince = qint64(lists.size());
    }
}

void HomeServer::publishIdentity(const QString& user, const QJsonObject& keys)
{
    identities[user] = keys;
    lists.push_back(user);
    for (const auto& [id, device] : users[user]) {
        judge(user, id);
    }
}

QJsonObject HomeServer::upload(const QString& user, const QString& id, const QJsonObject& body)
{
    Device& device = users[user][id];
    if (body.contains("device_keys"_L1)) {
        device.keys = testing::merged(body.value("device_keys"_L1).toObject(), device.keys);
        lists.push_back(user);
        judge(user, id);
    }
    const QJsonObject keys = body.value("one_time_keys"_L1).toObject();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        const QString name = user + id + it.key();
        const auto known = m_everSeen.find(name);
        if (known == m_everSeen.end()) {
            m_everSeen[name] = it.value().toObject();
            device.oneTime.emplace_back(it.key(), it.value().toObject());
        } else if (known->second != it.value().toObject()) {
            m_figures.violation(u"K2: another key under a known id"_s);
        }
    }
    const QJsonObject fallback = body.value("fallback_keys"_L1).toObject();
    if (!fallback.isEmpty() && fallback != device.fallback) {
        device.fallback = fallback;
        device.fallbackUsed = false;
    }
    return {{u"one_time_key_counts"_s,
             QJsonObject{{u"signed_curve25519"_s, int(device.oneTime.size())}}}};
}

QJsonObject HomeServer::query(const QString& asker, const QJsonObject& body)
{
    QJsonObject all;
    QJsonObject failures;
    QJsonObject identityKeys[3];
    const QLatin1StringView kinds[3]{"master_key"_L1, "self_signing_key"_L1, "user_signing_key"_L1};
    for (const QString& user : body.value("device_keys"_L1).toObject().keys()) {
        if (isCut(asker, user)) {
            failures.insert(serverOf(user), QJsonObject());
            continue;
        }
        QJsonObject devices;
        for (const auto& [id, device] : users[user]) {
            if (!device.keys.isEmpty()) {
                devices.insert(id, device.keys);
            }
        }
        if (falseDevices.contains(user)) {
            devices.insert(u"FALSE"_s, falseDevices[user]);
        }
        all.insert(user, devices);
        for (int i = 0; i < 3; ++i) {
            if (identities[user].contains(kinds[i])) {
                identityKeys[i].insert(user, identities[user].value(kinds[i]));
            }
        }
    }
    QJsonObject answer{{u"device_keys"_s, all}, {u"failures"_s, failures}};
    for (int i = 0; i < 3; ++i) {
        answer.insert(kinds[i] + u's', identityKeys[i]);
    }
    return answer;
}

std::optional<QJsonObject> HomeServer::claimOne(const QString& user, const QString& id)
{
    const auto found = users[user].find(id);
    if (found == users[user].end()) {
        return std::nullopt;
    }
    Device& device = found->second;
    if (!device.oneTime.empty()) {
        const auto [name, object] = device.oneTime.front();
        device.oneTime.erase(device.oneTime.begin());
        return QJsonObject{{name, object}};
    }
    if (device.fallback.isEmpty()) {
        return std::nullopt;
    }
    device.fallbackUsed = true;
    device.fallbackGiven = true;
    m_figures.event("fallback keys given out");
    return device.fallback;
}

QJsonObject HomeServer::claim(const QString& asker, const QJsonObject& body)
{
    QJsonObject all;
    QJsonObject failures;
    const QJsonObject wanted = body.value("one_time_keys"_L1).toObject();
    for (const QString& user : wanted.keys()) {
        if (isCut(asker, user) || m_weather.strikes("keys/claim fails for a server")) {
            failures.insert(serverOf(user), QJsonObject());
            continue;
        }
        QJsonObject ofUser;
        for (const QString& id : wanted.value(user).toObject().keys()) {
            if (const auto key = claimOne(user, id)) {
                ofUser.insert(id, *key);
            }
        }
        all.insert(user, ofUser);
    }
    return {{u"one_time_keys"_s, all}, {u"failures"_s, failures}};
}

void HomeServer::addSignatures(const QString& signer, const QJsonObject& body)
{
    for (const QString& user : body.keys()) {
        const QJsonObject objects = body.value(user).toObject();
        for (const QString& name : objects.keys()) {
            const auto device = users[user].find(name);
            if (device != users[user].end() && !device->second.keys.isEmpty()) {
                device->second.keys =
                    testing::merged(device->second.keys, objects.value(name).toObject());
                lists.push_back(user);
                judge(user, name);
            }
        }
    }
    lists.push_back(signer);
}

void HomeServer::put(Device& device, const QString& sender, const QString& user,
                     const QJsonObject& event)
{
    constexpr Timestamp longest = 10 * 60'000;
    ToDevice message;
    message.event = event;
    message.held = isCut(sender, user);
    if (m_weather.strikes("to-device late")) {
        message.due = time + Timestamp(m_chance.below(longest));
    }
    size_t place = device.inbox.size();
    if (m_weather.strikes("to-device out of order")) {
        place -= m_chance.below(std::min<size_t>(place, 40) + 1);
        while (place < device.inbox.size() && device.inbox[place].id != 0) {
            ++place; // what was handed out keeps its place
        }
    }
    device.inbox.insert(device.inbox.begin() + long(place), message);
    if (m_weather.strikes("to-device twice")) {
        device.inbox.push_back(message);
    }
}

void HomeServer::deliver(const QString& sender, const crypto::OutgoingRecord& request)
{
    const bool isAgain = !m_transactions.insert(request.id).second;
    const QJsonObject messages = request.body.value("messages"_L1).toObject();
    for (const QString& user : messages.keys()) {
        const QJsonObject devices = messages.value(user).toObject();
        for (const QString& id : devices.keys()) {
            QJsonObject content = devices.value(id).toObject();
            const auto device = users[user].find(id);
            const bool exists = device != users[user].end();
            if (request.eventType == "m.room.encrypted"_L1 && exists) {
                const QJsonObject keys = device->second.keys.value("keys"_L1).toObject();
                m_wire.olm(content, keys.value(u"curve25519:"_s + id).toString());
            } else if (request.eventType == "m.room.encrypted"_L1 && id == "FALSE"_L1) {
                m_figures.violation(u"a payload for a device that a server made up"_s);
            }
            if (request.eventType == "m.room.encrypted"_L1 && damaged.erase(user + u' ' + id) > 0) {
                content = damage(content);
                ++m_figures.faults["Olm message damaged"];
            }
            if (!isAgain && exists) {
                put(device->second, sender, user,
                    {{u"sender"_s, sender},
                     {u"type"_s, request.eventType},
                     {u"content"_s, content}});
            }
        }
    }
}

void HomeServer::removeDevice(const QString& user, const QString& device)
{
    users[user].erase(device);
    lists.push_back(user);
}

} // namespace simulator
