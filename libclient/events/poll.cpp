// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/poll.h"

#include "events/types.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::events {

namespace {

constexpr qsizetype maxAnswers = 20; // more are cut off, by the proposal
constexpr qsizetype maxText = 2000;
constexpr qsizetype maxId = 255;
constexpr qsizetype maxVote = 100; // entries that are looked at
constexpr auto unstableText = "org.matrix.msc1767.text"_L1;

//! The first of the members that is there.
QJsonValue memberOf(const QJsonObject& object, QLatin1StringView one, QLatin1StringView other)
{
    return object.contains(one) ? object.value(one) : object.value(other);
}

//! A text by itself, or a list of representations of which the plain one counts.
QString textOf(const QJsonObject& object)
{
    const QJsonValue text = memberOf(object, unstableText, "m.text"_L1);
    if (text.isString()) {
        return text.toString().left(maxText);
    }
    for (const QJsonValue& one : text.toArray()) {
        const QString type = one.toObject().value("mimetype"_L1).toString(u"text/plain"_s);
        if (type == "text/plain"_L1 && one.toObject().value("body"_L1).isString()) {
            return one.toObject().value("body"_L1).toString().left(maxText);
        }
    }
    return object.value("body"_L1).toString().left(maxText);
}

std::vector<PollAnswer> answersOf(const QJsonArray& array)
{
    std::vector<PollAnswer> answers;
    QSet<QString> ids;
    for (qsizetype i = 0; i < std::min(array.size(), maxAnswers); ++i) {
        const QJsonObject object = array.at(i).toObject();
        const QString id = memberOf(object, "id"_L1, "m.id"_L1).toString();
        const QString text = textOf(object);
        if (!id.isEmpty() && id.size() <= maxId && !text.trimmed().isEmpty() && !ids.contains(id)) {
            ids.insert(id);
            answers.push_back({id, text});
        }
    }
    return answers;
}

} // namespace

bool isPollStart(const QString& type)
{
    return type == types::unstablePollStart || type == "m.poll.start"_L1;
}

bool isPollResponse(const QString& type)
{
    return type == types::unstablePollResponse || type == "m.poll.response"_L1;
}

bool isPollEnd(const QString& type)
{
    return type == types::unstablePollEnd || type == "m.poll.end"_L1;
}

std::optional<Poll> parsePoll(const QJsonObject& content)
{
    QJsonValue inside = memberOf(content, types::unstablePollStart, "m.poll"_L1);
    if (!inside.isObject()) {
        inside = content.value("m.poll.start"_L1);
    }
    const QJsonObject object = inside.toObject();
    Poll poll;
    poll.question = textOf(object.value("question"_L1).toObject());
    poll.answers = answersOf(object.value("answers"_L1).toArray());
    if (poll.question.trimmed().isEmpty() || poll.answers.empty()) {
        return std::nullopt;
    }
    const double most = object.value("max_selections"_L1).toDouble(1);
    poll.maxSelections = int(std::clamp(most, 1.0, double(poll.answers.size())));
    const QString kind = object.value("kind"_L1).toString();
    poll.disclosed = kind == "org.matrix.msc3381.poll.disclosed"_L1 || kind == "m.disclosed"_L1 ||
                     kind == "m.poll.disclosed"_L1;
    return poll;
}

QStringList parseVote(const QJsonObject& content)
{
    QJsonValue ids = content.value("m.selections"_L1);
    for (const auto key : {QLatin1StringView(types::unstablePollResponse), "m.poll.response"_L1}) {
        if (content.value(key).isObject()) {
            ids = content.value(key).toObject().value("answers"_L1);
        }
    }
    QStringList vote;
    const QJsonArray array = ids.toArray();
    for (qsizetype i = 0; i < std::min(array.size(), maxVote); ++i) {
        const QString id = array.at(i).toString();
        if (!id.isEmpty() && id.size() <= maxId && !vote.contains(id)) {
            vote << id;
        }
    }
    return vote;
}

QJsonObject pollContent(const Poll& poll)
{
    QJsonArray answers;
    QString fallback = poll.question;
    for (const PollAnswer& answer : poll.answers) {
        answers.append(QJsonObject{{u"id"_s, answer.id}, {unstableText, answer.text}});
        fallback += u"\n%1. %2"_s.arg(answers.size()).arg(answer.text);
    }
    const QJsonObject question{
        {unstableText, poll.question}, {u"body"_s, poll.question}, {u"msgtype"_s, u"m.text"_s}};
    const QJsonObject start{{u"question"_s, question},
                            {u"kind"_s, poll.disclosed ? u"org.matrix.msc3381.poll.disclosed"_s
                                                       : u"org.matrix.msc3381.poll.undisclosed"_s},
                            {u"max_selections"_s, poll.maxSelections},
                            {u"answers"_s, answers}};
    return {{types::unstablePollStart, start}, {unstableText, fallback}};
}

QJsonObject voteContent(const QStringList& answers)
{
    return {{types::unstablePollResponse,
             QJsonObject{{u"answers"_s, QJsonArray::fromStringList(answers)}}}};
}

QJsonObject pollEndContent(const QString& text)
{
    return {{types::unstablePollEnd, QJsonObject()}, {unstableText, text}};
}

} // namespace client::events
