// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/base64.h"
#include "crypto/olm/buffers.h"
#include "crypto/olm/guards.h"
#include "crypto/olm/olmaccount.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

void freeSession(::OlmSession* session)
{
    olm_clear_session(session);
    ::operator delete(static_cast<void*>(session));
}

} // namespace

Session::Session(std::unique_ptr<::OlmSession, void (*)(::OlmSession*)> raw) : m_raw(std::move(raw))
{}

Session Session::blank()
{
    return Session({olm_session(::operator new(olm_session_size())), freeSession});
}

Result<Session> Session::unpickle(const QByteArray& pickle, const SecretBytes& key)
{
    Session session = blank();
    QByteArray copy(pickle.constData(), pickle.size()); // decoded in place
    if (olm_unpickle_session(session.raw(), key.bytes().data(), key.size(), copy.data(),
                             size_t(copy.size())) == olm_error()) {
        return olmError("unpickle session", olm_session_last_error(session.raw()));
    }
    wipe(copy);
    return session;
}

Result<QByteArray> Session::pickle(const SecretBytes& key) const
{
    return pickleWith(m_raw.get(), key, olm_pickle_session_length, olm_pickle_session);
}

QByteArray Session::id() const
{
    QByteArray out(qsizetype(olm_session_id_length(m_raw.get())), Qt::Uninitialized);
    return olm_session_id(m_raw.get(), out.data(), size_t(out.size())) == olm_error() ? QByteArray()
                                                                                      : out;
}

bool Session::hasReceived() const
{
    return olm_session_has_received_message(m_raw.get()) != 0;
}

Result<OlmMessage> Session::encrypt(QByteArrayView plaintext)
{
    OlmMessage message;
    message.type = int(olm_encrypt_message_type(m_raw.get()));
    SecretBytes random = randomSecret(olm_encrypt_random_length(m_raw.get()));
    message.body.resize(
        qsizetype(olm_encrypt_message_length(m_raw.get(), size_t(plaintext.size()))));
    const size_t size = olm_encrypt(m_raw.get(), plaintext.data(), size_t(plaintext.size()),
                                    random.writable().data(), random.size(), message.body.data(),
                                    size_t(message.body.size()));
    if (size == olm_error()) {
        return olmError("encrypt", olm_session_last_error(m_raw.get()));
    }
    message.body.truncate(qsizetype(size));
    return message;
}

Result<QByteArray> Session::decrypt(const OlmMessage& message)
{
    // Shape first (the identity key of a pre-key message is checked against the sender by callers
    // that create or match sessions; here the message's own is taken).
    const auto shape =
        message.type == 0 ? checkPreKeyShape(message.body) : checkOlmMessage(1, message.body, {});
    if (!shape) {
        return std::unexpected(shape.error());
    }
    const auto type = size_t(message.type);
    QByteArray copy(message.body.constData(), message.body.size()); // decoded in place
    const size_t most =
        olm_decrypt_max_plaintext_length(m_raw.get(), type, copy.data(), size_t(copy.size()));
    if (most == olm_error() || most > size_t(message.body.size())) {
        return olmError("decrypt", olm_session_last_error(m_raw.get()));
    }
    copy = QByteArray(message.body.constData(), message.body.size());
    GuardedBuffer out(most);
    const size_t size =
        olm_decrypt(m_raw.get(), type, copy.data(), size_t(copy.size()), out.data(), out.size());
    if (size == olm_error()) {
        return olmError("decrypt", olm_session_last_error(m_raw.get()));
    }
    return out.takePlaintext(size);
}

bool Session::matchesInbound(const OlmMessage& message, const QByteArray& senderKey) const
{
    if (message.type != 0 || !checkOlmMessage(0, message.body, senderKey)) {
        return false;
    }
    QByteArray copy(message.body.constData(), message.body.size()); // decoded in place
    return olm_matches_inbound_session_from(m_raw.get(), senderKey.constData(),
                                            size_t(senderKey.size()), copy.data(),
                                            size_t(copy.size())) == 1;
}

} // namespace client::crypto
