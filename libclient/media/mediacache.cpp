// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/mediacache.h"

#include "crypto/primitives/primitives.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace client::media {

namespace {

constexpr qsizetype nonceSize = 12;

} // namespace

MediaCache::MediaCache(QString folder, SecretBytes sealKey, SecretBytes nameKey, qint64 maxBytes)
    : m_folder(std::move(folder))
    , m_sealKey(std::move(sealKey))
    , m_nameKey(std::move(nameKey))
    , m_maxBytes(maxBytes)
{
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const QString& left : QDir(m_folder).entryList({u"*.part"_s}, QDir::Files)) {
        const QFileInfo info(m_folder + u'/' + left);
        if (info.lastModified().daysTo(QDateTime::currentDateTime()) > 1) {
            QFile::remove(info.filePath());
        }
    }
}

QString MediaCache::pathOf(const QString& name, QLatin1StringView suffix) const
{
    const QByteArray hash = crypto::hmacSha256(m_nameKey, name.toUtf8());
    return m_folder + u'/' + QString::fromLatin1(hash.toHex()) + suffix;
}

QString MediaCache::cipherPath(const QString& name) const
{
    return pathOf(name, ".cipher"_L1);
}

bool MediaCache::hasCipher(const QString& name) const
{
    return QFile::exists(cipherPath(name));
}

Result<QByteArray> MediaCache::sealed(const QString& name) const
{
    QFile file(pathOf(name, ".sealed"_L1));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::NotFound, u"not in the cache"_s);
    }
    const QByteArray bytes = file.readAll();
    if (bytes.size() < nonceSize) {
        return fail(Error::Kind::Damaged, u"cached file"_s);
    }
    const auto clear = crypto::aesGcmOpen(m_sealKey, bytes.first(nonceSize), name.toUtf8(),
                                          bytes.sliced(nonceSize));
    if (!clear) {
        file.remove(); // fetched again
        return fail(Error::Kind::Damaged, u"cached file"_s);
    }
    touch(file.fileName());
    return clear->view().toByteArray();
}

Result<> MediaCache::seal(const QString& name, const QByteArray& bytes)
{
    const QByteArray nonce = crypto::randomBytes(nonceSize);
    const auto sealed = crypto::aesGcmSeal(m_sealKey, nonce, name.toUtf8(), bytes);
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    QSaveFile file(pathOf(name, ".sealed"_L1));
    if (!file.open(QIODevice::WriteOnly) || file.write(nonce + *sealed) < 0 || !file.commit()) {
        return fail(Error::Kind::Store, u"media cache: "_s + file.errorString());
    }
    evict();
    return {};
}

void MediaCache::remove(const QString& name) const
{
    QFile::remove(pathOf(name, ".sealed"_L1));
    QFile::remove(cipherPath(name));
}

void MediaCache::touch(const QString& path) const
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        file.setFileTime(QDateTime::currentDateTime(), QFile::FileModificationTime);
    }
}

void MediaCache::evict() const
{
    const auto files = QDir(m_folder).entryInfoList({u"*.cipher"_s, u"*.sealed"_s}, QDir::Files,
                                                    QDir::Time); // newest first
    qint64 total = 0;
    for (const QFileInfo& info : files) {
        total += info.size();
        if (total > m_maxBytes) {
            QFile::remove(info.filePath());
        }
    }
}

} // namespace client::media
