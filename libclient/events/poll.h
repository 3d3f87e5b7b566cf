// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Polls (MSC3381), in the form that programs send today and in the one that the proposal ended
// with. Malformed parts are left out.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace client::events {

struct PollAnswer {
    QString id;
    QString text;
    bool operator==(const PollAnswer&) const = default;
};

struct Poll {
    QString question;
    std::vector<PollAnswer> answers; //!< 1 to 20, with different ids
    int maxSelections = 1;           //!< at least 1, at most as many as there are answers
    bool disclosed = false;          //!< results are shown before the end
    bool operator==(const Poll&) const = default;
};

bool isPollStart(const QString& type);
bool isPollResponse(const QString& type);
bool isPollEnd(const QString& type);

//! nullopt without a question or without an answer.
std::optional<Poll> parsePoll(const QJsonObject& content);
//! Ids in the order of the vote, each once; empty: a vote for nothing, which takes it back.
QStringList parseVote(const QJsonObject& content);

//! Contents in the form that other programs read today; without their relation.
QJsonObject pollContent(const Poll& poll);
QJsonObject voteContent(const QStringList& answers);
QJsonObject pollEndContent(const QString& text);

} // namespace client::events
