// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/bundlemaker.h"

#include "crypto/attachment/attachmentcipher.h"

#include <QBuffer>

namespace client::crypto {

namespace {

constexpr qsizetype frame = 64; // braces and the names of the lists

} // namespace

BundleMaker::~BundleMaker()
{
    wipe(m_keys);
}

bool BundleMaker::add(QByteArray& list, qsizetype& count, const QJsonObject& entry) const
{
    QByteArray text = toJson(entry);
    const bool fits = count < mostBundledKeys &&
                      m_keys.size() + m_withheld.size() + text.size() + frame <= m_most;
    if (fits) {
        list += count++ == 0 ? "" : ",";
        list += text;
    }
    wipe(text);
    return fits;
}

bool BundleMaker::addKey(const QJsonObject& entry)
{
    return add(m_keys, m_keyCount, entry);
}

bool BundleMaker::addWithheld(const QJsonObject& entry)
{
    return add(m_withheld, m_withheldCount, entry);
}

Result<SealedBundle> BundleMaker::seal()
{
    QByteArray text = "{\"room_keys\":[" + m_keys + "],\"withheld\":[" + m_withheld + "]}";
    wipe(m_keys);
    m_keys.clear();
    m_withheld.clear();
    SealedBundle sealed;
    QBuffer from(&text);
    QBuffer to(&sealed.cipher);
    from.open(QIODevice::ReadOnly);
    to.open(QIODevice::WriteOnly);
    auto key = encryptAttachment(from, to, {});
    from.close();
    wipe(text);
    if (!key) {
        return std::unexpected(key.error());
    }
    sealed.file.key = std::move(key->key);
    sealed.file.iv = key->iv;
    sealed.file.sha256 = key->sha256;
    return sealed;
}

} // namespace client::crypto
