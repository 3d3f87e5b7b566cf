// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transcript/exporter.h"

#include "base/sleep.h"
#include "net/retrypolicy.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using client::Error;
using client::fail;
using client::Result;
using client::Task;
using client::timeline::TimelineItem;

namespace app {

namespace {

constexpr int partSize = 200;
constexpr int patience = 6; // tries of one page, with growing pauses

bool hasFile(const TimelineItem& item)
{
    using K = TimelineItem::Kind;
    return !item.eventId.isEmpty() &&
           (item.kind == K::Image || item.kind == K::File || item.kind == K::Audio ||
            item.kind == K::Video || item.kind == K::Sticker);
}

} // namespace

Exporter::Exporter()
    : m_bell([this] { m_writer.deliver(); })
    , m_writer([] { return std::make_unique<TranscriptFile>(); }, [this] { m_bell.ring(); })
{}

Result<> Exporter::going() const
{
    return m_cancelled ? fail(Error::Kind::Cancelled) : Result<>{};
}

Task<Result<ExportDone>> Exporter::run(Session* session, ExportWish wish)
{
    m_wish = std::move(wish);
    m_wish.path = QFileInfo(m_wish.path).absoluteFilePath();
    m_cancelled = false;
    ExportDone done;
    auto so = co_await begin(session);
    if (so && m_wish.history) {
        so = co_await fetch(session, &done);
    }
    if (so) {
        so = co_await writeAll(session, &done);
    }
    if (!so) {
        co_await m_writer.run([](TranscriptFile& file) { return file.discard(); });
        co_return std::unexpected(so.error());
    }
    co_return done;
}

Task<Result<>> Exporter::begin(Session* session)
{
    const auto rooms = co_await session->roomList();
    if (!rooms) {
        co_return std::unexpected(rooms.error());
    }
    const auto room =
        std::ranges::find(*rooms, m_wish.room.toString(), &client::rooms::RoomSummary::roomId);
    if (room == rooms->end()) {
        co_return fail(Error::Kind::NotFound, u"no such room"_s);
    }
    const TranscriptHeading heading{*room, QDateTime::currentMSecsSinceEpoch(),
                                    session->user().toString()};
    co_return co_await m_writer.run(
        [path = m_wish.path, kind = m_wish.kind, heading](TranscriptFile& file) {
            return file.begin(path, kind, heading);
        });
}

//! A server that cannot be reached keeps nobody from what is here; the file says so.
Task<Result<>> Exporter::fetch(Session* session, ExportDone* done)
{
    int failures = 0;
    while (true) {
        if (const auto on = going(); !on) {
            co_return on;
        }
        const auto fetched = co_await session->transcribing().fetchSome(m_wish.room, m_wish.range);
        if (fetched && !*fetched) {
            co_return Result<>();
        }
        if (fetched) {
            failures = 0;
            done->count.fetched += **fetched;
            Q_EMIT moved(done->count);
            continue;
        }
        const double chance = QRandomGenerator::global()->generateDouble();
        const auto delay = client::net::retryDelay(fetched.error(), ++failures, chance);
        if (!delay || failures >= patience) {
            done->error = fetched.error();
            co_return Result<>();
        }
        co_await client::sleepFor(*delay);
    }
}

Task<Result<TranscriptEntry>> Exporter::entryOf(Session* session, TimelineItem item,
                                                ExportProgress* count)
{
    TranscriptEntry entry{std::move(item), {}, false};
    if (!m_wish.files || !hasFile(entry.item)) {
        co_return entry;
    }
    const auto place = co_await m_writer.run(
        [name = entry.item.file.name](TranscriptFile& file) { return file.placeFor(name); });
    if (!place) {
        co_return std::unexpected(place.error());
    }
    const auto saved =
        co_await session->saveMedia(m_wish.room, client::EventId(entry.item.eventId), place->path);
    if (!saved && saved.error().kind == Error::Kind::DiskFull) {
        co_return std::unexpected(saved.error());
    }
    if (saved) {
        entry.file = place->shown;
        ++count->files;
    } else {
        entry.fileLost = true;
        ++count->lostFiles;
    }
    co_return entry;
}

Task<Result<>> Exporter::writeAll(Session* session, ExportDone* done)
{
    QString cursor;
    do {
        const auto part =
            co_await session->transcribing().next(m_wish.room, m_wish.range, cursor, partSize);
        if (!part) {
            co_return std::unexpected(part.error());
        }
        std::vector<TranscriptEntry> entries;
        for (const TimelineItem& item : part->items) {
            if (const auto on = going(); !on) {
                co_return on;
            }
            auto entry = co_await entryOf(session, item, &done->count);
            if (!entry) {
                co_return std::unexpected(entry.error());
            }
            entries.push_back(std::move(*entry));
        }
        done->count.messages += std::ranges::count_if(entries, [](const TranscriptEntry& entry) {
            return entry.item.kind != TimelineItem::Kind::State;
        });
        const auto added = co_await m_writer.run(
            [entries = std::move(entries)](TranscriptFile& file) { return file.add(entries); });
        if (!added) {
            co_return added;
        }
        Q_EMIT moved(done->count);
        cursor = part->next;
    } while (!cursor.isEmpty());
    const TranscriptEnding ending{done->count.messages, !done->error};
    const auto bytes =
        co_await m_writer.run([ending](TranscriptFile& file) { return file.finish(ending); });
    done->bytes = bytes.value_or(0);
    co_return bytes ? Result<>() : std::unexpected(bytes.error());
}

} // namespace app
