// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of EncryptionJobs about the own dehydrated device: made, replaced, woken.

#include "api/dehydration.h"
#include "base/json.h"
#include "base/log.h"
#include "crypto/primitives/primitives.h"
#include "engine/encryptionjobs.h"

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::engine {

Result<Dehydration::Errand> EncryptionJobs::dehydrationErrand()
{
    return m_context.machine->look([](MachineParts& parts) { return parts.dehydration.next(); });
}

Result<Update> EncryptionJobs::dehydrate(const std::function<void(Dehydration&)>& work)
{
    return use([&](MachineParts& parts) { work(parts.dehydration); });
}

Result<QJsonObject> EncryptionJobs::createDehydrated()
{
    const auto body = m_context.machine->look(
        [](MachineParts& parts) { return parts.dehydration.create().value_or(QJsonObject()); });
    return body;
}

Result<QString> EncryptionJobs::beginRehydration(const QByteArray& answer)
{
    m_rehydration.reset();
    const auto json = parseObject(answer);
    if (!json) {
        return std::unexpected(json.error());
    }
    const auto key = m_context.machine->look(
        [](MachineParts& parts) { return std::make_shared<SecretBytes>(parts.dehydration.key()); });
    if (!key) {
        return std::unexpected(key.error());
    }
    auto woken = Rehydration::wake(*json, **key);
    if (!woken) {
        return std::unexpected(woken.error());
    }
    m_rehydration = std::make_unique<Rehydration>(std::move(*woken));
    return json->value("device_id"_L1).toString();
}

Result<EncryptionJobs::Rehydrated> EncryptionJobs::rehydrateSome(const QByteArray& body)
{
    const auto page = api::readDehydratedEvents(body);
    if (!page || !m_rehydration) {
        return page ? fail(Error::Kind::Internal, u"no device is awake"_s)
                    : std::unexpected(page.error());
    }
    // As for the own messages: a page that ended the program twice is left out.
    const QByteArray hash = sha256(body);
    int earlier = 0;
    const auto noted =
        m_act([&] { earlier = m_context.take(m_context.machine->noteInProcess(hash)); });
    if (!noted) {
        return std::unexpected(noted.error());
    }
    CryptoChanges changes;
    auto update = m_act([&] {
        m_context.take(m_context.machine->use([&](MachineParts& parts) {
            for (const QJsonObject& event : page->events) {
                if (earlier < 2) {
                    m_rehydration->receive(parts.context, parts.roomKeys, event, changes);
                }
            }
            return true;
        }));
        m_context.noteCrypto(changes);
        m_context.take(m_context.machine->clearInProcess(hash));
        m_context.changes.update.encryptionChanged = true;
    });
    if (!update) { // a fault is no crash
        (void)m_act([&] { m_context.take(m_context.machine->clearInProcess(hash)); });
        m_rehydration.reset(); // it knows what the store does not: begin again
        return std::unexpected(update.error());
    }
    qCInfo(logCrypto) << "a dehydrated device brought" << changes.newRoomKeys.size()
                      << "room keys in" << page->events.size() << "messages";
    return Rehydrated{std::move(*update), page->next};
}

Result<Update> EncryptionJobs::endRehydration()
{
    m_rehydration.reset();
    return use([](MachineParts& parts) { parts.dehydration.rehydrated(); });
}

} // namespace client::engine
