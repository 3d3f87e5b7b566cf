// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/historyreceiving.h"

#include "base/log.h"
#include "crypto/attachment/attachmentcipher.h"

#include <QBuffer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp day = 24LL * 3'600'000;
constexpr Timestamp offerLife = 30 * day; // an invitation may lie there for a while
constexpr int mostOfOne = 20;
constexpr int mostOffers = 500;
const auto offersSetting = u"historyOffers"_s;     // "room sender" -> {sender, key, …, file, at}
const auto acceptedSetting = u"historyAccepted"_s; // room -> {inviter, at}

QString nameOf(const RoomId& room, const UserId& sender)
{
    return room.toString() + u' ' + sender.toString();
}

Timestamp timeOf(const QJsonValue& entry)
{
    return entry.toObject().value("at"_L1).toInteger();
}

//! Takes out the oldest of `sender`, or of all when it is empty.
void dropOldest(QJsonObject& offers, const QString& sender)
{
    QString oldest;
    for (auto it = offers.begin(); it != offers.end(); ++it) {
        const bool counts = sender.isEmpty() || it->toObject().value("sender"_L1) == sender;
        if (counts && (oldest.isEmpty() || timeOf(*it) < timeOf(offers.value(oldest)))) {
            oldest = it.key();
        }
    }
    offers.remove(oldest);
}

int countOf(const QJsonObject& offers, const QString& sender)
{
    int count = 0;
    for (const QJsonValue& offer : offers) {
        count += offer.toObject().value("sender"_L1) == sender ? 1 : 0;
    }
    return count;
}

//! The entries of a list of the bundle, which may be absent but not of another form.
std::optional<std::vector<QJsonObject>> entriesOf(const QJsonObject& bundle, QLatin1StringView name)
{
    const QJsonValue list = bundle.value(name);
    const QJsonArray array = list.toArray();
    if ((!list.isArray() && !list.isUndefined()) || array.size() > mostBundledKeys) {
        return std::nullopt;
    }
    std::vector<QJsonObject> entries;
    entries.reserve(size_t(array.size()));
    for (const QJsonValue& entry : array) {
        entries.push_back(entry.toObject());
    }
    return entries;
}

} // namespace

bool HistoryReceiving::receive(const OlmPayload& payload)
{
    const RoomId room(payload.content.value("room_id"_L1).toString());
    const QJsonObject file = payload.content.value("file"_L1).toObject();
    const auto parsed = events::parseEncryptedFile(file);
    if (!payload.hasDeviceKeys || !room.isValid() || !parsed || payload.sender == m_context.user) {
        qCWarning(logCrypto) << "a history bundle that is refused, from"
                             << payload.sender.toString();
        return false;
    }
    const QString sender = payload.sender.toString();
    QJsonObject offers = m_context.object(offersSetting);
    offers.remove(nameOf(room, payload.sender));
    if (countOf(offers, sender) >= mostOfOne) {
        dropOldest(offers, sender);
    }
    if (offers.size() >= mostOffers) {
        dropOldest(offers, {});
    }
    offers.insert(nameOf(room, payload.sender),
                  QJsonObject{{u"sender"_s, sender},
                              {u"senderKey"_s, QString::fromLatin1(payload.senderKey)},
                              {u"ed25519"_s, QString::fromLatin1(payload.ed25519)},
                              {u"file"_s, events::toJson(*parsed)},
                              {u"at"_s, qint64(m_context.now())}});
    m_context.saveObject(offersSetting, offers);
    const QJsonObject accepted =
        m_context.object(acceptedSetting).value(room.toString()).toObject();
    if (accepted.value("inviter"_L1) == sender) {
        m_directory.markChanged(payload.sender); // the sending device may be a new one
    }
    return true;
}

void HistoryReceiving::accepted(const RoomId& room, const UserId& inviter)
{
    if (inviter == m_context.user) {
        return;
    }
    QJsonObject all = m_context.object(acceptedSetting);
    all.insert(room.toString(),
               QJsonObject{{u"inviter"_s, inviter.toString()}, {u"at"_s, qint64(m_context.now())}});
    m_context.saveObject(acceptedSetting, all);
    m_directory.track({inviter});
    m_directory.markChanged(inviter);
}

//! By the identity that was pinned, and by the list as it is now.
bool HistoryReceiving::isBelieved(const QJsonObject& offer, const UserId& sender)
{
    const auto device =
        m_context.deviceOf(sender, offer.value("senderKey"_L1).toString().toLatin1());
    return device && !device->deleted && !device->blocked &&
           device->ed25519 == offer.value("ed25519"_L1).toString().toLatin1() &&
           m_identities.isSignedByOwner(*device);
}

std::optional<HistoryOffer> HistoryReceiving::next(const std::function<bool(const RoomId&)>& isIn)
{
    QJsonObject offers = m_context.object(offersSetting);
    QJsonObject accepted = m_context.object(acceptedSetting);
    const auto before = std::pair(offers, accepted);
    std::optional<HistoryOffer> found;
    for (const QString& name : before.first.keys()) {
        if (m_context.now() - timeOf(offers.value(name)) > offerLife) {
            offers.remove(name);
        }
    }
    for (const QString& room : before.second.keys()) {
        const UserId inviter(accepted.value(room).toObject().value("inviter"_L1).toString());
        const QString name = nameOf(RoomId(room), inviter);
        if (m_context.now() - timeOf(accepted.value(room)) > day) {
            accepted.remove(room);
            offers.remove(name); // too late, and it will not become earlier
        } else if (offers.contains(name) && m_directory.isFresh(inviter) && isIn(RoomId(room))) {
            const QJsonObject offer = offers.value(name).toObject();
            if (isBelieved(offer, inviter)) {
                found = HistoryOffer{RoomId(room), inviter,
                                     offer.value("file"_L1).toObject().value("url"_L1).toString()};
            } else {
                qCWarning(logCrypto) << "a history bundle of an unsigned device is refused";
                offers.remove(name);
            }
        }
    }
    if (std::pair(offers, accepted) != before) {
        m_context.saveObject(offersSetting, offers);
        m_context.saveObject(acceptedSetting, accepted);
    }
    return found;
}

Result<HistoryBundle> HistoryReceiving::open(const HistoryOffer& offer, const QByteArray& cipher)
{
    const QJsonObject known =
        m_context.object(offersSetting).value(nameOf(offer.room, offer.sender)).toObject();
    const auto file = events::parseEncryptedFile(known.value("file"_L1).toObject());
    if (!file || file->url.toString() != offer.mxc || cipher.size() > largestBundle) {
        return fail(Error::Kind::Malformed, u"not the bundle that was offered"_s);
    }
    QByteArray sealed = cipher;
    QBuffer from(&sealed);
    QByteArray text;
    QBuffer to(&text);
    from.open(QIODevice::ReadOnly);
    to.open(QIODevice::WriteOnly);
    if (auto done = decryptAttachment(from, to, {file->key.clone(), file->iv, file->sha256});
        !done) {
        return std::unexpected(done.error());
    }
    to.close();
    const auto json = parseObject(text);
    wipe(text);
    if (!json) {
        return std::unexpected(json.error());
    }
    auto keys = entriesOf(*json, "room_keys"_L1);
    auto withheld = entriesOf(*json, "withheld"_L1);
    if (!keys || !withheld) {
        return fail(Error::Kind::Malformed, u"not a bundle, or too many keys"_s);
    }
    return HistoryBundle{std::move(*keys), std::move(*withheld)};
}

bool HistoryReceiving::importKey(const HistoryOffer& offer, const QJsonObject& key,
                                 CryptoChanges& changes)
{
    return key.value("room_id"_L1) == offer.room.toString() &&
           m_roomKeys.importOne(key, InboundGroupRecord::Source::Bundle, changes, offer.sender);
}

//! Only that history is not shared; the other reasons are the sender's to give.
void HistoryReceiving::importWithheld(const HistoryOffer& offer, const QJsonObject& notice,
                                      CryptoChanges& changes)
{
    const QString code = notice.value("code"_L1).toString();
    const QByteArray session = notice.value("session_id"_L1).toString().toLatin1();
    const bool fits = notice.value("room_id"_L1) == offer.room.toString() &&
                      (code == "m.history_not_shared"_L1 || code == "m.unauthorised"_L1 ||
                       code == "io.element.msc4268.history_not_shared"_L1);
    if (!fits || m_context.take(m_context.store.withheld(offer.room, session))) {
        return;
    }
    QJsonObject plain = notice;
    plain.insert("code"_L1, u"m.history_not_shared"_s);
    m_roomKeys.receiveWithheld(plain, changes);
}

void HistoryReceiving::done(const HistoryOffer& offer)
{
    QJsonObject offers = m_context.object(offersSetting);
    QJsonObject accepted = m_context.object(acceptedSetting);
    const QString name = nameOf(offer.room, offer.sender);
    const QJsonObject file = offers.value(name).toObject().value("file"_L1).toObject();
    if (!file.isEmpty() && file.value("url"_L1) != offer.mxc) {
        return; // another one came meanwhile
    }
    offers.remove(name);
    accepted.remove(offer.room.toString());
    m_context.saveObject(offersSetting, offers);
    m_context.saveObject(acceptedSetting, accepted);
}

} // namespace client::crypto
