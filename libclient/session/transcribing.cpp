// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/transcribing.h"

#include "base/sleep.h"
#include "engine/search.h"

#include <algorithm>

using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::session {

Task<Result<std::optional<int64_t>>> Transcribing::fetchSome(RoomId room,
                                                             engine::TranscriptRange range)
{
    const auto gap = co_await m_parts.engine.run(
        [room, range](Engine& e) { return e.transcripts().gap(room, range); });
    if (!gap || !*gap) {
        co_return gap ? Result<std::optional<int64_t>>(std::nullopt) : std::unexpected(gap.error());
    }
    const auto reach = [id = (*gap)->gap](Engine& e) { return e.search().reach(id); };
    const auto before = co_await m_parts.engine.run(reach);
    const auto filled = co_await m_parts.backfill(**gap);
    const auto after = co_await m_parts.engine.run(reach);
    if (!filled || !before || !after) {
        co_return std::unexpected(!filled   ? filled.error()
                                  : !before ? before.error()
                                            : after.error());
    }
    co_return std::max<int64_t>(0, *before - *after);
}

//! What was just fetched is decrypted in the background.
Task<> Transcribing::settle(RoomId room)
{
    for (int i = 0; i < 200; ++i) {
        const auto busy = co_await m_parts.engine.run(
            [room](Engine& e) { return e.transcripts().isDecrypting(room); });
        if (!busy || !*busy) {
            co_return;
        }
        co_await sleepFor(50ms);
    }
}

Task<Result<engine::TranscriptPart>> Transcribing::next(RoomId room, engine::TranscriptRange range,
                                                        QString cursor, int limit)
{
    co_await settle(room);
    co_return co_await m_parts.engine.run([room, range, cursor, limit](Engine& e) {
        return e.transcripts().next(room, range, cursor, limit);
    });
}

} // namespace client::session
