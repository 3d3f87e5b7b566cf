// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomState: the current state of one room as a value, without its members (see members.h).
#pragma once

#include "base/ids.h"
#include "events/event.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace client::rooms {

class RoomState {
public:
    //! The later event of a type and state key replaces the earlier; members and events that are
    //! no state are left out. Returns whether something changed.
    bool apply(const events::Event& event);

    const events::Event* find(const QString& type, const QString& stateKey = {}) const;
    QJsonObject content(const QString& type, const QString& stateKey = {}) const;

    QString name() const;              //!< m.room.name, safe to show; may be empty
    QString canonicalAlias() const;    //!< a valid alias or empty
    QString topic() const;             //!< plain, one line, bounded
    QString avatar() const;            //!< valid mxc or empty
    QString joinRule() const;          //!< "invite" when unknown
    QString historyVisibility() const; //!< "shared" when unknown
    QString roomVersion() const;       //!< "1" when unknown
    QString roomType() const;          //!< "m.space" …, usually empty
    bool isEncrypted() const;          //!< any m.room.encryption with state key ""
    //! Of rooms whose version gives their makers unlimited power (12 and later); else empty.
    std::vector<UserId> privilegedCreators() const;
    std::optional<UserId> creator() const;
    RoomId replacement() const; //!< as the tombstone says; unchecked, see followsEachOther
    RoomId predecessor() const; //!< as the create event says; unchecked

private:
    std::map<std::pair<QString, QString>, events::Event> m_events;
};

//! An upgrade is followed only when both rooms name each other.
struct RoomEnd {
    RoomId id;
    const RoomState* state = nullptr;
};

bool followsEachOther(const RoomEnd& older, const RoomEnd& newer);

//! The setting of a room never becomes weaker: once encrypted it stays so, the shorter rotation
//! wins.
struct RoomEncryption {
    QString algorithm;
    int64_t rotationMessages = 100;
    int64_t rotationMs = 604'800'000;
    bool operator==(const RoomEncryption&) const = default;
};

RoomEncryption strictest(const std::optional<RoomEncryption>& known, const QJsonObject& announced);

} // namespace client::rooms
