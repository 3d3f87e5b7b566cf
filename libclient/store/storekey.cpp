// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/storekey.h"

#include "base/base64.h"
#include "base/json.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace client::store {

using Kind = Error::Kind;

namespace {

constexpr int version = 1;
constexpr qsizetype saltSize = 16;
constexpr qsizetype nonceSize = 12;
constexpr size_t keySize = 32;
// Below: too cheap to guess. Above: somebody wants this computer to stand still.
constexpr uint32_t leastMemory = 19 * 1024;
constexpr uint32_t mostMemory = 1024 * 1024;
constexpr uint32_t leastRounds = 2;
constexpr uint32_t mostRounds = 20;
constexpr uint32_t mostLanes = 16;

std::unexpected<Error> damaged(const QString& why)
{
    return fail(Kind::Damaged, u"key file: "_s + why);
}

QByteArray boundTo(const QByteArray& purpose, crypto::Argon2Cost cost)
{
    return "tchap-key-v" + QByteArray::number(version) + '|' + purpose + '|' +
           QByteArray::number(cost.memoryKib) + '|' + QByteArray::number(cost.iterations) + '|' +
           QByteArray::number(cost.lanes);
}

bool isAllowed(crypto::Argon2Cost cost)
{
    return cost.memoryKib >= leastMemory && cost.memoryKib <= mostMemory &&
           cost.iterations >= leastRounds && cost.iterations <= mostRounds && cost.lanes >= 1 &&
           cost.lanes <= mostLanes;
}

uint32_t numberOf(const QJsonObject& object, QLatin1StringView name)
{
    const double value = object.value(name).toDouble();
    return value >= 0 && value <= double(UINT32_MAX) ? uint32_t(value) : 0;
}

QByteArray bytesOf(const QJsonObject& object, QLatin1StringView name)
{
    return decodeBase64(object.value(name).toString().toLatin1()).value_or(QByteArray());
}

} // namespace

SecretBytes makeRootKey()
{
    return crypto::randomSecret(keySize);
}

Result<SecretBytes> databaseKey(const SecretBytes& root)
{
    return crypto::hkdfSha256(root, {}, "tchap-db-v1", keySize);
}

Result<SecretBytes> pickleKey(const SecretBytes& root)
{
    return crypto::hkdfSha256(root, {}, "tchap-pickle-v1", keySize);
}

Result<SecretBytes> mediaKey(const SecretBytes& root)
{
    return crypto::hkdfSha256(root, {}, "tchap-media-v1", keySize);
}

Result<SecretBytes> namesKey(const SecretBytes& root)
{
    return crypto::hkdfSha256(root, {}, "tchap-names-v1", keySize);
}

Result<> wrapKey(const QString& path, const SecretBytes& root, const SecretBytes& passphrase,
                 const QByteArray& purpose, crypto::Argon2Cost cost)
{
    const QByteArray salt = crypto::randomBytes(saltSize);
    const QByteArray nonce = crypto::randomBytes(nonceSize);
    const auto key = crypto::argon2id(passphrase, salt, cost, keySize);
    if (!key) {
        return std::unexpected(key.error());
    }
    const auto sealed = crypto::aesGcmSeal(*key, nonce, boundTo(purpose, cost), root.view());
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const QByteArray text = toJson(QJsonObject{
        {u"version"_s, version},
        {u"kdf"_s, u"argon2id"_s},
        {u"memoryKib"_s, int(cost.memoryKib)},
        {u"iterations"_s, int(cost.iterations)},
        {u"lanes"_s, int(cost.lanes)},
        {u"salt"_s, QString::fromLatin1(encodeBase64(salt))},
        {u"nonce"_s, QString::fromLatin1(encodeBase64(nonce))},
        {u"sealed"_s, QString::fromLatin1(encodeBase64(*sealed))},
    });
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(text) != text.size() || !file.commit()) {
        return fail(Kind::Store, u"key file cannot be written: "_s + file.errorString());
    }
    return {};
}

Result<SecretBytes> unwrapKey(const QString& path, const SecretBytes& passphrase,
                              const QByteArray& purpose)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Kind::Store, u"key file cannot be read: "_s + file.errorString());
    }
    const auto object = parseObject(file.read(64 * 1024));
    if (!object) {
        return damaged(u"not JSON"_s);
    }
    if (object->value("version"_L1).toInt() > version) {
        return fail(Kind::TooNew, u"key file of a newer program"_s);
    }
    const crypto::Argon2Cost cost{numberOf(*object, "memoryKib"_L1),
                                  numberOf(*object, "iterations"_L1),
                                  numberOf(*object, "lanes"_L1)};
    const QByteArray salt = bytesOf(*object, "salt"_L1);
    const QByteArray nonce = bytesOf(*object, "nonce"_L1);
    const QByteArray sealed = bytesOf(*object, "sealed"_L1);
    if (object->value("kdf"_L1) != "argon2id"_L1 || !isAllowed(cost) || salt.size() != saltSize ||
        nonce.size() != nonceSize || sealed.size() != qsizetype(keySize) + 16) {
        return damaged(u"members"_s);
    }
    const auto key = crypto::argon2id(passphrase, salt, cost, keySize);
    if (!key) {
        return std::unexpected(key.error());
    }
    auto root = crypto::aesGcmOpen(*key, nonce, boundTo(purpose, cost), sealed);
    return root ? std::move(root) : fail(Kind::WrongKey, u"not this passphrase"_s);
}

} // namespace client::store
