// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A room event as the server hands it over: parsed, decrypted where it says it is encrypted, and
// made a row of the conversation.

#include "device.h"
#include "fuzz.h"
#include "timeline/timeline.h"

using namespace client;
using namespace Qt::StringLiterals;

namespace {

timeline::TimelineInput inputOf(const events::Event& event)
{
    timeline::StoredEvent stored;
    stored.event = event;
    events::Event plain;
    plain.id = EventId(u"$before"_s);
    plain.sender = testing::alice;
    plain.type = u"m.room.message"_s;
    plain.content = {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"avant"_s}};
    timeline::StoredEvent before;
    before.event = plain;
    timeline::TimelineInput input;
    input.events = {before, stored};
    input.personOf = [](const UserId&) { return rooms::Person(); };
    input.own = testing::bob;
    input.zone = QTimeZone::utc();
    return input;
}

} // namespace

void fuzzing::fuzz(const QByteArray& bytes)
{
    const auto object = objectOf(bytes);
    const auto event =
        object ? events::parseEvent(*object) : fail(Error::Kind::Malformed, u"no object"_s);
    if (!event) {
        return;
    }
    const auto items = timeline::buildTimeline(inputOf(*event));
    require(!items.empty(), "the message before it stays");
    if (event->type == "m.room.encrypted"_L1) {
        Device::shared().attack([&](crypto::OlmMachine& machine) {
            require(!machine.decrypt(testing::room, *event), "no clear text without a key");
        });
    }
}
