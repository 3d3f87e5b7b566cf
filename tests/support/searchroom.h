// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tests of search say and ask in Alice's room.
#pragma once

#include "engine/search.h"
#include "support/screenroom.h"

#include <catch2/catch_test_macros.hpp>

namespace testing {

using client::engine::SearchPage;
using client::engine::SearchRequest;

inline QJsonObject clear(ScreenRoom& all, const QString& id, const QJsonObject& content)
{
    return {{u"event_id"_s, id},
            {u"sender"_s, bob.toString()},
            {u"type"_s, u"m.room.message"_s},
            {u"origin_server_ts"_s, qint64(++all.clock.time)},
            {u"content"_s, content}};
}

inline QJsonObject text(const QString& body)
{
    return {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, body}};
}

inline SearchPage search(ScreenRoom& all, const QString& query, const SearchRequest& rest = {})
{
    SearchRequest request = rest;
    request.text = query;
    return must(all.desk.engine->search().find(request));
}

inline QStringList found(ScreenRoom& all, const QString& query)
{
    QStringList ids;
    const SearchPage page = search(all, query);
    for (const auto& one : page.items) {
        ids << one.item.eventId;
    }
    CHECK(page.total == ids.size());
    return ids;
}

inline QJsonObject edit(ScreenRoom& all, const QString& id, const QString& target,
                        const QString& body)
{
    QJsonObject content = text(u"* "_s + body);
    content.insert(u"m.new_content"_s, text(body));
    content.insert(u"m.relates_to"_s,
                   QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, target}});
    return clear(all, id, content);
}

inline QJsonObject redaction(ScreenRoom& all, const QString& id, const QString& target)
{
    QJsonObject event = clear(all, id, {});
    event.insert(u"type"_s, u"m.room.redaction"_s);
    event.insert(u"redacts"_s, target);
    return event;
}

} // namespace testing
