// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessionfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace client::session {

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/tchap-desktop"_s;
}

QString accountFolder(const QString& dataDir)
{
    return QDir(dataDir).absoluteFilePath(u"account"_s);
}

bool hasAccount(const QString& folder)
{
    return QFile::exists(folder + u"/cache.db"_s);
}

Result<> markWipe(const QString& folder)
{
    QFile mark(folder + u"/wiping"_s);
    return mark.open(QIODevice::WriteOnly) ? Result<>{} : fail(Error::Kind::Store, u"wipe mark"_s);
}

Result<> finishWipe(const QString& folder)
{
    if (!QFile::exists(folder + u"/wiping"_s)) {
        return {};
    }
    // What opens the rest goes first: after it, the rest is noise. The mark goes last.
    QFile::remove(folder + u"/key.json"_s);
    QDir dir(folder);
    for (const QFileInfo& info :
         dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (info.fileName() == "wiping"_L1) {
            continue;
        }
        const bool gone = info.isDir() ? QDir(info.filePath()).removeRecursively()
                                       : QFile::remove(info.filePath());
        if (!gone) {
            return fail(Error::Kind::Store, u"a file could not be erased"_s);
        }
    }
    return dir.removeRecursively() ? Result<>{}
                                   : fail(Error::Kind::Store, u"a file could not be erased"_s);
}

Result<QString> setAside(const QString& folder)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s);
    const QString target = QFileInfo(folder).path() + u"/account-damaged-"_s + stamp;
    return QDir().rename(folder, target) ? Result<QString>(target)
                                         : fail(Error::Kind::Store, u"the store cannot be moved"_s);
}

} // namespace client::session
