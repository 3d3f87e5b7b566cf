// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Verifications that lets dialogues in: requests of others, and to which dialogue a
// message belongs.

#include "crypto/machine/verifications.h"
#include "crypto/primitives/primitives.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp minute = 60'000;
constexpr Timestamp longest = 10 * minute;
constexpr int mostRequests = 5;  //!< of one person in a minute
constexpr int mostOfPerson = 20; //!< kept at a time
constexpr size_t mostKept = 100;
const auto prefix = u"m.key.verification."_s;

} // namespace

bool Verifications::isTooMuch(const UserId& user)
{
    int recent = 0;
    int kept = 0;
    for (const Flow& flow : loadAll()) { // by this clock: the request's time is the sender's word
        const bool isTheirs = flow.user == user && flow.incoming;
        kept += isTheirs;
        recent += isTheirs && std::abs(m_context.now() - flow.received) < minute;
    }
    return recent >= mostRequests || kept >= mostOfPerson;
}

//! Room is made by forgetting what ended first.
bool Verifications::isFull()
{
    std::vector<Flow> flows = loadAll();
    if (flows.size() < mostKept) {
        return false;
    }
    std::erase_if(flows, [](const Flow& flow) { return !flow.isOver(); });
    const auto first = std::ranges::min_element(flows, {}, &Flow::ended);
    if (first == flows.end()) {
        return true;
    }
    forget(first->id);
    return false;
}

//! Somebody asks. One dialogue with a person at a time: a second request ends both.
bool Verifications::begin(Flow flow, const QJsonObject& content, Changed& changed)
{
    const DeviceId device(content.value("from_device"_L1).toString());
    const Timestamp age = m_context.now() - flow.begun;
    if (!device.isValid() || !content.value("methods"_L1).isArray() || flow.id.isEmpty() ||
        flow.id.size() > 255 || age > longest || age < -5 * minute || load(flow.id) ||
        isTooMuch(flow.user) || isFull() ||
        (flow.user == m_context.user && device == m_context.device)) {
        return false;
    }
    flow.incoming = true;
    flow.device = device;
    for (const QJsonValue& method : content.value("methods"_L1).toArray()) {
        flow.methods.append(method.toString().left(64));
    }
    flow.begun = std::min(flow.begun, m_context.now());
    flow.received = m_context.now();
    bool second = false;
    for (Flow& other : loadAll()) {
        if (!other.isOver() && other.user == flow.user) {
            second = true;
            abort(other, u"m.unexpected_message"_s, u"Another verification was begun."_s);
            save(other, changed);
        }
    }
    if (second) {
        abort(flow, u"m.unexpected_message"_s, u"Another verification was under way."_s);
    }
    save(flow, changed);
    return true;
}

bool Verifications::receiveToDevice(const UserId& sender, const QString& type,
                                    const QJsonObject& content, Changed& changed)
{
    const QString id = content.value("transaction_id"_L1).toString();
    if (id.isEmpty() || id.size() > 255) {
        return false;
    }
    if (type == prefix + u"request"_s) {
        Flow flow;
        flow.id = id;
        flow.user = sender;
        flow.begun = content.value("timestamp"_L1).toInteger();
        return begin(flow, content, changed);
    }
    const auto flow = load(id);
    if (!flow || !flow->room.isEmpty()) {
        if (type != prefix + u"cancel"_s && type != prefix + u"done"_s) {
            refuseUnknown(sender, id, content);
        }
        return true;
    }
    if (flow->user != sender) {
        return false;
    }
    return step(*flow, type.sliced(prefix.size()), content, changed);
}

void Verifications::refuseUnknown(const UserId& sender, const QString& id,
                                  const QJsonObject& content)
{
    const DeviceId device(content.value("from_device"_L1).toString());
    const bool told =
        m_context.take(m_context.store.rememberMessage("verification", sha256(id.toUtf8())));
    if (!device.isValid() || told || !m_context.take(m_context.store.device(sender, device))) {
        return;
    }
    Flow stranger;
    stranger.id = id;
    stranger.user = sender;
    stranger.device = device;
    abort(stranger, u"m.unknown_transaction"_s, u"No such verification."_s);
}

bool Verifications::receiveInRoom(const RoomId& room, const EventId& event, const UserId& sender,
                                  Timestamp ts, const QString& type, const QJsonObject& content,
                                  Changed& changed)
{
    const bool isOwn = sender == m_context.user;
    if (type == "m.room.message"_L1) {
        Flow flow;
        flow.id = event.toString();
        flow.user = sender;
        flow.room = room;
        flow.begun = ts;
        return !isOwn && content.value("to"_L1).toString() == m_context.user.toString() &&
               begin(flow, content, changed);
    }
    const QJsonObject relation = content.value("m.relates_to"_L1).toObject();
    const QString id = relation.value("event_id"_L1).toString();
    if (!isOwn && !load(id)) {
        adopt(room, sender, EventId(id));
    }
    auto flow = load(id);
    if (!flow || flow->room != room || relation.value("rel_type"_L1) != "m.reference"_L1 ||
        flow->isOver()) {
        return true;
    }
    const QString name = type.sliced(prefix.size());
    if (isOwn) {
        // Another of the own devices took the request: the dialogue goes on there.
        if (name == "ready"_L1 && flow->incoming && flow->state == Flow::State::Requested &&
            content.value("from_device"_L1).toString() != m_context.device.toString()) {
            flow->state = Flow::State::Cancelled;
            flow->cancelCode = u"m.accepted"_s;
            save(*flow, changed);
        }
        return true;
    }
    return sender == flow->user && step(*flow, name, content, changed);
}

} // namespace client::crypto
