// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/backuploop.h"

#include "api/keybackup.h"
#include "base/json.h"
#include "base/log.h"
#include "base/sleep.h"
#include "engine/encryptionjobs.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::sync {

namespace {

constexpr auto lookAgain = 60'000ms;
const auto restoredSetting = u"restoredBackup"_s; // the version that was fetched as a whole

Result<QJsonObject> jsonOf(const Result<api::Response>& response)
{
    return response ? api::readJson(*response)
                    : Result<QJsonObject>(std::unexpected(response.error()));
}

//! A server that is busy or ails: what comes up meanwhile must not hurry the next try.
bool wantsRest(const Error& error)
{
    return error.kind == Error::Kind::RateLimited || error.kind == Error::Kind::Server;
}

} // namespace

BackupLoop::BackupLoop(Connection& connection, engine::EngineThread& engine, Publish publish,
                       Progress progress)
    : m_connection(&connection)
    , m_engine(&engine)
    , m_publish(std::move(publish))
    , m_progress(std::move(progress))
{}

void BackupLoop::start()
{
    if (m_scope.isEmpty()) {
        m_looked = false;
        m_scope.start(run());
    }
}

void BackupLoop::stop()
{
    m_scope.cancelAll();
}

Task<> BackupLoop::run()
{
    while (true) {
        const auto done = co_await turn();
        auto delay = std::chrono::milliseconds(lookAgain);
        m_failures = done ? 0 : m_failures + 1;
        if (!done) {
            qCInfo(logSync) << "key backup:" << kindName(done.error().kind) << done.error().errcode;
            const double chance = QRandomGenerator::global()->generateDouble();
            delay = std::max(delay / 6, net::syncRetryDelay(done.error(), m_failures, chance));
        }
        if (!done && wantsRest(done.error())) {
            co_await sleepFor(delay);
        } else {
            co_await m_waker.wait(delay);
        }
        co_await sleepFor(200ms); // what comes together goes together
    }
}

Task<Result<>> BackupLoop::turn()
{
    if (!m_looked) {
        if (const auto looked = co_await look(); !looked) {
            co_return looked;
        }
        m_looked = true;
    }
    const auto whole = co_await restoreWhole(); // its failure keeps no upload back
    while (true) {
        const auto more = co_await uploadSome();
        if (!more) {
            co_return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
    }
    const auto fetched = co_await fetchWanted();
    co_return whole ? fetched : whole;
}

//! Once a version: as soon as its key is here, by whichever way it came. Broken off, it begins
//! again.
Task<Result<>> BackupLoop::restoreWhole()
{
    const auto backup = co_await state();
    const auto restored =
        co_await m_engine->run([](Engine& e) { return e.setting(restoredSetting); });
    if (!backup || !restored) {
        co_return std::unexpected(backup ? restored.error() : backup.error());
    }
    const QString version = backup->version;
    if (!backup->keyHere || version == *restored || m_restoring) {
        co_return Result<>();
    }
    const auto done = co_await restore();
    if (!done && done.error().kind != Error::Kind::NotFound) {
        co_return std::unexpected(done.error());
    }
    co_return co_await m_engine->run(
        [version](Engine& e) { return e.saveSetting(restoredSetting, version); });
}

Task<Result<BackupLoop::State>> BackupLoop::state()
{
    co_return co_await m_engine->run([](Engine& e) { return e.encryption().backupState(); });
}

Task<Result<>> BackupLoop::look()
{
    const auto response = co_await m_connection->send(api::backupVersionRequest());
    auto info = jsonOf(response);
    if (!info) {
        if (info.error().kind != Error::Kind::NotFound) {
            co_return std::unexpected(info.error());
        }
        info = QJsonObject();
    }
    auto update = co_await m_engine->run(
        [info = *info](Engine& e) { return e.encryption().backupVersion(info); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_publish(std::move(*update));
    co_return Result<>();
}

//! true: there may be more.
Task<Result<bool>> BackupLoop::uploadSome()
{
    const auto upload =
        co_await m_engine->run([](Engine& e) { return e.encryption().nextBackupUpload(); });
    if (!upload) {
        co_return std::unexpected(upload.error());
    }
    if (!*upload) {
        co_return false;
    }
    const auto response =
        co_await m_connection->send(api::putBackupKeysRequest((*upload)->version, (*upload)->body));
    const auto answer = jsonOf(response);
    if (!answer) {
        if (answer.error().errcode == "M_WRONG_ROOM_KEYS_VERSION"_L1 ||
            answer.error().kind == Error::Kind::NotFound) {
            m_looked = false; // replaced or deleted: which one is there now?
        }
        co_return std::unexpected(answer.error());
    }
    const int count = answer->value("count"_L1).toInt(-1);
    auto update = co_await m_engine->run([upload = **upload, count](Engine& e) {
        return e.encryption().backupUploaded(upload, count);
    });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_publish(std::move(*update));
    co_return true;
}

Task<Result<>> BackupLoop::fetchWanted()
{
    auto wanted = co_await m_engine->run([](Engine& e) { return e.encryption().wantedKeys(); });
    const auto backup = co_await state();
    if (!wanted || !backup) {
        co_return std::unexpected(wanted ? backup.error() : wanted.error());
    }
    m_publish(std::move(wanted->update));
    for (const auto& [room, session] : wanted->sessions) {
        const auto response = co_await m_connection->send(
            api::backupKeyRequest(backup->version, room.toString(), QString::fromLatin1(session)));
        const auto entry = jsonOf(response);
        if (!entry && entry.error().kind != Error::Kind::NotFound) {
            co_return std::unexpected(entry.error());
        }
        auto update = co_await m_engine->run(
            [room, session, json = entry.value_or(QJsonObject())](Engine& e) {
                return e.encryption().restoreOne(room, session, json);
            });
        if (!update) {
            co_return std::unexpected(update.error());
        }
        m_publish(std::move(*update));
    }
    co_return Result<>();
}

Task<Result<crypto::ImportCount>> BackupLoop::restore()
{
    const auto backup = co_await state();
    if (!backup) {
        co_return std::unexpected(backup.error());
    }
    if (backup->version.isEmpty()) {
        co_return fail(Error::Kind::NotFound, u"there is no key backup"_s);
    }
    if (!backup->keyHere) {
        co_return fail(Error::Kind::Forbidden, u"the key of the backup is not on this device"_s);
    }
    auto response = co_await m_connection->send(api::backupKeysRequest(backup->version));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return std::unexpected(api::errorOf(*response));
    }
    co_return co_await takeIn([body = std::move(response->body)](Engine& e) {
        return e.encryption().beginRestore(body);
    });
}

Task<Result<>> BackupLoop::restoreRoom(RoomId room)
{
    const auto backup = co_await state();
    if (!backup || !backup->keyHere || backup->version.isEmpty()) {
        co_return backup ? Result<>() : std::unexpected(backup.error());
    }
    auto response =
        co_await m_connection->send(api::backupRoomKeysRequest(backup->version, room.toString()));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return response->status == 404 ? Result<>() : std::unexpected(api::errorOf(*response));
    }
    const auto taken = co_await takeIn([room, body = std::move(response->body)](Engine& e) {
        return e.encryption().beginRoomRestore(room, body);
    });
    co_return taken ? Result<>() : std::unexpected(taken.error());
}

Task<Result<crypto::ImportCount>> BackupLoop::takeIn(Begin begin)
{
    if (m_restoring) {
        co_return fail(Error::Kind::Busy, u"keys are being taken in already"_s);
    }
    m_restoring = true;
    const auto ended = qScopeGuard([this] { m_restoring = false; }); // also when it is cancelled
    const auto total = co_await m_engine->run(std::move(begin));
    if (!total) {
        co_return std::unexpected(total.error());
    }
    crypto::ImportCount count{0, *total};
    bool done = *total == 0;
    while (!done) {
        auto some = co_await m_engine->run([](Engine& e) { return e.encryption().restoreSome(); });
        if (!some) {
            co_return std::unexpected(some.error());
        }
        count = some->count;
        done = some->done;
        m_publish(std::move(some->update));
        m_progress(*total - some->left, *total);
    }
    co_return count;
}

} // namespace client::sync
