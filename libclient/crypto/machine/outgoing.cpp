// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/outgoing.h"

#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

QString queueRequest(Context& context, OutgoingRecord record)
{
    record.id = QString::fromLatin1(randomBytes(16).toHex());
    context.take(context.store.saveOutgoing(record));
    return record.id;
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
        queueRequest(m_context, {.id = {},
                                 .kind = OutgoingRecord::Kind::ToDevice,
                                 .eventType = m_type,
                                 .body = {{u"messages"_s, std::exchange(m_messages, {})}},
                                 .room = m_room});
        m_count = 0;
    }
}

} // namespace client::crypto
