// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// EventLog: puts events into a room's history and draws what follows from them: relations,
// redactions, the end of a local echo, unread counts. Owned by Engine::Parts.
#pragma once

#include "engine/context.h"

namespace client::engine {

class EventLog {
public:
    enum class Arrival {
        Live,  //!< new by sync: may be announced to the person
        First, //!< by the first sync: known elsewhere already
        Older, //!< by backfill
    };

    explicit EventLog(Context& context) : m_context(context) {}

    //! False when the event is known already, or older than the room keeps messages.
    bool add(LiveRoom& room, const events::Event& event, const store::Place& place,
             Arrival arrival);
    //! What the push rules and a list's row make of an event as far as it is readable.
    void judge(LiveRoom& room, store::EventRow& row);
    //! An event that was asked for by itself. False when it is known already.
    bool addAside(LiveRoom& room, const events::Event& event);
    //! The main timeline has been read up to `place`; a thread; everything.
    void readUpTo(LiveRoom& room, const store::Place& place);
    void readThread(LiveRoom& room, const EventId& root, const store::Place& place);
    void readAll(LiveRoom& room, const store::Place& place);

private:
    store::EventRow rowOf(LiveRoom& room, const events::Event& event, const store::Place& place);
    bool isKnown(LiveRoom& room, const EventId& event, const store::Place& place, bool& placed);
    EventId threadOf(const LiveRoom& room, const events::Event& event);
    void noteRoot(const LiveRoom& room, const events::Event& event);
    bool comesTooLate(const LiveRoom& room, const events::Event& event);
    void addRelation(LiveRoom& room, const events::Event& event);
    void redact(LiveRoom& room, const EventId& target, const QJsonObject& because);
    void wipe(LiveRoom& room, const store::EventRow& row, const QJsonObject& because);
    void settleEcho(store::EventRow& row, const events::Event& event);
    QString clearTrust(const LiveRoom& room, const events::Event& event) const;

    Context& m_context;
};

//! What a redaction leaves of an event (specification, "Redactions").
QJsonObject pruned(const QJsonObject& event, const QJsonObject& because);

} // namespace client::engine
