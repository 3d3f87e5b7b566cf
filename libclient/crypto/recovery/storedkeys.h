// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StoredKeys: many room keys as they came from the backup or a key file, read one by one: of a
// hundred thousand only the text is held. A value, owned by whoever takes them in.
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QJsonObject>

#include <vector>

namespace client::crypto {

class StoredKeys {
public:
    enum class Origin { Backup, File };

    struct Key {
        RoomId room;         //!< backup only
        QString session;     //!< backup only
        QJsonObject content; //!< empty: not to be read
    };

    StoredKeys() = default;
    ~StoredKeys();
    StoredKeys(const StoredKeys&) = delete;
    StoredKeys& operator=(const StoredKeys&) = delete;
    StoredKeys(StoredKeys&& other) noexcept;
    StoredKeys& operator=(StoredKeys&& other) noexcept;

    // Malformed: not such an answer or file as a whole. What is inside is looked at by key().
    static Result<StoredKeys> ofBackup(QByteArray answer); //!< of /room_keys/keys
    static Result<StoredKeys> ofRoom(const RoomId& room, QByteArray answer);
    static Result<StoredKeys> ofFile(QByteArray clear); //!< is wiped in the end

    Origin origin() const { return m_origin; }

    int left() const { return int(m_spans.size()); }

    Key key(int index) const;
    void dropLast(int count);

private:
    //! Where a key lies in the text.
    struct Span {
        qsizetype name = 0, value = 0;
        int nameSize = 0, valueSize = 0, room = 0;
    };

    bool addSessions(QByteArrayView room, const RoomId& id);
    bool addAll(QByteArrayView object, int room);

    Origin m_origin = Origin::Backup;
    QByteArray m_text;
    std::vector<RoomId> m_rooms;
    std::vector<Span> m_spans;
};

} // namespace client::crypto
