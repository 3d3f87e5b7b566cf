// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PushEvaluator: which events notify, highlight or sound, by the account's push rules.
#pragma once

#include "base/ids.h"
#include "events/event.h"
#include "rooms/powerlevels.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace client::rooms {

struct PushVerdict {
    bool notify = false;
    bool highlight = false;
    QString sound; //!< empty: silent
    QString rule;  //!< id of the rule that matched, empty: none
    bool operator==(const PushVerdict&) const = default;
};

//! The room around the event.
struct PushContext {
    RoomId room;
    QString ownName; //!< own display name in the room
    int joinedCount = 0;
    const PowerLevels* powerLevels = nullptr; //!< nullptr: nobody may notify the room
};

class PushEvaluator {
public:
    //! `content` of m.push_rules; rules that it lacks are those of the specification. An empty
    //! object gives the specification's rules alone.
    PushEvaluator(const QJsonObject& content, const UserId& own);

    //! `event` as far as it is readable: type and content replaced by the decrypted ones where
    //! there are some. Own events never notify.
    PushVerdict evaluate(const events::Event& event, const PushContext& context) const;

private:
    struct Rule {
        QString id;
        bool byContent = false; //!< content rule: `pattern` against the body
        QString pattern;
        std::vector<QJsonObject> conditions;
        PushVerdict verdict;
    };

    void addRule(const QString& kind, const QJsonObject& object);
    UserId m_own;
    std::vector<Rule> m_rules; //!< enabled ones, in the order of evaluation
};

} // namespace client::rooms
