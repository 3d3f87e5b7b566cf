// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Transcribing: a room's history in order, for whoever writes it down: what is missing here is
// fetched first. Owned by Session; home thread.
#pragma once

#include "base/task.h"
#include "engine/enginethread.h"
#include "engine/transcripts.h"

#include <functional>

namespace client::session {

class Transcribing {
public:
    struct Parts {
        engine::EngineThread& engine;
        std::function<Task<Result<>>(engine::BackfillRequest)> backfill;
    };

    explicit Transcribing(Parts parts) : m_parts(std::move(parts)) {}

    //! One page from the server of what is missing of that time: how many events it had; nullopt:
    //! nothing is missing any more. NotFound, and the errors of the network.
    Task<Result<std::optional<int64_t>>> fetchSome(RoomId room, engine::TranscriptRange range);
    //! The next part, decrypted as far as it can be. Begin with an empty cursor.
    Task<Result<engine::TranscriptPart>> next(RoomId room, engine::TranscriptRange range,
                                              QString cursor, int limit);

private:
    Task<> settle(RoomId room);

    Parts m_parts;
};

} // namespace client::session
