// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A dialogue of verification by somebody who says anything in any order: one message a line, its
// type without prefix before the first blank, then its content.

#include "device.h"
#include "fuzz.h"

using namespace client;
using namespace Qt::StringLiterals;

void fuzzing::fuzz(const QByteArray& bytes)
{
    auto& room = Device::shared().room;
    const auto lines = bytes.first(std::min<qsizetype>(bytes.size(), 8192)).split('\n');
    Device::shared().attack([&](crypto::OlmMachine& machine) {
        for (const QByteArray& line : lines.first(std::min<qsizetype>(lines.size(), 12))) {
            const qsizetype blank = line.indexOf(' ');
            auto content = blank > 0 ? objectOf(line.sliced(blank + 1)) : std::nullopt;
            if (!content) {
                continue;
            }
            if (!content->contains("timestamp"_L1)) {
                content->insert(u"timestamp"_s, qint64(room.clock.time));
            }
            crypto::SyncChanges changes;
            changes.toDevice = {
                {{u"sender"_s, testing::alice.toString()},
                 {u"type"_s, u"m.key.verification."_s + QString::fromLatin1(line.first(blank))},
                 {u"content"_s, *content}}};
            const auto result = machine.receiveSync(changes);
            require(result.has_value(), "a dialogue never fails a sync");
            for (const auto& view : result->verifications) {
                require(view.state != crypto::VerificationView::State::Done,
                        "nothing is done without this person's word");
                if (view.incoming && view.state == crypto::VerificationView::State::Requested) {
                    const auto taken = machine.use([&](crypto::MachineParts& parts) {
                        std::vector<crypto::VerificationView> changed;
                        return parts.verifications.accept(view.flow, changed);
                    });
                    require(taken.has_value(), "to accept never fails");
                }
            }
        }
    });
}
