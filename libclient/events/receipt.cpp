// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/receipt.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace client::events {

namespace {

constexpr size_t maxReceipts = 20'000;
constexpr size_t maxTyping = 100;

void readUsers(const QJsonObject& users, Receipt receipt, std::vector<Receipt>& receipts)
{
    for (auto entry = users.begin(); entry != users.end(); ++entry) {
        receipt.user = UserId(entry.key());
        if (!receipt.user.isValid() || !entry.value().isObject() ||
            receipts.size() >= maxReceipts) {
            continue;
        }
        const QJsonObject data = entry.value().toObject();
        const double ts = data.value("ts"_L1).toDouble();
        receipt.ts = ts > 0 && ts < 9e15 ? Timestamp(ts) : 0;
        receipt.thread = data.value("thread_id"_L1).toString().left(255);
        receipts.push_back(receipt);
    }
}

} // namespace

std::vector<Receipt> parseReceipts(const QJsonObject& content)
{
    std::vector<Receipt> receipts;
    for (auto event = content.begin(); event != content.end(); ++event) {
        Receipt receipt;
        receipt.event = EventId(event.key());
        if (!receipt.event.isValid()) {
            continue;
        }
        const QJsonObject kinds = event.value().toObject();
        readUsers(kinds.value("m.read"_L1).toObject(), receipt, receipts);
        receipt.isPrivate = true;
        readUsers(kinds.value("m.read.private"_L1).toObject(), receipt, receipts);
    }
    return receipts;
}

std::vector<UserId> parseTyping(const QJsonObject& content)
{
    std::vector<UserId> users;
    const QJsonArray list = content.value("user_ids"_L1).toArray();
    for (const QJsonValue& value : list) {
        UserId user(value.toString());
        if (user.isValid() && users.size() < maxTyping) {
            users.push_back(std::move(user));
        }
    }
    return users;
}

EventId parseFullyRead(const QJsonObject& content)
{
    EventId id(content.value("event_id"_L1).toString());
    return id.isValid() ? id : EventId();
}

} // namespace client::events
