// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Members: the known people of one room (with lazy loading: not all), and their names.
#pragma once

#include "base/ids.h"
#include "events/event.h"
#include "events/member.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace client::rooms {

struct Member {
    UserId user;
    events::Membership membership = events::Membership::Leave;
    QString name;   //!< display name as received; may be empty
    QString avatar; //!< mxc or empty
    bool operator==(const Member&) const = default;
};

//! A person as a view shows them.
struct Person {
    QString name; //!< disambiguated, safe to show
    QString avatar;
    bool operator==(const Person&) const = default;
};

//! From an m.room.member event; nullopt when malformed or when its key is no user id.
std::optional<Member> memberFrom(const events::Event& event);

//! Specification, "Calculating the display name for a user". `ambiguous`: somebody else who is
//! joined or invited has the same name (compare comparableName).
QString displayName(const Member& member, bool ambiguous);
//! Names that look alike compare equal: case, spaces, hidden characters folded.
QString comparableName(const QString& name);

class Members {
public:
    void set(const Member& member);
    //! Returns whether something changed.
    bool apply(const events::Event& event);
    const Member* find(const UserId& user) const;
    bool isAmbiguous(const Member& member) const;
    Person person(const UserId& user) const; //!< unknown people: their user id

    QString displayName(const UserId& user) const { return person(user).name; }

    std::vector<Member> with(events::Membership membership) const; //!< sorted by user id
    int count(events::Membership membership) const;

    bool isComplete() const { return m_complete; }

    void setComplete(bool complete) { m_complete = complete; }

private:
    void forgetName(const Member& member);
    void noteName(const Member& member);
    QHash<UserId, Member> m_members;
    QHash<QString, int> m_names; //!< comparable name -> people in the room who bear it
    bool m_complete = false;
};

} // namespace client::rooms
