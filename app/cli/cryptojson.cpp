// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cryptojson.h"

#include "crypto/verification/emoji.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace cli {

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString stateWord(VerificationView::State state)
{
    constexpr std::array words{"requested"_L1, "ready"_L1,     "started"_L1, "sas"_L1,
                               "scanned"_L1,   "confirmed"_L1, "done"_L1,    "cancelled"_L1};
    return words.at(size_t(state));
}

QJsonArray emojiOf(const std::vector<int>& numbers)
{
    QJsonArray list;
    for (const int number : numbers) {
        const SasEmoji emoji = sasEmojiAt(number);
        list.append(QJsonObject{{u"number"_s, number},
                                {u"symbol"_s, emoji.symbol},
                                {u"description"_s, emoji.english},
                                {u"descriptionFr"_s, emoji.french}});
    }
    return list;
}

} // namespace

QString shareWithWord(ShareWith with)
{
    return with == ShareWith::Verified ? u"verified"_s : u"all"_s;
}

QJsonObject toJson(const EncryptionStatus& status)
{
    QJsonObject causes;
    for (auto it = status.undecryptableByCause.begin(); it != status.undecryptableByCause.end();
         ++it) {
        causes.insert(it.key(), it.value());
    }
    return {{u"crossSigning"_s, QJsonObject{{u"exists"_s, status.identityExists},
                                            {u"thisDeviceSigned"_s, status.thisDeviceSigned},
                                            {u"trusted"_s, status.identityTrusted},
                                            {u"changed"_s, status.identityChanged},
                                            {u"keysHere"_s, status.hasIdentityKeys}}},
            {u"backup"_s, QJsonObject{{u"version"_s, orNull(status.backupVersion)},
                                      {u"trusted"_s, status.backupTrusted},
                                      {u"keyHere"_s, status.backupKeyHere},
                                      {u"uploaded"_s, status.backedUp},
                                      {u"total"_s, status.roomKeys},
                                      {u"remaining"_s, status.roomKeys - status.backedUp},
                                      {u"disabledElsewhere"_s, status.backupDisabledElsewhere}}},
            {u"dehydratedDevice"_s, QJsonObject{{u"supported"_s, status.dehydrationSupported},
                                                {u"exists"_s, status.dehydratedDevice}}},
            {u"recovery"_s, status.recovery},
            {u"recoveryIncomplete"_s, status.recoveryIncomplete},
            {u"undecryptable"_s,
             QJsonObject{{u"count"_s, status.undecryptable}, {u"byCause"_s, causes}}},
            {u"shareWith"_s, shareWithWord(status.shareWith)},
            {u"newDevices"_s, status.newDevices},
            {u"onlySigned"_s, status.onlySigned},
            {u"ownKeysForeign"_s, status.ownKeysForeign},
            {u"profileRestored"_s, status.profileRestored}};
}

QJsonObject toJson(const DeviceView& device)
{
    return {{u"userId"_s, device.user.toString()},
            {u"deviceId"_s, device.device.toString()},
            {u"name"_s, device.name},
            {u"ed25519"_s, QString::fromLatin1(device.ed25519)},
            {u"curve25519"_s, QString::fromLatin1(device.curve25519)},
            {u"trust"_s, device.trust},
            {u"blocked"_s, device.blocked},
            {u"current"_s, device.current},
            {u"new"_s, device.fresh},
            {u"lastSeen"_s,
             device.lastSeen > 0 ? QJsonValue(qint64(device.lastSeen)) : QJsonValue::Null},
            {u"lastSeenIp"_s, orNull(device.lastSeenIp)}};
}

QJsonObject toJson(const IdentityView& identity)
{
    return {{u"userId"_s, identity.user.toString()},
            {u"master"_s, orNull(QString::fromLatin1(identity.master))},
            {u"verified"_s, identity.verified},
            {u"changed"_s, identity.changed},
            {u"blocksSending"_s, identity.blocksSending}};
}

QJsonObject toJson(const VerificationView& view)
{
    QJsonArray decimals;
    for (const int number : view.decimals) {
        decimals.append(number);
    }
    return {{u"flowId"_s, view.flow},
            {u"userId"_s, view.user.toString()},
            {u"deviceId"_s, orNull(view.device.toString())},
            {u"roomId"_s, orNull(view.room.toString())},
            {u"incoming"_s, view.incoming},
            {u"state"_s, stateWord(view.state)},
            {u"emoji"_s, emojiOf(view.emoji)},
            {u"decimals"_s, decimals},
            {u"methods"_s, QJsonObject{{u"sas"_s, view.canSas},
                                       {u"showQr"_s, view.canShowQr},
                                       {u"scanQr"_s, view.canScanQr}}},
            {u"cancelCode"_s, orNull(view.cancelCode)},
            {u"cancelReason"_s, orNull(view.cancelReason)},
            {u"cancelledByUs"_s, view.cancelledByUs}};
}

QJsonObject toJson(const ImportCount& count)
{
    return {{u"imported"_s, count.imported}, {u"total"_s, count.total}};
}

} // namespace cli
