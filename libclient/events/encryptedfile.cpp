// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/encryptedfile.h"

#include "base/base64.h"

using namespace Qt::StringLiterals;

namespace client::events {

Result<EncryptedFile> parseEncryptedFile(const QJsonObject& object)
{
    const QJsonObject jwk = object.value("key"_L1).toObject();
    if (object.value("v"_L1).toString() != "v2"_L1 || jwk.value("kty"_L1).toString() != "oct"_L1 ||
        jwk.value("alg"_L1).toString() != "A256CTR"_L1) {
        return fail(Error::Kind::Malformed, u"encrypted file of an unknown version"_s);
    }
    EncryptedFile file;
    file.url = MxcUri(object.value("url"_L1).toString());
    if (!file.url.isValid()) {
        return fail(Error::Kind::Malformed, u"encrypted file without a valid address"_s);
    }
    auto key = decodeBase64Url(jwk.value("k"_L1).toString().toLatin1());
    const auto iv = decodeBase64(object.value("iv"_L1).toString().toLatin1());
    const QJsonObject hashes = object.value("hashes"_L1).toObject();
    const auto hash = decodeBase64(hashes.value("sha256"_L1).toString().toLatin1());
    if (!key || !iv || !hash || key->size() != 32 || iv->size() != 16 || hash->size() != 32) {
        return fail(Error::Kind::Malformed, u"encrypted file with a bad key, iv or hash"_s);
    }
    file.key = SecretBytes::takeFrom(*key);
    file.iv = *iv;
    file.sha256 = *hash;
    return file;
}

QJsonObject toJson(const EncryptedFile& file)
{
    const QJsonObject jwk{{u"alg"_s, u"A256CTR"_s},
                          {u"ext"_s, true},
                          {u"k"_s, QString::fromLatin1(encodeBase64Url(file.key.view()))},
                          {u"key_ops"_s, QJsonArray{u"encrypt"_s, u"decrypt"_s}},
                          {u"kty"_s, u"oct"_s}};
    return {
        {u"v"_s, u"v2"_s},
        {u"url"_s, file.url.toString()},
        {u"key"_s, jwk},
        {u"iv"_s, QString::fromLatin1(encodeBase64(file.iv))},
        {u"hashes"_s, QJsonObject{{u"sha256"_s, QString::fromLatin1(encodeBase64(file.sha256))}}}};
}

} // namespace client::events
