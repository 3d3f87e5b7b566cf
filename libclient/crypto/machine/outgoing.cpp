// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/outgoing.h"

#include "crypto/primitives/primitives.h"

#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

QString queueRequest(Context& context, OutgoingRecord record)
{
    record.id = QString::fromLatin1(randomBytes(16).toHex());
    context.take(context.store.saveOutgoing(record));
    return record.id;
}

namespace {

QString sessionSetting(const QString& requestId)
{
    return u"sessionOf:"_s + requestId;
}

void queueToDevice(Context& context, const OutgoingRecord& like, const QJsonObject& messages,
                   const QByteArray& session)
{
    OutgoingRecord record = like;
    record.body = {{u"messages"_s, messages}};
    const QString id = queueRequest(context, std::move(record));
    if (!session.isEmpty()) {
        context.take(context.store.saveValue(sessionSetting(id), session));
    }
}

} // namespace

QByteArray sessionOf(Context& context, const QString& requestId)
{
    return context.take(context.store.value(sessionSetting(requestId)));
}

void forgetSessionOf(Context& context, const QString& requestId)
{
    context.take(context.store.saveValue(sessionSetting(requestId), {}));
}

bool splitToDevice(Context& context, const OutgoingRecord& request)
{
    std::vector<std::pair<QString, QString>> names;
    const QJsonObject messages = request.body.value("messages"_L1).toObject();
    for (auto user = messages.begin(); user != messages.end(); ++user) {
        for (const QString& device : user.value().toObject().keys()) {
            names.emplace_back(user.key(), device);
        }
    }
    if (names.size() < 2) {
        return false;
    }
    std::array<QJsonObject, 2> halves;
    for (size_t i = 0; i < names.size(); ++i) {
        const auto& [user, device] = names[i];
        QJsonObject& half = halves.at(i < names.size() / 2 ? 0 : 1);
        QJsonObject ofUser = half.value(user).toObject();
        ofUser.insert(device, messages.value(user).toObject().value(device));
        half.insert(user, ofUser);
    }
    const QByteArray session = sessionOf(context, request.id);
    for (const QJsonObject& half : halves) {
        queueToDevice(context, request, half, session);
    }
    forgetSessionOf(context, request.id);
    return true;
}

void ToDeviceBatch::add(const UserId& user, const DeviceId& device, const QJsonObject& content)
{
    QJsonObject ofUser = m_messages.value(user.toString()).toObject();
    ofUser.insert(device.toString(), content);
    m_messages.insert(user.toString(), ofUser);
    if (++m_count == 250) {
        flush();
    }
}

void ToDeviceBatch::flush()
{
    if (m_count > 0) {
        queueToDevice(m_context,
                      {.id = {},
                       .kind = OutgoingRecord::Kind::ToDevice,
                       .eventType = m_type,
                       .body = {},
                       .room = m_room},
                      std::exchange(m_messages, {}), m_session);
        m_count = 0;
    }
}

} // namespace client::crypto
