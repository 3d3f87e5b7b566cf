// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A member's Megolm message: the bytes are its fields; MAC and signature are right, as a member can
// make them, so what the guards let through reaches libolm's own code.

#include "base/base64.h"
#include "crypto/olm/megolm.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"
#include "fuzz.h"

using namespace client;
using namespace client::crypto;

namespace {

struct Member {
    KeyPair pair = ed25519Generate();
    QByteArray ratchet = QByteArray(128, 'r');

    QByteArray signedBytes(const QByteArray& bytes) const
    {
        return bytes + decodeBase64(*ed25519Sign(pair.secret, bytes)).value_or(QByteArray());
    }

    InboundGroup session() const
    {
        QByteArray key("\x02\0\0\0\0", 5);
        key += ratchet + decodeBase64(pair.publicKey).value_or(QByteArray());
        QByteArray text = encodeBase64(signedBytes(key));
        auto group = InboundGroup::fromSessionKey(SecretBytes::takeFrom(text));
        fuzzing::require(group.has_value(), "the member's own session key");
        return std::move(*group);
    }

    QByteArray message(const QByteArray& fields) const
    {
        QByteArray copy(ratchet.constData(), ratchet.size());
        const auto keys = hkdfSha256(SecretBytes::takeFrom(copy), QByteArray(), "MEGOLM_KEYS", 80);
        const QByteArray payload = '\x03' + fields;
        const auto mac = SecretBytes::copyOf(keys->view().sliced(32, 32));
        return encodeBase64(signedBytes(payload + hmacSha256(mac, payload).first(8)));
    }
};

} // namespace

void fuzzing::fuzz(const QByteArray& bytes)
{
    static const Member member;
    InboundGroup group = member.session();
    (void)group.decrypt(member.message(bytes));
    // Index 0 and a ciphertext of these bytes: only its length can be wrong.
    if (bytes.size() < 128) {
        const QByteArray fields = QByteArray("\x08\0\x12", 3) + char(bytes.size()) + bytes;
        const auto plain = group.decrypt(member.message(fields));
        require(!plain || plain->text.size() < bytes.size(), "never longer than the ciphertext");
    }
    QByteArray raw(bytes.constData(), bytes.size());
    (void)group.decrypt(raw);
    (void)InboundGroup::fromExport(SecretBytes::takeFrom(raw));
    QByteArray text = encodeBase64(bytes);
    (void)InboundGroup::fromSessionKey(SecretBytes::takeFrom(text));
}
