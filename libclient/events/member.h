// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Member: content of m.room.member.
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QJsonObject>
#include <QString>

namespace client::events {

enum class Membership { Join, Invite, Knock, Leave, Ban };

struct MemberContent {
    Membership membership = Membership::Leave;
    QString displayName; //!< as received, at most 1024 characters; empty: none
    QString avatar;      //!< valid mxc or empty
    QString reason;
    bool isDirect = false;
    bool operator==(const MemberContent&) const = default;
};

//! Malformed without a membership of the specification.
Result<MemberContent> parseMember(const QJsonObject& content);
QString membershipName(Membership membership); //!< "join" …
std::optional<Membership> membershipFromName(const QString& name);

} // namespace client::events
