// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests, what a person does, and the keeping of flows; the dialogue's steps are in
// verificationsteps.cpp, QR codes and trust in verificationtrust.cpp.

#include "crypto/machine/verifications.h"

#include "base/base64.h"
#include "base/canonicaljson.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/machine/outgoing.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp minute = 60'000;
constexpr Timestamp longest = 10 * minute;
constexpr Timestamp keptAfter = 60 * minute;
const auto listSetting = u"verifications"_s; // ids
const auto prefix = u"m.key.verification."_s;

QString settingOf(const QString& id)
{
    return u"verification:"_s + id;
}

} // namespace

std::optional<VerificationFlow> Verifications::load(const QString& id)
{
    const QJsonObject json = m_context.object(settingOf(id));
    return json.isEmpty() ? std::nullopt : std::optional(Flow::fromJson(json));
}

std::vector<VerificationFlow> Verifications::loadAll()
{
    std::vector<Flow> flows;
    for (const QString& id : m_context.object(listSetting).keys()) {
        if (auto flow = load(id)) {
            flows.push_back(std::move(*flow));
        }
    }
    return flows;
}

void Verifications::save(const Flow& flow, Changed& changed)
{
    Flow kept = flow;
    if (kept.isOver()) {
        kept.ended = kept.ended == 0 ? m_context.now() : kept.ended;
        kept.ephemeral.clear();
        kept.qrSecret.clear();
    }
    m_context.saveObject(settingOf(kept.id), kept.toJson());
    QJsonObject list = m_context.object(listSetting);
    if (!list.contains(kept.id)) {
        list.insert(kept.id, true);
        m_context.saveObject(listSetting, list);
    }
    changed.push_back(kept.view());
}

std::vector<VerificationView> Verifications::all()
{
    std::vector<VerificationView> views;
    for (const Flow& flow : loadAll()) {
        views.push_back(flow.view());
    }
    return views;
}

std::optional<VerificationFlow> Verifications::inState(const QString& id,
                                                       std::initializer_list<Flow::State> states)
{
    auto flow = load(idOf(id));
    const bool fits = flow && std::ranges::find(states, flow->state) != states.end();
    return fits ? flow : std::nullopt;
}

QString Verifications::idOf(const QString& provisional)
{
    const QByteArray known = m_context.take(m_context.store.value(u"flowId:"_s + provisional));
    return known.isEmpty() ? provisional : QString::fromUtf8(known);
}

QJsonObject Verifications::methodsContent()
{
    return {{u"from_device"_s, m_context.device.toString()},
            {u"methods"_s, QJsonArray{u"m.sas.v1"_s, u"m.qr_code.show.v1"_s, u"m.qr_code.scan.v1"_s,
                                      u"m.reciprocate.v1"_s}}};
}

//! `type` without its prefix.
void Verifications::send(Flow& flow, const QString& type, QJsonObject content)
{
    if (!flow.room.isEmpty()) {
        content.insert(u"m.relates_to"_s,
                       QJsonObject{{u"rel_type"_s, u"m.reference"_s}, {u"event_id"_s, flow.id}});
        queueRequest(m_context, {.id = {},
                                 .kind = OutgoingRecord::Kind::RoomEvent,
                                 .eventType = prefix + type,
                                 .body = content,
                                 .room = flow.room});
        return;
    }
    content.insert(u"transaction_id"_s, flow.id);
    ToDeviceBatch batch(m_context, prefix + type);
    if (!flow.device.isEmpty()) {
        batch.add(flow.user, flow.device, content);
    } else {
        for (const QString& device : flow.asked) {
            batch.add(flow.user, DeviceId(device), content);
        }
    }
    batch.flush();
}

void Verifications::abort(Flow& flow, const QString& code, const QString& reason)
{
    send(flow, u"cancel"_s, {{u"code"_s, code}, {u"reason"_s, reason}});
    flow.state = Flow::State::Cancelled;
    flow.cancelCode = code;
    flow.cancelReason = reason;
    flow.cancelledByUs = true;
}

QString Verifications::request(const UserId& user, const DeviceId& device, const RoomId& room,
                               Changed& changed)
{
    Flow flow;
    flow.user = user;
    flow.room = room;
    flow.begun = m_context.now();
    flow.id = QString::fromLatin1(randomBytes(16).toHex());
    if (room.isEmpty()) {
        for (const DeviceRecord& known : m_context.take(m_context.store.devices(user))) {
            const bool wanted = device.isEmpty() || known.device == device;
            const bool isThis = user == m_context.user && known.device == m_context.device;
            if (wanted && !isThis && !known.deleted && !isDehydrated(known)) {
                flow.asked.append(known.device.toString());
            }
        }
        if (flow.asked.isEmpty()) {
            return {};
        }
    }
    for (Flow& other : loadAll()) {
        if (!other.isOver() && other.user == user) {
            abort(other, u"m.user"_s, u"Another verification was begun."_s);
            save(other, changed);
        }
    }
    sendRequest(flow);
    save(flow, changed);
    return flow.id;
}

void Verifications::sendRequest(Flow& flow)
{
    QJsonObject content = methodsContent();
    if (flow.room.isEmpty()) {
        content.insert(u"timestamp"_s, qint64(m_context.now()));
        send(flow, u"request"_s, content);
        return;
    }
    content.insert(u"msgtype"_s, u"m.key.verification.request"_s);
    content.insert(u"to"_s, flow.user.toString());
    content.insert(u"body"_s,
                   m_context.user.toString() +
                       u" is requesting to verify your key, but your client does not support "
                       "in-chat key verification."_s);
    OutgoingRecord record{.id = flow.id,
                          .kind = OutgoingRecord::Kind::RoomEvent,
                          .eventType = u"m.room.message"_s,
                          .body = content,
                          .room = flow.room};
    m_context.take(m_context.store.saveOutgoing(record));
}

//! The answer was faster than the server's word on which event the request became.
void Verifications::adopt(const RoomId& room, const UserId& user, const EventId& event)
{
    for (const Flow& flow : loadAll()) {
        if (flow.room == room && flow.user == user && !flow.incoming && !flow.isOver() &&
            !flow.id.startsWith(u'$')) {
            rename(flow.id, event);
            return;
        }
    }
}

void Verifications::roomEventSent(const OutgoingRecord& record, const EventId& event)
{
    rename(record.id, event);
}

void Verifications::roomEventRefused(const OutgoingRecord& record, Changed& changed)
{
    const QString relation =
        record.body.value("m.relates_to"_L1).toObject().value("event_id"_L1).toString();
    auto flow = load(relation.isEmpty() ? record.id : relation);
    if (flow && !flow->isOver()) {
        flow->state = Flow::State::Cancelled;
        flow->cancelCode = u"m.user"_s;
        flow->cancelReason = u"A message of the verification could not be sent."_s;
        flow->cancelledByUs = true;
        save(*flow, changed);
    }
}

//! From now on the flow bears the id that the other side knows.
void Verifications::rename(const QString& provisional, const EventId& event)
{
    auto flow = load(provisional);
    if (!flow || !event.isValid()) {
        return;
    }
    m_context.saveObject(settingOf(provisional), {});
    QJsonObject list = m_context.object(listSetting);
    list.remove(provisional);
    list.insert(event.toString(), true);
    m_context.saveObject(listSetting, list);
    m_context.take(
        m_context.store.saveValue(u"flowId:"_s + provisional, event.toString().toUtf8()));
    flow->id = event.toString();
    m_context.saveObject(settingOf(flow->id), flow->toJson());
}

bool Verifications::accept(const QString& id, Changed& changed)
{
    auto flow = inState(id, {Flow::State::Requested});
    if (!flow || !flow->incoming) {
        return false;
    }
    if (!fixKeys(*flow)) {
        abort(*flow, u"m.key_mismatch"_s, u"The device's keys are not known."_s);
    } else if (!canVouch(*flow)) {
        abort(*flow, noSigningKey, u"This device does not have the keys to sign with."_s);
    } else {
        send(*flow, u"ready"_s, methodsContent());
        flow->state = Flow::State::Ready;
    }
    save(*flow, changed);
    return flow->state == Flow::State::Ready;
}

bool Verifications::startSas(const QString& id, Changed& changed)
{
    auto flow = inState(id, {Flow::State::Ready});
    if (!flow || !flow->methods.contains("m.sas.v1"_L1)) {
        return false;
    }
    QJsonObject content{{u"from_device"_s, m_context.device.toString()},
                        {u"method"_s, u"m.sas.v1"_s},
                        {u"key_agreement_protocols"_s, QJsonArray{u"curve25519-hkdf-sha256"_s}},
                        {u"hashes"_s, QJsonArray{u"sha256"_s}},
                        {u"message_authentication_codes"_s, QJsonArray{u"hkdf-hmac-sha256.v2"_s}},
                        {u"short_authentication_string"_s, QJsonArray{u"decimal"_s, u"emoji"_s}}};
    send(*flow, u"start"_s, content);
    if (flow->room.isEmpty()) {
        content.insert(u"transaction_id"_s, flow->id);
    } else {
        content.insert(u"m.relates_to"_s,
                       QJsonObject{{u"rel_type"_s, u"m.reference"_s}, {u"event_id"_s, flow->id}});
    }
    flow->start = content;
    flow->weStarted = true;
    flow->state = Flow::State::Started;
    save(*flow, changed);
    return true;
}

bool Verifications::confirm(const QString& id, Changed& changed)
{
    auto flow = inState(id, {Flow::State::Sas, Flow::State::Scanned});
    if (!flow) {
        return false;
    }
    flow->confirmed = true;
    if (flow->state == Flow::State::Scanned) {
        finish(*flow);
    } else {
        sendMac(*flow);
        flow->state = Flow::State::Confirmed;
        if (flow->macChecked) {
            finish(*flow);
        }
    }
    save(*flow, changed);
    return true;
}

bool Verifications::mismatch(const QString& id, Changed& changed)
{
    auto flow = inState(id, {Flow::State::Sas, Flow::State::Scanned});
    if (!flow) {
        return false;
    }
    if (flow->state == Flow::State::Sas) {
        abort(*flow, u"m.mismatched_sas"_s, u"The short authentication strings differ."_s);
    } else {
        abort(*flow, u"m.user"_s, u"The code was not scanned by the other person."_s);
    }
    save(*flow, changed);
    return true;
}

bool Verifications::cancel(const QString& id, Changed& changed)
{
    auto flow = load(idOf(id));
    if (!flow || flow->isOver()) {
        return false;
    }
    abort(*flow, u"m.user"_s, u"The verification was cancelled."_s);
    save(*flow, changed);
    return true;
}

void Verifications::expire(Changed& changed)
{
    for (Flow& flow : loadAll()) {
        const Timestamp now = m_context.now();
        if (!flow.isOver() && (now - flow.begun > longest || now < flow.begun - longest)) {
            abort(flow, u"m.timeout"_s, u"The verification took too long."_s);
            save(flow, changed);
        } else if (flow.isOver() && now - flow.ended > keptAfter) {
            forget(flow.id);
        }
    }
}

void Verifications::forget(const QString& id)
{
    m_context.saveObject(settingOf(id), {});
    QJsonObject list = m_context.object(listSetting);
    list.remove(id);
    m_context.saveObject(listSetting, list);
}

} // namespace client::crypto
