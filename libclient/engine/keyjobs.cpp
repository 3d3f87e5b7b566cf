// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of EncryptionJobs that moves room keys: out of the backup, into files and out of them.

#include "base/answerjson.h"
#include "base/log.h"
#include "crypto/recovery/keyfile.h"
#include "engine/encryptionjobs.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::engine {

namespace {

constexpr int entriesAtOnce = 200;
constexpr qint64 largestFile = 64LL * 1024 * 1024;

//! What came by another way is not asked of other devices any more.
void cancelRequests(MachineParts& parts, const CryptoChanges& changes)
{
    for (const auto& [room, session] : changes.newRoomKeys) {
        parts.requests.cancel(room, session);
    }
}

} // namespace

Result<int> EncryptionJobs::beginRestore(const QByteArray& body)
{
    const auto json = parseAnswer(body);
    if (!json) {
        return std::unexpected(json.error());
    }
    m_entries.clear();
    m_count = {};
    const QJsonObject rooms = json->value("rooms"_L1).toObject();
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
        const QJsonObject sessions = room.value().toObject().value("sessions"_L1).toObject();
        for (auto it = sessions.begin(); it != sessions.end(); ++it) {
            m_entries.push_back({RoomId(room.key()), it.key(), it.value().toObject(),
                                 InboundGroupRecord::Source::Backup});
        }
    }
    m_count.total = int(m_entries.size());
    return m_count.total;
}

Result<int> EncryptionJobs::beginRoomRestore(const RoomId& room, const QByteArray& body)
{
    const auto json = parseAnswer(body);
    if (!json) {
        return std::unexpected(json.error());
    }
    m_entries.clear();
    m_count = {};
    const QJsonObject sessions = json->value("sessions"_L1).toObject();
    for (auto it = sessions.begin(); it != sessions.end(); ++it) {
        const auto known = m_context.tables.crypto.inboundGroup(room, it.key().toLatin1());
        if (!known) {
            return std::unexpected(known.error());
        }
        const auto first = it->toObject().value("first_message_index"_L1).toInteger();
        if (!*known || first < (*known)->firstIndex) {
            m_entries.push_back(
                {room, it.key(), it->toObject(), InboundGroupRecord::Source::Backup});
        }
    }
    m_count.total = int(m_entries.size());
    return m_count.total;
}

Result<EncryptionJobs::Restored> EncryptionJobs::restoreSome()
{
    const size_t rest = m_entries.size() - std::min(m_entries.size(), size_t(entriesAtOnce));
    CryptoChanges changes;
    int imported = 0;
    auto update = m_act([&] {
        const auto done = m_context.machine->use([&](MachineParts& parts) {
            for (size_t i = rest; i < m_entries.size(); ++i) {
                const Entry& entry = m_entries[i];
                const bool taken =
                    entry.source == InboundGroupRecord::Source::Backup
                        ? parts.backup.importEntry(entry.room, entry.session, entry.content,
                                                   changes)
                        : parts.roomKeys.importOne(entry.content, entry.source, changes);
                imported += taken ? 1 : 0;
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
    m_entries.resize(rest);
    m_count.imported += imported;
    return Restored{std::move(*update), m_count, int(rest), rest == 0};
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
Result<std::vector<std::pair<RoomId, QByteArray>>> EncryptionJobs::wantedKeys()
{
    std::vector<std::pair<RoomId, QByteArray>> wanted;
    const auto asked = m_act([&] {
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
            }
            if (readable) {
                wanted = std::move(waiting);
            }
            return true;
        }));
    });
    return asked.transform([&](const Update&) { return std::move(wanted); });
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
    const auto keys = parseArray(opened->view().toByteArray());
    if (!keys) {
        return std::unexpected(keys.error());
    }
    m_entries.clear();
    m_count = {};
    for (const QJsonValue& key : *keys) {
        m_entries.push_back(
            {RoomId(), QString(), key.toObject(), InboundGroupRecord::Source::File});
    }
    m_count.total = int(m_entries.size());
    return m_count.total;
}

} // namespace client::engine
