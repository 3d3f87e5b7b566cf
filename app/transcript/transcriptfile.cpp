// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transcript/transcriptfile.h"

#include "rooms/displaytext.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;
using client::Error;
using client::fail;
using client::Result;

namespace app {

QString transcriptFolder(const QString& path)
{
    const QFileInfo file(path);
    return file.absoluteDir().absoluteFilePath(file.completeBaseName() + u"_files"_s);
}

TranscriptFile::~TranscriptFile()
{
    discard();
}

bool TranscriptFile::discard()
{
    m_file.reset(); // what is not committed is gone with it
    return !std::exchange(m_ownsFolder, false) || QDir(m_folder).removeRecursively();
}

Result<> TranscriptFile::begin(const QString& path, TranscriptKind kind,
                               const TranscriptHeading& heading)
{
    discard();
    m_files = 0;
    m_folder = transcriptFolder(path);
    // A link that leads nowhere is there, too.
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink() || QFileInfo::exists(m_folder)) {
        return fail(Error::Kind::Invalid, u"the file or its folder exists already"_s);
    }
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        return fail(Error::Kind::Invalid, u"the file cannot be made"_s);
    }
    m_file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_format = TranscriptFormat::make(kind, &m_words);
    return write(m_format->begin(heading));
}

Result<TranscriptFile::Place> TranscriptFile::placeFor(const QString& name)
{
    if (!m_ownsFolder) {
        if (!QDir().mkdir(m_folder)) {
            return fail(Error::Kind::Store, u"the folder of attachments cannot be made"_s);
        }
        m_ownsFolder = true;
    }
    const QString safe =
        u"%1 %2"_s.arg(++m_files, 4, 10, QChar(u'0')).arg(client::rooms::safeFileName(name));
    return Place{m_folder + u'/' + safe, QFileInfo(m_folder).fileName() + u'/' + safe};
}

Result<> TranscriptFile::write(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    if (m_file->write(bytes) == bytes.size()) {
        return {};
    }
    return fail(m_file->error() == QFileDevice::ResourceError ? Error::Kind::DiskFull
                                                              : Error::Kind::Store,
                m_file->errorString());
}

Result<> TranscriptFile::add(const std::vector<TranscriptEntry>& entries)
{
    QString text;
    for (const TranscriptEntry& entry : entries) {
        text += m_format->entry(entry);
    }
    return write(text);
}

Result<qint64> TranscriptFile::finish(const TranscriptEnding& ending)
{
    if (const auto written = write(m_format->end(ending)); !written) {
        return std::unexpected(written.error());
    }
    const qint64 bytes = m_file->pos();
    if (QFileInfo::exists(m_file->fileName())) {
        return fail(Error::Kind::Invalid, u"the file exists already"_s);
    }
    if (!m_file->commit()) {
        return fail(Error::Kind::DiskFull, m_file->errorString());
    }
    m_ownsFolder = false; // it is the person's now
    return bytes;
}

} // namespace app
