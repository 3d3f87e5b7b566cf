// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/searching.h"

#include "base/log.h"
#include "base/sleep.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::session {

Searching::Searching(Parts parts) : m_parts(std::move(parts)) {}

Searching::~Searching() = default;

void Searching::start()
{
    if (!m_started) {
        m_started = true;
        m_scope.start(catchUp());
    }
}

Task<> Searching::catchUp()
{
    while (true) {
        const auto more =
            co_await m_parts.engine.run([](Engine& e) { return e.search().catchUp(); });
        if (!more) {
            qCWarning(logSync) << "the search index stays behind:" << more.error().detail;
        }
        if (!more || !*more) {
            co_return;
        }
        co_await sleepFor(5ms); // others come first
    }
}

Task<Result<engine::SearchPage>> Searching::find(engine::SearchRequest request)
{
    co_return co_await m_parts.engine.run(
        [request = std::move(request)](Engine& e) { return e.search().find(request); });
}

Task<Result<engine::FoundNames>> Searching::names(QString text, int limit)
{
    co_return co_await m_parts.engine.run(
        [text, limit](Engine& e) { return e.search().names(text, limit); });
}

Task<Result<store::SearchSize>> Searching::size()
{
    co_return co_await m_parts.engine.run([](Engine& e) { return e.search().size(); });
}

Task<Result<>> Searching::fetchHistory(RoomId room, int64_t limit)
{
    const auto known = co_await m_parts.engine.run([room](Engine& e) { return e.room(room); });
    if (!known) {
        co_return std::unexpected(known.error());
    }
    HistoryProgress& progress = m_fetching[room];
    const bool begins = !progress.running;
    if (begins) {
        progress = {};
    }
    progress.room = room;
    progress.limit = std::max(progress.limit, limit);
    progress.running = true;
    if (begins) {
        m_scope.start(fetch(room));
    }
    co_return Result<>();
}

void Searching::stopFetching(const RoomId& room)
{
    const auto found = m_fetching.find(room);
    if (found != m_fetching.end()) {
        found->second.limit = 0;
    }
}

std::vector<HistoryProgress> Searching::fetching() const
{
    std::vector<HistoryProgress> all;
    for (const auto& [room, progress] : m_fetching) {
        if (progress.running) {
            all.push_back(progress);
        }
    }
    return all;
}

Task<> Searching::fetch(RoomId room)
{
    int failures = 0;
    bool more = true;
    while (more && m_fetching[room].fetched < m_fetching[room].limit) {
        const auto page = co_await fetchPage(room);
        m_fetching[room].error = page ? std::nullopt : std::optional(page.error());
        more = !page || *page;
        co_await tell(room);
        if (page) {
            failures = 0;
            continue;
        }
        const double chance = QRandomGenerator::global()->generateDouble();
        const auto delay = net::retryDelay(page.error(), ++failures, chance);
        if (!delay) {
            break;
        }
        co_await sleepFor(*delay);
    }
    HistoryProgress& progress = m_fetching[room];
    progress.running = false;
    progress.atStart = !more;
    co_await tell(room);
}

//! True: there is more.
Task<Result<bool>> Searching::fetchPage(RoomId room)
{
    const auto request =
        co_await m_parts.engine.run([room](Engine& e) { return e.backfillFor(room, QString()); });
    if (!request || !*request) {
        co_return request ? Result<bool>(false) : std::unexpected(request.error());
    }
    const auto reach = [gap = (*request)->gap](Engine& e) { return e.search().reach(gap); };
    const auto before = co_await m_parts.engine.run(reach);
    const auto filled = co_await m_parts.backfill(**request);
    const auto after = co_await m_parts.engine.run(reach);
    if (!before || !filled || !after) {
        co_return std::unexpected(!filled   ? filled.error()
                                  : !before ? before.error()
                                            : after.error());
    }
    m_fetching[room].fetched += *before - *after;
    co_return true;
}

Task<> Searching::tell(RoomId room)
{
    const auto size = co_await m_parts.engine.run([](Engine& e) { return e.search().size(); });
    m_fetching[room].size = size.value_or(store::SearchSize());
    Q_EMIT historyMoved(m_fetching[room]);
}

Task<Result<engine::WindowPart>> Searching::openAt(RoomId room, EventId event, int count)
{
    co_return co_await m_parts.engine.run(
        [room, event, count](Engine& e) { return e.search().openAt(room, event, count); });
}

Task<Result<bool>> Searching::loadNewer(RoomId room, int count)
{
    auto newer = co_await m_parts.engine.run(
        [room, count](Engine& e) { return e.search().loadNewer(room, count); });
    if (!newer) {
        co_return std::unexpected(newer.error());
    }
    m_parts.publish(std::move(newer->update));
    co_return newer->atEnd;
}

} // namespace client::session
