// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Strong types for Matrix identifiers (specification, appendices, "Identifier grammar").
#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <functional>

namespace client {

//! An identifier that cannot be mistaken for one of another kind. Holds the text as received;
//! `isValid()` says whether it follows the grammar (sigil, server part, at most 255 bytes).
template <class Tag>
class Id {
public:
    Id() = default;

    explicit Id(QString text) : m_text(std::move(text)) {}

    const QString& toString() const { return m_text; }

    bool isEmpty() const { return m_text.isEmpty(); }

    bool isValid() const { return Tag::isValid(m_text); }

    friend bool operator==(const Id&, const Id&) = default;

    friend auto operator<=>(const Id& a, const Id& b)
    {
        return QString::compare(a.m_text, b.m_text) <=> 0;
    }

    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

// Grammar checks; each false for text over 255 UTF-8 bytes or with control characters.
struct UserTag {
    static bool isValid(const QString& text);
}; // @local:server

struct RoomTag {
    static bool isValid(const QString& text);
}; // !opaque[:server]

struct AliasTag {
    static bool isValid(const QString& text);
}; // #alias:server

struct EventTag {
    static bool isValid(const QString& text);
}; // $opaque

struct DeviceTag {
    static bool isValid(const QString& text);
}; // not empty, <= 255

struct TxnTag {
    static bool isValid(const QString& text);
};

struct MxcTag {
    static bool isValid(const QString& text);
}; // mxc://server/mediaId, strict

using UserId = Id<UserTag>;
using RoomId = Id<RoomTag>;
using RoomAlias = Id<AliasTag>;
using EventId = Id<EventTag>;
using DeviceId = Id<DeviceTag>;
using TxnId = Id<TxnTag>;
using MxcUri = Id<MxcTag>;

//! Part after the first colon of a user id, room id or alias; empty when there is none.
QString serverName(const QString& id);
//! Part between the sigil and the first colon.
QString localPart(const QString& id);
//! {server, mediaId} of a valid content URI; empty strings otherwise.
std::pair<QString, QString> mediaParts(const MxcUri& uri);

} // namespace client

template <class Tag>
struct std::hash<client::Id<Tag>> {
    size_t operator()(const client::Id<Tag>& id) const { return qHash(id); }
};
