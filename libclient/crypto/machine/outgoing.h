// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outgoing: how a request enters the store's queue.
#pragma once

#include "crypto/machine/context.h"

namespace client::crypto {

//! Stores the request under a fresh random id and returns the id.
QString queueRequest(Context& context, OutgoingRecord record);

//! Which outbound session a request carries the key of; empty: none.
QByteArray sessionOf(Context& context, const QString& requestId);
void forgetSessionOf(Context& context, const QString& requestId);

//! The server refused the request as a whole: its halves go out on their own, so that what it
//! cannot take keeps nothing else back. False: there is only one message in it.
bool splitToDevice(Context& context, const OutgoingRecord& request);

//! Collects to-device messages of one type and queues them in requests of at most 250 messages.
class ToDeviceBatch {
public:
    //! `session`: the outbound session whose key the messages carry.
    ToDeviceBatch(Context& context, QString eventType, RoomId room = {}, QByteArray session = {})
        : m_context(context)
        , m_type(std::move(eventType))
        , m_room(std::move(room))
        , m_session(std::move(session))
    {}

    void add(const UserId& user, const DeviceId& device, const QJsonObject& content);
    void flush();

private:
    Context& m_context;
    QString m_type;
    RoomId m_room;
    QByteArray m_session;
    QJsonObject m_messages;
    int m_count = 0;
};

} // namespace client::crypto
