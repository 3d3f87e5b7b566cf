// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/olm/megolm.h"

#include "base/base64.h"
#include "crypto/olm/buffers.h"
#include "crypto/olm/guards.h"

#include <olm/inbound_group_session.h>
#include <olm/outbound_group_session.h>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr qsizetype sharedSize = 229;
constexpr qsizetype exportedSize = 165;

void freeOutbound(OlmOutboundGroupSession* session)
{
    olm_clear_outbound_group_session(session);
    ::operator delete(static_cast<void*>(session));
}

void freeInbound(OlmInboundGroupSession* session)
{
    olm_clear_inbound_group_session(session);
    ::operator delete(static_cast<void*>(session));
}

std::unique_ptr<OlmOutboundGroupSession, void (*)(OlmOutboundGroupSession*)> blankOutbound()
{
    return {olm_outbound_group_session(::operator new(olm_outbound_group_session_size())),
            freeOutbound};
}

std::unique_ptr<OlmInboundGroupSession, void (*)(OlmInboundGroupSession*)> blankInbound()
{
    return {olm_inbound_group_session(::operator new(olm_inbound_group_session_size())),
            freeInbound};
}

Result<> checkKeyFormat(const SecretBytes& key, qsizetype size, char version)
{
    auto bytes = decodeBase64(key.view());
    const bool fits = bytes && bytes->size() == size && bytes->front() == version;
    if (bytes) {
        wipe(*bytes);
    }
    return fits ? Result<>{} : fail(Error::Kind::Malformed, u"format of a session key"_s);
}

} // namespace

OutboundGroup::OutboundGroup(
    std::unique_ptr<OlmOutboundGroupSession, void (*)(OlmOutboundGroupSession*)> raw)
    : m_raw(std::move(raw))
{}

Result<OutboundGroup> OutboundGroup::create()
{
    auto raw = blankOutbound();
    SecretBytes random = randomSecret(olm_init_outbound_group_session_random_length(raw.get()));
    if (olm_init_outbound_group_session(raw.get(), random.writable().data(), random.size()) ==
        olm_error()) {
        return olmError("outbound group", olm_outbound_group_session_last_error(raw.get()));
    }
    return OutboundGroup(std::move(raw));
}

Result<OutboundGroup> OutboundGroup::unpickle(const QByteArray& pickle, const SecretBytes& key)
{
    auto raw = blankOutbound();
    QByteArray copy(pickle.constData(), pickle.size());
    if (olm_unpickle_outbound_group_session(raw.get(), key.bytes().data(), key.size(), copy.data(),
                                            size_t(copy.size())) == olm_error()) {
        return olmError("outbound group", olm_outbound_group_session_last_error(raw.get()));
    }
    wipe(copy);
    return OutboundGroup(std::move(raw));
}

Result<QByteArray> OutboundGroup::pickle(const SecretBytes& key) const
{
    return pickleWith(m_raw.get(), key, olm_pickle_outbound_group_session_length,
                      olm_pickle_outbound_group_session);
}

QByteArray OutboundGroup::id() const
{
    QByteArray out(qsizetype(olm_outbound_group_session_id_length(m_raw.get())), Qt::Uninitialized);
    olm_outbound_group_session_id(m_raw.get(), reinterpret_cast<uint8_t*>(out.data()),
                                  size_t(out.size()));
    return out;
}

uint32_t OutboundGroup::messageIndex() const
{
    return olm_outbound_group_session_message_index(m_raw.get());
}

SecretBytes OutboundGroup::sessionKey() const
{
    SecretBytes out(olm_outbound_group_session_key_length(m_raw.get()));
    olm_outbound_group_session_key(m_raw.get(), out.writable().data(), out.size());
    return out;
}

Result<QByteArray> OutboundGroup::encrypt(QByteArrayView plaintext)
{
    QByteArray out(
        qsizetype(olm_group_encrypt_message_length(m_raw.get(), size_t(plaintext.size()))),
        Qt::Uninitialized);
    const size_t size = olm_group_encrypt(
        m_raw.get(), reinterpret_cast<const uint8_t*>(plaintext.data()), size_t(plaintext.size()),
        reinterpret_cast<uint8_t*>(out.data()), size_t(out.size()));
    if (size == olm_error()) {
        return olmError("group encrypt", olm_outbound_group_session_last_error(m_raw.get()));
    }
    out.truncate(qsizetype(size));
    return out;
}

InboundGroup::InboundGroup(
    std::unique_ptr<OlmInboundGroupSession, void (*)(OlmInboundGroupSession*)> raw)
    : m_raw(std::move(raw))
{}

Result<InboundGroup> InboundGroup::fromSessionKey(const SecretBytes& sessionKey)
{
    if (auto checked = checkKeyFormat(sessionKey, sharedSize, 2); !checked) {
        return std::unexpected(checked.error());
    }
    auto raw = blankInbound();
    if (olm_init_inbound_group_session(raw.get(), sessionKey.bytes().data(), sessionKey.size()) ==
        olm_error()) {
        return olmError("session key", olm_inbound_group_session_last_error(raw.get()));
    }
    return InboundGroup(std::move(raw));
}

Result<InboundGroup> InboundGroup::fromExport(const SecretBytes& exported)
{
    if (auto checked = checkKeyFormat(exported, exportedSize, 1); !checked) {
        return std::unexpected(checked.error());
    }
    auto raw = blankInbound();
    if (olm_import_inbound_group_session(raw.get(), exported.bytes().data(), exported.size()) ==
        olm_error()) {
        return olmError("exported key", olm_inbound_group_session_last_error(raw.get()));
    }
    return InboundGroup(std::move(raw));
}

Result<InboundGroup> InboundGroup::unpickle(const QByteArray& pickle, const SecretBytes& key)
{
    auto raw = blankInbound();
    QByteArray copy(pickle.constData(), pickle.size());
    if (olm_unpickle_inbound_group_session(raw.get(), key.bytes().data(), key.size(), copy.data(),
                                           size_t(copy.size())) == olm_error()) {
        return olmError("inbound group", olm_inbound_group_session_last_error(raw.get()));
    }
    wipe(copy);
    return InboundGroup(std::move(raw));
}

Result<QByteArray> InboundGroup::pickle(const SecretBytes& key) const
{
    return pickleWith(m_raw.get(), key, olm_pickle_inbound_group_session_length,
                      olm_pickle_inbound_group_session);
}

QByteArray InboundGroup::id() const
{
    QByteArray out(qsizetype(olm_inbound_group_session_id_length(m_raw.get())), Qt::Uninitialized);
    olm_inbound_group_session_id(m_raw.get(), reinterpret_cast<uint8_t*>(out.data()),
                                 size_t(out.size()));
    return out;
}

uint32_t InboundGroup::firstKnownIndex() const
{
    return olm_inbound_group_session_first_known_index(m_raw.get());
}

Result<InboundGroup::Plain> InboundGroup::decrypt(const QByteArray& ciphertext)
{
    if (auto checked = checkMegolmMessage(ciphertext); !checked) {
        return std::unexpected(checked.error());
    }
    QByteArray copy(ciphertext.constData(), ciphertext.size()); // decoded in place
    const size_t most = olm_group_decrypt_max_plaintext_length(
        m_raw.get(), reinterpret_cast<uint8_t*>(copy.data()), size_t(copy.size()));
    if (most == olm_error() || most > size_t(ciphertext.size())) {
        return olmError("group decrypt", olm_inbound_group_session_last_error(m_raw.get()));
    }
    copy = QByteArray(ciphertext.constData(), ciphertext.size());
    GuardedBuffer out(most);
    Plain plain;
    const size_t size =
        olm_group_decrypt(m_raw.get(), reinterpret_cast<uint8_t*>(copy.data()), size_t(copy.size()),
                          static_cast<uint8_t*>(out.data()), out.size(), &plain.index);
    if (size == olm_error()) {
        return olmError("group decrypt", olm_inbound_group_session_last_error(m_raw.get()));
    }
    auto text = out.takePlaintext(size);
    if (!text) {
        return std::unexpected(text.error());
    }
    plain.text = std::move(*text);
    return plain;
}

Result<SecretBytes> InboundGroup::exportAt(uint32_t index) const
{
    SecretBytes out(olm_export_inbound_group_session_length(m_raw.get()));
    if (olm_export_inbound_group_session(m_raw.get(), out.writable().data(), out.size(), index) ==
        olm_error()) {
        return olmError("export", olm_inbound_group_session_last_error(m_raw.get()));
    }
    return out;
}

bool InboundGroup::connects(const InboundGroup& other) const
{
    if (id() != other.id()) {
        return false;
    }
    const uint32_t index = std::max(firstKnownIndex(), other.firstKnownIndex());
    const auto mine = exportAt(index);
    const auto theirs = other.exportAt(index);
    return mine && theirs && mine->equals(*theirs);
}

} // namespace client::crypto
