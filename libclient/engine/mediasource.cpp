// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/mediasource.h"

#include "rooms/displaytext.h"

namespace client::engine {

Result<MediaSource> mediaSourceOf(const events::Message& message, bool thumbnail)
{
    const bool small = thumbnail && message.thumbnail.isPresent();
    if (thumbnail && !small && message.kind != events::Message::Kind::Image) {
        return fail(Error::Kind::NotFound, QStringLiteral("the message has no thumbnail"));
    }
    const events::Attachment& attachment = small ? message.thumbnail : message.attachment;
    if (!message.isFile() || !attachment.isPresent()) {
        return fail(Error::Kind::NotFound, QStringLiteral("the message has no such file"));
    }
    MediaSource source;
    source.mxc = attachment.source().toString();
    source.name = rooms::safeFileName(message.fileName);
    source.mimetype = attachment.mimetype;
    source.size = attachment.size;
    if (attachment.file) {
        source.encrypted = true;
        source.key = attachment.file->key.clone();
        source.iv = attachment.file->iv;
        source.sha256 = attachment.file->sha256;
    }
    return source;
}

} // namespace client::engine
