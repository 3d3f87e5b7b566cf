// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outgoing: how a request enters the store's queue.
#pragma once

#include "crypto/machine/context.h"

namespace client::crypto {

//! Stores the request under a fresh random id and returns the id.
QString queueRequest(Context& context, OutgoingRecord record);

//! Collects to-device messages of one type and queues them in requests of at most 250 messages.
class ToDeviceBatch {
public:
    ToDeviceBatch(Context& context, QString eventType, RoomId room = {})
        : m_context(context)
        , m_type(std::move(eventType))
        , m_room(std::move(room))
    {}

    void add(const UserId& user, const DeviceId& device, const QJsonObject& content);
    void flush();

private:
    Context& m_context;
    QString m_type;
    RoomId m_room;
    QJsonObject m_messages;
    int m_count = 0;
};

} // namespace client::crypto
