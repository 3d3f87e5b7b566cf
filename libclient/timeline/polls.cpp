// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/polls.h"

#include "rooms/displaytext.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace client::timeline {

namespace {

constexpr qsizetype maxLine = 340; //!< shown of a question or an answer

//! In clear below an encrypted poll: whoever keeps the server may have written it.
bool counts(const StoredEvent& event, const PollInput& input)
{
    const bool readable =
        event.decryption == Decryption::Plain || event.decryption == Decryption::Done;
    const bool unsure = input.start->wasEncrypted() && !event.wasEncrypted();
    return readable && !unsure && !event.event.isState() && !input.isRedacted(event);
}

bool isNewer(const StoredEvent& one, const StoredEvent& other)
{
    if (one.isEcho() != other.isEcho()) {
        return one.isEcho();
    }
    if (one.isEcho()) {
        return true; // the later in the outbox
    }
    if (one.event.originServerTs != other.event.originServerTs) {
        return one.event.originServerTs > other.event.originServerTs;
    }
    return one.event.id > other.event.id;
}

//! Time of the first end by somebody who may; the greatest time there is while the poll is open.
Timestamp endOf(const PollInput& input)
{
    Timestamp end = std::numeric_limits<Timestamp>::max();
    for (const StoredEvent* event : input.related) {
        const UserId& sender = event->event.sender;
        if (events::isPollEnd(event->type()) && counts(*event, input) &&
            (sender == input.start->event.sender || input.mayClose(sender))) {
            end = std::min(end, event->event.originServerTs);
        }
    }
    return end;
}

QStringList validVote(const events::Poll& poll, const StoredEvent& event)
{
    QStringList valid;
    for (const QString& id : events::parseVote(event.content())) {
        const bool known = std::ranges::any_of(
            poll.answers, [&id](const events::PollAnswer& answer) { return answer.id == id; });
        if (known && valid.size() < poll.maxSelections) {
            valid << id;
        }
    }
    return valid;
}

} // namespace

PollInfo countPoll(const events::Poll& poll, const PollInput& input)
{
    const Timestamp end = endOf(input);
    QHash<UserId, const StoredEvent*> latest;
    for (const StoredEvent* event : input.related) {
        if (!events::isPollResponse(event->type()) || !counts(*event, input) ||
            event->event.originServerTs > end) {
            continue;
        }
        const StoredEvent*& kept = latest[event->event.sender];
        kept = kept == nullptr || isNewer(*event, *kept) ? event : kept;
    }
    PollInfo info;
    info.question = rooms::oneLine(poll.question, maxLine);
    info.closed = end != std::numeric_limits<Timestamp>::max();
    info.disclosed = poll.disclosed;
    info.maxSelections = poll.maxSelections;
    QHash<QString, int> votes;
    QStringList own;
    for (auto it = latest.cbegin(); it != latest.cend(); ++it) {
        const QStringList vote = validVote(poll, **it);
        info.voters += vote.isEmpty() ? 0 : 1;
        own = it.key() == input.own ? vote : own;
        for (const QString& id : vote) {
            ++votes[id];
        }
    }
    info.shown = info.closed || info.disclosed;
    for (const events::PollAnswer& answer : poll.answers) {
        PollChoice choice;
        choice.id = answer.id;
        choice.text = rooms::oneLine(answer.text, maxLine);
        choice.votes = info.shown ? votes.value(answer.id) : 0;
        choice.mine = own.contains(answer.id);
        info.answers.append(choice);
    }
    return info;
}

} // namespace client::timeline
