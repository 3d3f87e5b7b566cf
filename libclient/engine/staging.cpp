// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/staging.h"

#include "base/log.h"
#include "crypto/attachment/attachmentcipher.h"
#include "crypto/primitives/primitives.h"

#include <QBuffer>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::engine {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

Error fileError(const QFile& file)
{
    const bool full =
        file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return fail(full ? Error::Kind::DiskFull : Error::Kind::Invalid, file.errorString()).error();
}

} // namespace

QString Staging::sealed(const QString& file) const
{
    return m_folder + u"/media/outbox/"_s + file;
}

QString Staging::clear(const QString& file) const
{
    return sealed(file) + u".clear"_s;
}

Result<> Staging::makeFolder() const
{
    const QString path = m_folder + u"/media/outbox"_s;
    const bool made =
        QDir().mkpath(path) && QFile::setPermissions(path, ownerOnly | QFile::ExeOwner);
    return made ? Result<>{} : fail(Error::Kind::Store, u"media folder cannot be made"_s);
}

Result<store::UploadRow> Staging::add(const QString& path)
{
    QFile plain(path);
    return plain.open(QIODevice::ReadOnly) ? seal(plain) : std::unexpected(fileError(plain));
}

//! What came from another message is never written in clear.
Result<store::UploadRow> Staging::add(const QByteArray& bytes)
{
    QBuffer plain;
    plain.setData(bytes);
    const bool open = plain.open(QIODevice::ReadOnly);
    return open ? seal(plain) : fail(Error::Kind::Internal, u"bytes cannot be read"_s);
}

Result<store::UploadRow> Staging::seal(QIODevice& plain)
{
    if (auto made = makeFolder(); !made) {
        return std::unexpected(made.error());
    }
    store::UploadRow row;
    row.file = QString::fromLatin1(crypto::randomBytes(16).toHex());
    QFile cipher(sealed(row.file));
    if (!cipher.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) {
        return std::unexpected(fileError(cipher));
    }
    auto key = crypto::encryptAttachment(plain, cipher, [] { return true; });
    if (key && !cipher.flush()) {
        key = std::unexpected(fileError(cipher));
    }
    if (!key) {
        remove(row.file);
        return std::unexpected(key.error());
    }
    row.key = key->key.view().toByteArray();
    row.iv = key->iv;
    row.sha256 = key->sha256;
    return row;
}

Result<> Staging::addAll(OutgoingMessage& message)
{
    for (const bool thumbnail : {false, true}) {
        const QString path = thumbnail ? message.thumbnailPath : message.filePath;
        const QByteArray& bytes = thumbnail ? message.thumbnailBytes : message.fileBytes;
        if (path.isEmpty() && bytes.isEmpty() && thumbnail) {
            continue;
        }
        const bool isCopy = message.kind == OutgoingMessage::Kind::Raw;
        auto upload = isCopy ? add(bytes) : add(path);
        if (!upload) {
            for (const store::UploadRow& made : std::exchange(message.staged, {})) {
                remove(made.file);
            }
            return std::unexpected(upload.error());
        }
        upload->thumbnail = thumbnail;
        upload->mimetype = thumbnail ? u"image/png"_s : message.mimetype;
        message.staged.push_back(std::move(*upload));
    }
    return {};
}

Result<QString> Staging::pathFor(const store::UploadRow& upload)
{
    if (upload.encrypted) {
        return sealed(upload.file);
    }
    QFile cipher(sealed(upload.file));
    QFile plain(clear(upload.file));
    if (!cipher.open(QIODevice::ReadOnly)) {
        return std::unexpected(fileError(cipher));
    }
    if (!plain.open(QIODevice::WriteOnly | QIODevice::Truncate, ownerOnly)) {
        return std::unexpected(fileError(plain));
    }
    const crypto::AttachmentKey key{SecretBytes::copyOf(upload.key), upload.iv, upload.sha256};
    if (auto opened = crypto::decryptAttachment(cipher, plain, key); !opened) {
        return std::unexpected(opened.error());
    }
    return plain.fileName();
}

void Staging::remove(const QString& file)
{
    for (const QString& path : {sealed(file), clear(file)}) {
        if (QFile::exists(path) && !QFile::remove(path)) {
            qCWarning(logMedia) << "a staged file cannot be removed";
        }
    }
}

void Staging::removeClear(const QString& file)
{
    if (QFile::exists(clear(file)) && !QFile::remove(clear(file))) {
        qCWarning(logMedia) << "a clear copy cannot be removed";
    }
}

void Staging::sweep(const std::vector<QString>& wanted)
{
    const QDir folder(m_folder + u"/media/outbox"_s);
    for (const QString& name : folder.entryList(QDir::Files)) {
        if (!std::ranges::contains(wanted, name) && !QFile::remove(folder.filePath(name))) {
            qCWarning(logMedia) << "a staged file cannot be removed";
        }
    }
}

} // namespace client::engine
