// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of EncryptionJobs that moves room keys: out of the backup, into files and out of them.

#include "base/json.h"
#include "crypto/recovery/keyfile.h"
#include "engine/encryptionjobs.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::engine {

namespace {

constexpr int entriesAtOnce = 100;
constexpr qint64 largestFile = 64LL * 1024 * 1024;

//! What came by another way is not asked of other devices any more.
void cancelRequests(MachineParts& parts, const CryptoChanges& changes)
{
    for (const auto& [room, session] : changes.newRoomKeys) {
        parts.requests.cancel(room, session);
    }
}

} // namespace

Result<int> EncryptionJobs::begin(Result<StoredKeys> keys, bool onlyBetter)
{
    m_onlyBetter = onlyBetter;
    m_stored = keys ? std::move(*keys) : StoredKeys();
    m_count = {.imported = 0, .total = m_stored.left()};
    return keys ? Result<int>(m_count.total) : std::unexpected(keys.error());
}

Result<int> EncryptionJobs::beginRestore(const QByteArray& body)
{
    return begin(StoredKeys::ofBackup(body), false);
}

Result<int> EncryptionJobs::beginRoomRestore(const RoomId& room, const QByteArray& body)
{
    return begin(StoredKeys::ofRoom(room, body), true);
}

bool EncryptionJobs::isBetter(const StoredKeys::Key& key)
{
    const auto known =
        m_context.take(m_context.tables.crypto.inboundGroup(key.room, key.session.toLatin1()));
    return !known || key.content.value("first_message_index"_L1).toInteger() < known->firstIndex;
}

Result<EncryptionJobs::Restored> EncryptionJobs::restoreSome()
{
    const int rest = std::max(0, m_stored.left() - entriesAtOnce);
    CryptoChanges changes;
    int imported = 0;
    auto update = m_act([&] {
        const auto done = m_context.machine->use([&](MachineParts& parts) {
            for (int i = m_stored.left() - 1; i >= rest; --i) {
                imported += takeIn(parts, m_stored.key(i), changes) ? 1 : 0;
            }
            cancelRequests(parts, changes);
            return true;
        });
        m_context.take(done);
        m_context.noteCrypto(changes);
        m_context.changes.update.encryptionChanged = true;
        if (rest == 0) {
            retryAll(); // what is still missing has another reason now
        }
    });
    if (!update) {
        return std::unexpected(update.error());
    }
    m_stored.dropLast(m_stored.left() - rest);
    m_count.imported += imported;
    return Restored{std::move(*update), m_count, rest, rest == 0};
}

bool EncryptionJobs::takeIn(MachineParts& parts, const StoredKeys::Key& key, CryptoChanges& changes)
{
    if (m_stored.origin() == StoredKeys::Origin::File) {
        return parts.roomKeys.importOne(key.content, InboundGroupRecord::Source::File, changes);
    }
    return (!m_onlyBetter || isBetter(key)) &&
           parts.backup.importEntry(key.room, key.session, key.content, changes);
}

Result<Update> EncryptionJobs::restoreOne(const RoomId& room, const QByteArray& session,
                                          const QJsonObject& entry)
{
    CryptoChanges changes;
    return m_act([&] {
        m_context.take(m_context.machine->use([&](MachineParts& parts) {
            const bool taken =
                !entry.isEmpty() &&
                parts.backup.importEntry(room, QString::fromLatin1(session), entry, changes);
            cancelRequests(parts, changes);
            if (!taken) {
                parts.requests.ask(room, session);
            }
            return taken;
        }));
        m_context.take(m_context.tables.events.noteLookedFor(room, session, m_context.clock.now()));
        m_context.noteCrypto(changes);
    });
}

//! To be looked for in the backup. Other devices are asked for what is not there, or for all where
//! the backup cannot be read.
Result<EncryptionJobs::Wanted> EncryptionJobs::wantedKeys()
{
    Wanted wanted;
    auto asked = m_act([&] {
        const Timestamp now = m_context.clock.now();
        auto waiting = m_context.take(m_context.tables.events.waitingSessions(now, false));
        m_context.take(m_context.machine->use([&](MachineParts& parts) {
            const bool readable = parts.backup.hasKey();
            const auto lacking =
                readable ? m_context.take(m_context.tables.events.waitingSessions(now, true))
                         : waiting;
            for (const auto& [room, session] : lacking) {
                if (!parts.requests.ask(room, session)) {
                    break;
                }
                m_context.changes.update.cryptoHasRequests = true;
            }
            if (readable) {
                wanted.sessions = std::move(waiting);
            }
            return true;
        }));
    });
    return std::move(asked).transform([&](Update update) {
        wanted.update = std::move(update);
        return std::move(wanted);
    });
}

Result<ImportCount> EncryptionJobs::exportKeys(const QString& path, const SecretBytes& passphrase)
{
    if (QFile::exists(path)) {
        return fail(Error::Kind::Invalid, u"the file exists already"_s);
    }
    QByteArray json = "[";
    ImportCount count;
    const auto written = m_context.machine->look([&](MachineParts& parts) {
        RoomId room;
        QByteArray session;
        while (true) {
            const auto some =
                parts.context.take(parts.context.store.inboundGroupsAfter(room, session, 500));
            for (const InboundGroupRecord& record : some) {
                ++count.total;
                if (const auto content = parts.roomKeys.exportOf(record)) {
                    json += (count.imported++ == 0 ? "" : ",") + toJson(*content);
                }
                room = record.room;
                session = record.sessionId;
            }
            if (some.empty()) {
                return true;
            }
        }
    });
    json += "]";
    const auto sealed = written ? sealKeyFile(json, passphrase)
                                : Result<QByteArray>(std::unexpected(written.error()));
    wipe(json);
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(*sealed) != sealed->size() || !file.commit()) {
        return fail(Error::Kind::Invalid, u"the file cannot be written: "_s + file.errorString());
    }
    return count;
}

Result<int> EncryptionJobs::beginImport(const QString& path, const SecretBytes& passphrase)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::NotFound, u"the file cannot be read"_s);
    }
    if (file.size() > largestFile) {
        return fail(Error::Kind::Malformed, u"too large for a key file"_s);
    }
    const auto opened = openKeyFile(file.readAll(), passphrase);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    return begin(StoredKeys::ofFile(opened->view().toByteArray()), false);
}

} // namespace client::engine
