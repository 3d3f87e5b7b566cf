// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/verification/sas.h"

#include "base/base64.h"
#include "base/canonicaljson.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

QByteArray sasBytes(const SecretBytes& shared, const SasParty& starter, const SasParty& accepter,
                    const QString& transaction)
{
    QByteArray info = "MATRIX_KEY_VERIFICATION_SAS";
    for (const SasParty* party : {&starter, &accepter}) {
        info += '|' + party->user.toString().toUtf8() + '|' + party->device.toString().toUtf8() +
                '|' + party->key;
    }
    info += '|' + transaction.toUtf8();
    const auto bytes = hkdfSha256(shared, {}, info, 6);
    return bytes ? bytes->view().toByteArray() : QByteArray();
}

std::vector<int> sasEmoji(const QByteArray& bytes)
{
    std::vector<int> numbers;
    if (bytes.size() == 6) {
        uint64_t all = 0;
        for (const char byte : bytes) {
            all = (all << 8) | uint8_t(byte);
        }
        for (int i = 0; i < 7; ++i) {
            numbers.push_back(int((all >> (42 - 6 * i)) & 0x3f));
        }
    }
    return numbers;
}

std::vector<int> sasDecimals(const QByteArray& bytes)
{
    if (bytes.size() < 5) {
        return {};
    }
    uint64_t all = 0;
    for (const char byte : bytes.first(5)) {
        all = (all << 8) | uint8_t(byte);
    }
    return {int((all >> 27) & 0x1fff) + 1000, int((all >> 14) & 0x1fff) + 1000,
            int((all >> 1) & 0x1fff) + 1000};
}

QByteArray sasCommitment(const QByteArray& accepterKey, const QJsonObject& startContent)
{
    const auto canonical = canonicalJson(startContent);
    return canonical ? encodeBase64(sha256(accepterKey + *canonical)) : QByteArray();
}

QByteArray sasMac(const SecretBytes& shared, const SasParty& from, const SasParty& to,
                  const QString& transaction, const QString& keyId, const QByteArray& text)
{
    const QString info = u"MATRIX_KEY_VERIFICATION_MAC"_s + from.user.toString() +
                         from.device.toString() + to.user.toString() + to.device.toString() +
                         transaction + keyId;
    const auto key = hkdfSha256(shared, {}, info.toUtf8(), 32);
    return key ? encodeBase64(hmacSha256(*key, text)) : QByteArray();
}

} // namespace client::crypto
