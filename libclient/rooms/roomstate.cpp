// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/roomstate.h"

#include "events/encryption.h"
#include "events/types.h"
#include "rooms/displaytext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
namespace types = client::events::types;

namespace client::rooms {

namespace {

constexpr qsizetype maxTopic = 1000;
constexpr qsizetype maxCreators = 100;

//! Versions whose makers are above all power levels.
bool hasPrivilegedCreators(const QString& version)
{
    bool isNumber = false;
    const int number = version.toInt(&isNumber);
    return isNumber ? number >= 12 : version == "org.matrix.hydra.11"_L1;
}

//! Versions before 11 name the creator in the content.
bool namesCreator(const QString& version)
{
    bool isNumber = false;
    const int number = version.toInt(&isNumber);
    return isNumber && number < 11;
}

} // namespace

bool RoomState::apply(const events::Event& event)
{
    if (!event.isState() || event.type == types::member) {
        return false;
    }
    const auto place = std::pair(event.type, *event.stateKey);
    const auto known = m_events.find(place);
    if (known == m_events.end()) {
        m_events.emplace(place, event);
        return true;
    }
    if (known->second == event) {
        return false;
    }
    known->second = event;
    return true;
}

const events::Event* RoomState::find(const QString& type, const QString& stateKey) const
{
    const auto found = m_events.find({type, stateKey});
    return found == m_events.end() ? nullptr : &found->second;
}

QJsonObject RoomState::content(const QString& type, const QString& stateKey) const
{
    const events::Event* event = find(type, stateKey);
    return event == nullptr ? QJsonObject() : event->content;
}

QString RoomState::name() const
{
    return safeName(content(types::name).value("name"_L1).toString());
}

QString RoomState::canonicalAlias() const
{
    const QString alias = content(types::canonicalAlias).value("alias"_L1).toString();
    return RoomAlias(alias).isValid() ? safeName(alias, 255) : QString();
}

QString RoomState::topic() const
{
    return oneLine(content(types::topic).value("topic"_L1).toString(), maxTopic);
}

QString RoomState::avatar() const
{
    const QString url = content(types::avatar).value("url"_L1).toString();
    return MxcUri(url).isValid() ? url : QString();
}

QString RoomState::joinRule() const
{
    const QString rule = content(types::joinRules).value("join_rule"_L1).toString();
    return rule.isEmpty() ? u"invite"_s : rule.left(64);
}

QString RoomState::historyVisibility() const
{
    const QString text =
        content(types::historyVisibility).value("history_visibility"_L1).toString();
    static const QStringList known{u"joined"_s, u"invited"_s, u"shared"_s, u"world_readable"_s};
    return known.contains(text) ? text : u"shared"_s;
}

QString RoomState::roomVersion() const
{
    const QString version = content(types::create).value("room_version"_L1).toString();
    return version.isEmpty() ? u"1"_s : version.left(64);
}

QString RoomState::roomType() const
{
    return content(types::create).value("type"_L1).toString().left(255);
}

bool RoomState::isEncrypted() const
{
    return find(types::encryption) != nullptr;
}

std::vector<UserId> RoomState::privilegedCreators() const
{
    const events::Event* create = find(types::create);
    if (create == nullptr || !hasPrivilegedCreators(roomVersion())) {
        return {};
    }
    std::vector<UserId> creators{create->sender};
    const QJsonArray more = create->content.value("additional_creators"_L1).toArray();
    for (qsizetype i = 0; i < std::min(more.size(), maxCreators); ++i) {
        UserId user(more.at(i).toString());
        if (user.isValid()) {
            creators.push_back(std::move(user));
        }
    }
    return creators;
}

std::optional<UserId> RoomState::creator() const
{
    const events::Event* create = find(types::create);
    if (create == nullptr) {
        return std::nullopt;
    }
    const UserId named(create->content.value("creator"_L1).toString());
    return namesCreator(roomVersion()) && named.isValid() ? named : create->sender;
}

RoomId RoomState::replacement() const
{
    RoomId id(content(types::tombstone).value("replacement_room"_L1).toString());
    return id.isValid() ? id : RoomId();
}

RoomId RoomState::predecessor() const
{
    const QJsonObject object = content(types::create).value("predecessor"_L1).toObject();
    RoomId id(object.value("room_id"_L1).toString());
    return id.isValid() ? id : RoomId();
}

bool followsEachOther(const RoomEnd& older, const RoomEnd& newer)
{
    return older.state != nullptr && newer.state != nullptr && older.id != newer.id &&
           older.state->replacement() == newer.id && newer.state->predecessor() == older.id;
}

RoomEncryption strictest(const std::optional<RoomEncryption>& known, const QJsonObject& announced)
{
    const auto parsed = events::parseEncryption(announced);
    RoomEncryption result = known.value_or(RoomEncryption());
    // An unknown algorithm is taken over: sending is refused then, and never done in clear.
    result.algorithm = parsed.algorithm;
    result.rotationMessages = std::min(result.rotationMessages, parsed.rotationMessages);
    result.rotationMs = std::min(result.rotationMs, parsed.rotationMs);
    return result;
}

} // namespace client::rooms
