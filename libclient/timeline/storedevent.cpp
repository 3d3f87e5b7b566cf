// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/storedevent.h"

#include "events/types.h"

namespace client::timeline {

bool StoredEvent::wasEncrypted() const
{
    return encrypted || event.type == events::types::encrypted;
}

events::Event StoredEvent::readable() const
{
    events::Event copy = event;
    if (decryption == Decryption::Done) {
        copy.type = clearType;
        copy.content = clearContent;
    }
    return copy;
}

} // namespace client::timeline
