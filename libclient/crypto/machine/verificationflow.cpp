// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/verificationflow.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

QJsonArray arrayOf(const std::vector<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers) {
        array.append(number);
    }
    return array;
}

std::vector<int> numbersOf(const QJsonValue& value)
{
    std::vector<int> numbers;
    for (const QJsonValue& number : value.toArray()) {
        numbers.push_back(number.toInt());
    }
    return numbers;
}

QStringList stringsOf(const QJsonValue& value)
{
    QStringList strings;
    for (const QJsonValue& text : value.toArray()) {
        strings.append(text.toString());
    }
    return strings;
}

//! Names a field once for both directions.
template <class Flow, class Visit>
void fields(Flow& flow, Visit visit)
{
    visit(u"theirDeviceKey"_s, flow.theirDeviceKey);
    visit(u"theirMaster"_s, flow.theirMaster);
    visit(u"ownMaster"_s, flow.ownMaster);
    visit(u"ephemeral"_s, flow.ephemeral);
    visit(u"ownKey"_s, flow.ownKey);
    visit(u"theirKey"_s, flow.theirKey);
    visit(u"commitment"_s, flow.commitment);
    visit(u"qrSecret"_s, flow.qrSecret);
}

template <class Flow, class Visit>
void flags(Flow& flow, Visit visit)
{
    visit(u"incoming"_s, flow.incoming);
    visit(u"weStarted"_s, flow.weStarted);
    visit(u"accepted"_s, flow.accepted);
    visit(u"confirmed"_s, flow.confirmed);
    visit(u"macChecked"_s, flow.macChecked);
    visit(u"macOfMaster"_s, flow.macOfMaster);
    visit(u"scannedByUs"_s, flow.scannedByUs);
    visit(u"cancelledByUs"_s, flow.cancelledByUs);
}

} // namespace

QJsonObject VerificationFlow::toJson() const
{
    QJsonObject json{{u"id"_s, id},
                     {u"user"_s, user.toString()},
                     {u"device"_s, device.toString()},
                     {u"room"_s, room.toString()},
                     {u"state"_s, int(state)},
                     {u"begun"_s, qint64(begun)},
                     {u"received"_s, qint64(received)},
                     {u"ended"_s, qint64(ended)},
                     {u"asked"_s, QJsonArray::fromStringList(asked)},
                     {u"methods"_s, QJsonArray::fromStringList(methods)},
                     {u"start"_s, start},
                     {u"emoji"_s, arrayOf(emoji)},
                     {u"decimals"_s, arrayOf(decimals)},
                     {u"cancelCode"_s, cancelCode},
                     {u"cancelReason"_s, cancelReason}};
    fields(*this, [&](const QString& name, const QByteArray& value) {
        json.insert(name, QString::fromLatin1(value));
    });
    flags(*this, [&](const QString& name, bool value) { json.insert(name, value); });
    return json;
}

VerificationFlow VerificationFlow::fromJson(const QJsonObject& json)
{
    VerificationFlow flow;
    flow.id = json.value("id"_L1).toString();
    flow.user = UserId(json.value("user"_L1).toString());
    flow.device = DeviceId(json.value("device"_L1).toString());
    flow.room = RoomId(json.value("room"_L1).toString());
    flow.state = State(json.value("state"_L1).toInt());
    flow.begun = json.value("begun"_L1).toInteger();
    flow.received = json.value("received"_L1).toInteger();
    flow.ended = json.value("ended"_L1).toInteger();
    flow.asked = stringsOf(json.value("asked"_L1));
    flow.methods = stringsOf(json.value("methods"_L1));
    flow.start = json.value("start"_L1).toObject();
    flow.emoji = numbersOf(json.value("emoji"_L1));
    flow.decimals = numbersOf(json.value("decimals"_L1));
    flow.cancelCode = json.value("cancelCode"_L1).toString();
    flow.cancelReason = json.value("cancelReason"_L1).toString();
    fields(flow, [&](const QString& name, QByteArray& value) {
        value = json.value(name).toString().toLatin1();
    });
    flags(flow, [&](const QString& name, bool& value) { value = json.value(name).toBool(); });
    return flow;
}

VerificationView VerificationFlow::view() const
{
    VerificationView view;
    view.flow = id;
    view.user = user;
    view.device = device;
    view.room = room;
    view.incoming = incoming;
    view.state = state;
    if (state == State::Sas || state == State::Confirmed) {
        view.emoji = emoji;
        view.decimals = decimals;
    }
    if (state == State::Ready) {
        const bool reciprocates = methods.contains("m.reciprocate.v1"_L1);
        view.canSas = methods.contains("m.sas.v1"_L1);
        view.canShowQr = reciprocates && methods.contains("m.qr_code.scan.v1"_L1);
        view.canScanQr = reciprocates && methods.contains("m.qr_code.show.v1"_L1);
    }
    view.cancelCode = cancelCode;
    view.cancelReason = cancelReason;
    view.cancelledByUs = cancelledByUs;
    return view;
}

} // namespace client::crypto
