// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/aggregations.h"

#include "events/message.h"
#include "events/types.h"

#include <algorithm>

using namespace Qt::StringLiterals;
namespace types = client::events::types;
using client::events::Relation;

namespace client::timeline {

namespace {

constexpr qsizetype maxKeys = 100;
constexpr qsizetype maxNames = 20;

UserId ownerOf(const StoredEvent& event)
{
    return event.owner.isEmpty() ? event.event.sender : event.owner;
}

//! 0: as good as its sender; 1: nobody can say; 2: against what its sender vouches for.
int doubtOf(const QString& trust)
{
    if (trust == "forwarded"_L1 || trust == "sharedHistory"_L1 || trust == "unknownDevice"_L1) {
        return 1;
    }
    const bool isBad =
        trust == "unsignedDevice"_L1 || trust == "unverified"_L1 || trust == "identityChanged"_L1;
    return isBad ? 2 : 0;
}

//! An echo is newer than everything that the server knows.
bool isOlder(const StoredEvent* a, const StoredEvent* b)
{
    if (a->isEcho() != b->isEcho()) {
        return b->isEcho();
    }
    if (a->isEcho()) {
        return false; // in the order in which they will be sent
    }
    if (a->event.originServerTs != b->event.originServerTs) {
        return a->event.originServerTs < b->event.originServerTs;
    }
    return a->event.id < b->event.id;
}

//! Keys that would change the line they stand in are no reactions.
bool isShowable(const QString& key)
{
    return std::ranges::none_of(key, [](QChar sign) {
        const char16_t code = sign.unicode();
        return sign.category() == QChar::Other_Control || code == 0x2028 || code == 0x2029 ||
               (code >= 0x200E && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
               (code >= 0x2066 && code <= 0x2069);
    });
}

} // namespace

Relation relationOf(const StoredEvent& event)
{
    Relation relation = events::parseRelation(event.event.content);
    if (relation == Relation() && event.decryption == Decryption::Done) {
        relation = events::parseRelation(event.clearContent);
    }
    return relation;
}

QString lesserTrust(const QString& one, const QString& other)
{
    return doubtOf(other) > doubtOf(one) ? other : one;
}

bool isValidEdit(const StoredEvent& original, const StoredEvent& edit)
{
    const bool readable =
        (original.decryption == Decryption::Plain || original.decryption == Decryption::Done) &&
        (edit.decryption == Decryption::Plain || edit.decryption == Decryption::Done);
    if (!readable || original.event.isState() || edit.event.isState()) {
        return false;
    }
    if (original.event.sender != edit.event.sender || original.type() != edit.type() ||
        ownerOf(original) != ownerOf(edit)) {
        return false;
    }
    if (original.wasEncrypted() && !edit.wasEncrypted()) {
        return false;
    }
    if (doubtOf(edit.trust) == 2 && doubtOf(original.trust) < 2) {
        return false; // a device that nobody vouches for does not put words under a good message
    }
    if (relationOf(original).kind == Relation::Kind::Replace) {
        return false;
    }
    const QJsonObject content = edit.content().value("m.new_content"_L1).toObject();
    return events::parseMessage(content).has_value();
}

Aggregations::Aggregations(const TimelineInput& input) : m_own(input.own)
{
    for (const StoredEvent& event : input.relations) {
        add(event);
    }
    for (const StoredEvent& event : input.events) {
        add(event);
    }
}

void Aggregations::add(const StoredEvent& event)
{
    if (!event.isEcho()) {
        if (m_seen.contains(event.event.id)) {
            return;
        }
        m_seen.insert(event.event.id);
    }
    if (event.event.type == types::redaction) {
        addRedaction(event);
        return;
    }
    const Relation relation = relationOf(event);
    if (relation.kind == Relation::Kind::Replace) {
        m_edits[relation.target].push_back(&event);
    } else if (relation.kind == Relation::Kind::Annotation && event.type() == types::reaction) {
        m_reactions[relation.target].push_back(&event);
    } else if (relation.kind == Relation::Kind::Reference) {
        m_references[relation.target].push_back(&event);
    }
}

//! What was taken back and could not be sent is still there.
void Aggregations::addRedaction(const StoredEvent& event)
{
    const QJsonObject object = event.event.raw.isEmpty()
                                   ? QJsonObject{{u"content"_s, event.event.content}}
                                   : event.event.raw;
    const EventId target = events::redactedId(object);
    if (!target.isEmpty() && event.sendState != TimelineItem::SendState::Failed) {
        m_redacted.insert(target);
    }
}

std::vector<const StoredEvent*> Aggregations::referencesOf(const StoredEvent& event) const
{
    return event.isEcho() ? std::vector<const StoredEvent*>() : m_references.value(event.event.id);
}

bool Aggregations::isRedacted(const StoredEvent& event) const
{
    return event.redacted || event.event.unsignedData.value("redacted_because"_L1).isObject() ||
           (!event.isEcho() && m_redacted.contains(event.event.id));
}

const StoredEvent* Aggregations::editOf(const StoredEvent& original) const
{
    const auto edits = m_edits.constFind(original.event.id);
    if (original.isEcho() || edits == m_edits.constEnd()) {
        return nullptr;
    }
    const StoredEvent* newest = nullptr;
    for (const StoredEvent* edit : *edits) {
        const bool newer = newest == nullptr || !isOlder(edit, newest);
        if (newer && !isRedacted(*edit) && isValidEdit(original, *edit)) {
            newest = edit;
        }
    }
    return newest;
}

QList<Reaction> Aggregations::reactionsOf(const StoredEvent& event, const PersonOf& personOf) const
{
    QList<Reaction> reactions;
    const auto found = m_reactions.constFind(event.event.id);
    if (event.isEcho() || found == m_reactions.constEnd()) {
        return reactions;
    }
    std::vector<const StoredEvent*> sorted = *found;
    std::ranges::stable_sort(sorted, isOlder);
    QHash<QString, qsizetype> places;
    QSet<std::pair<UserId, QString>> counted;
    for (const StoredEvent* one : sorted) {
        const QString key = relationOf(*one).key;
        const std::pair voter(one->event.sender, key);
        const bool known = places.contains(key);
        if (isRedacted(*one) || counted.contains(voter) || !isShowable(key) ||
            (!known && reactions.size() >= maxKeys)) {
            continue;
        }
        counted.insert(voter);
        if (!known) {
            places.insert(key, reactions.size());
            reactions.append(Reaction());
            reactions.last().key = key;
        }
        Reaction& reaction = reactions[places.value(key)];
        ++reaction.count;
        if (reaction.senders.size() < maxNames) {
            reaction.senders.append(personOf(one->event.sender).name);
        }
        if (one->event.sender == m_own) {
            reaction.mine = true;
            reaction.myEventId = one->event.id.toString();
        }
    }
    return reactions;
}

} // namespace client::timeline
