// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/preview.h"

#include "rooms/displaytext.h"

namespace client::timeline {

namespace {

using Kind = TimelineItem::Kind;
using LastKind = rooms::RoomSummary::LastKind;

LastKind lastKind(Kind kind)
{
    switch (kind) {
    case Kind::Text:
    case Kind::Notice:
    case Kind::Emote:
    case Kind::Unsupported:
    case Kind::Poll:
        return LastKind::Text;
    case Kind::Image:
        return LastKind::Image;
    case Kind::File:
        return LastKind::File;
    case Kind::Audio:
        return LastKind::Audio;
    case Kind::Video:
        return LastKind::Video;
    case Kind::Sticker:
        return LastKind::Sticker;
    case Kind::Location:
        return LastKind::Location;
    case Kind::Encrypted:
        return LastKind::Encrypted;
    case Kind::Redacted:
        return LastKind::Redacted;
    case Kind::State:
        return LastKind::State;
    case Kind::DayDivider:
    case Kind::UnreadDivider:
    case Kind::Start:
    case Kind::Gap:
        break;
    }
    return LastKind::None;
}

} // namespace

rooms::LastEvent lastMessagePreview(const TimelineItem& item)
{
    rooms::LastEvent last;
    last.kind = lastKind(item.kind);
    if (last.kind == LastKind::None) {
        return last;
    }
    last.id = EventId(item.eventId);
    last.sender = UserId(item.sender);
    last.timestamp = item.timestamp;
    last.body = rooms::oneLine(item.body);
    return last;
}

bool isPreview(const TimelineItem& item)
{
    const LastKind kind = lastKind(item.kind);
    return kind != LastKind::None && kind != LastKind::State;
}

} // namespace client::timeline
