// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/quarantine.h"

#include "base/json.h"
#include "base/log.h"
#include "crypto/primitives/primitives.h"

namespace client::engine {

namespace {

//! Times that an event may have been in hand when the process ended.
constexpr int maxCrashes = 2;

} // namespace

Result<int> Quarantine::note(const QByteArray& hash)
{
    int earlier = 0;
    return m_act([&] { earlier = m_context.take(m_context.machine->noteInProcess(hash)); })
        .transform([&earlier] { return earlier; });
}

Result<> Quarantine::admit(api::SyncResponse& response)
{
    std::vector<QJsonObject>& batch = response.toDevice;
    m_noted.clear();
    if (batch.empty()) {
        return {};
    }
    QByteArray all("batch "); // of one event, too, it is another thing than that event
    for (const QJsonObject& event : batch) {
        all += toJson(event);
    }
    const QByteArray hash = crypto::sha256(all);
    const auto earlier = note(hash);
    if (!earlier) {
        return std::unexpected(earlier.error());
    }
    m_noted = {hash};
    if (*earlier == 0) {
        return {};
    }
    qCWarning(logCrypto) << "the last run ended amid these to-device events: one by one now";
    for (const QJsonObject& event : std::exchange(batch, {})) {
        if (auto done = admitOne(event, response); !done) {
            return done;
        }
    }
    return {};
}

Result<> Quarantine::admitOne(const QJsonObject& event, const api::SyncResponse& response)
{
    const QByteArray hash = crypto::sha256(toJson(event));
    const auto earlier = note(hash);
    if (!earlier) {
        return std::unexpected(earlier.error());
    }
    m_noted.append(hash);
    auto done = m_act([&] {
        if (*earlier >= maxCrashes) {
            qCWarning(logCrypto) << "a to-device event is put aside";
            m_context.take(m_context.machine->quarantine(event));
        } else {
            crypto::SyncChanges one;
            one.toDevice = {event};
            one.oneTimeKeyCount = response.oneTimeKeys;
            one.unusedFallback = response.unusedFallback;
            m_context.noteCrypto(m_context.take(m_context.machine->receiveSync(one)));
        }
        m_context.take(m_context.machine->clearInProcess(hash));
    });
    if (done) {
        m_noted.removeLast();
    }
    return done;
}

void Quarantine::release()
{
    for (const QByteArray& hash : m_noted) { // a commit that fails takes this back
        m_context.take(m_context.machine->clearInProcess(hash));
    }
}

void Quarantine::survived()
{
    if (!m_noted.isEmpty()) {
        (void)m_act([this] { release(); }); // what cannot be cleared now is as after a crash
        forget();
    }
}

} // namespace client::engine
