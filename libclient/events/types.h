// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Type strings of the specification, written once.
#pragma once

#include <QLatin1StringView>

namespace client::events::types {

using namespace Qt::StringLiterals;

// Messages
inline constexpr auto message = "m.room.message"_L1;
inline constexpr auto sticker = "m.sticker"_L1;
inline constexpr auto encrypted = "m.room.encrypted"_L1;
inline constexpr auto reaction = "m.reaction"_L1;
inline constexpr auto redaction = "m.room.redaction"_L1;
inline constexpr auto callInvite = "m.call.invite"_L1;

// Polls, as other programs send them today (MSC3381)
inline constexpr auto unstablePollStart = "org.matrix.msc3381.poll.start"_L1;
inline constexpr auto unstablePollResponse = "org.matrix.msc3381.poll.response"_L1;
inline constexpr auto unstablePollEnd = "org.matrix.msc3381.poll.end"_L1;

// State
inline constexpr auto create = "m.room.create"_L1;
inline constexpr auto member = "m.room.member"_L1;
inline constexpr auto powerLevels = "m.room.power_levels"_L1;
inline constexpr auto name = "m.room.name"_L1;
inline constexpr auto topic = "m.room.topic"_L1;
inline constexpr auto avatar = "m.room.avatar"_L1;
inline constexpr auto canonicalAlias = "m.room.canonical_alias"_L1;
inline constexpr auto joinRules = "m.room.join_rules"_L1;
inline constexpr auto historyVisibility = "m.room.history_visibility"_L1;
inline constexpr auto guestAccess = "m.room.guest_access"_L1;
inline constexpr auto encryption = "m.room.encryption"_L1;
inline constexpr auto tombstone = "m.room.tombstone"_L1;
inline constexpr auto pinnedEvents = "m.room.pinned_events"_L1;
inline constexpr auto retention = "m.room.retention"_L1;
inline constexpr auto serverAcl = "m.room.server_acl"_L1;

// Ephemeral and account data
inline constexpr auto receipt = "m.receipt"_L1;
inline constexpr auto typing = "m.typing"_L1;
inline constexpr auto fullyRead = "m.fully_read"_L1;
inline constexpr auto direct = "m.direct"_L1;
inline constexpr auto pushRules = "m.push_rules"_L1;
inline constexpr auto tag = "m.tag"_L1;
inline constexpr auto markedUnread = "m.marked_unread"_L1;
inline constexpr auto unstableMarkedUnread = "com.famedly.marked_unread"_L1;
inline constexpr auto ignoredUsers = "m.ignored_user_list"_L1;

// Relations
inline constexpr auto annotation = "m.annotation"_L1;
inline constexpr auto replace = "m.replace"_L1;
inline constexpr auto reference = "m.reference"_L1;
inline constexpr auto thread = "m.thread"_L1;

} // namespace client::events::types
