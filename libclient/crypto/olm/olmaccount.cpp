// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/olm/olmaccount.h"

#include "base/json.h"
#include "crypto/olm/buffers.h"
#include "crypto/olm/guards.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

void freeAccount(::OlmAccount* account)
{
    olm_clear_account(account);
    ::operator delete(static_cast<void*>(account));
}

std::unique_ptr<::OlmAccount, void (*)(::OlmAccount*)> blankAccount()
{
    return {olm_account(::operator new(olm_account_size())), freeAccount};
}

//! {"curve25519": {"AAAA": "key"}} as libolm writes it.
QMap<QByteArray, QByteArray> keyMap(const QByteArray& json)
{
    QMap<QByteArray, QByteArray> keys;
    const auto object = parseObject(json);
    if (!object) {
        return keys;
    }
    const QJsonObject inner = object->value("curve25519"_L1).toObject();
    for (auto it = inner.begin(); it != inner.end(); ++it) {
        keys.insert(it.key().toLatin1(), it.value().toString().toLatin1());
    }
    return keys;
}

} // namespace

Account::Account(std::unique_ptr<::OlmAccount, void (*)(::OlmAccount*)> raw) : m_raw(std::move(raw))
{}

Result<Account> Account::create()
{
    auto raw = blankAccount();
    SecretBytes random = randomSecret(olm_create_account_random_length(raw.get()));
    if (olm_create_account(raw.get(), random.writable().data(), random.size()) == olm_error()) {
        return olmError("create account", olm_account_last_error(raw.get()));
    }
    return Account(std::move(raw));
}

Result<Account> Account::unpickle(const QByteArray& pickle, const SecretBytes& key)
{
    auto raw = blankAccount();
    QByteArray copy(pickle.constData(), pickle.size()); // decoded in place
    if (olm_unpickle_account(raw.get(), key.bytes().data(), key.size(), copy.data(),
                             size_t(copy.size())) == olm_error()) {
        return olmError("unpickle account", olm_account_last_error(raw.get()));
    }
    wipe(copy);
    return Account(std::move(raw));
}

Result<QByteArray> Account::pickle(const SecretBytes& key) const
{
    return pickleWith(m_raw.get(), key, olm_pickle_account_length, olm_pickle_account);
}

namespace {

QByteArray identityKey(::OlmAccount* account, QLatin1StringView name)
{
    QByteArray out(qsizetype(olm_account_identity_keys_length(account)), Qt::Uninitialized);
    if (olm_account_identity_keys(account, out.data(), size_t(out.size())) == olm_error()) {
        return {};
    }
    const auto object = parseObject(out);
    return object ? object->value(name).toString().toLatin1() : QByteArray();
}

} // namespace

QByteArray Account::curve25519() const
{
    return identityKey(m_raw.get(), "curve25519"_L1);
}

QByteArray Account::ed25519() const
{
    return identityKey(m_raw.get(), "ed25519"_L1);
}

Result<QByteArray> Account::sign(QByteArrayView message) const
{
    QByteArray out(qsizetype(olm_account_signature_length(m_raw.get())), Qt::Uninitialized);
    if (olm_account_sign(m_raw.get(), message.data(), size_t(message.size()), out.data(),
                         size_t(out.size())) == olm_error()) {
        return olmError("sign", olm_account_last_error(m_raw.get()));
    }
    return out;
}

int Account::maxOneTimeKeys() const
{
    return int(olm_account_max_number_of_one_time_keys(m_raw.get()));
}

Result<> Account::generateOneTimeKeys(int count)
{
    const auto number = size_t(std::clamp(count, 0, maxOneTimeKeys()));
    SecretBytes random =
        randomSecret(olm_account_generate_one_time_keys_random_length(m_raw.get(), number));
    if (olm_account_generate_one_time_keys(m_raw.get(), number, random.writable().data(),
                                           random.size()) == olm_error()) {
        return olmError("one-time keys", olm_account_last_error(m_raw.get()));
    }
    return {};
}

QMap<QByteArray, QByteArray> Account::unpublishedOneTimeKeys() const
{
    QByteArray out(qsizetype(olm_account_one_time_keys_length(m_raw.get())), Qt::Uninitialized);
    if (olm_account_one_time_keys(m_raw.get(), out.data(), size_t(out.size())) == olm_error()) {
        return {};
    }
    return keyMap(out);
}

Result<> Account::generateFallbackKey()
{
    SecretBytes random = randomSecret(olm_account_generate_fallback_key_random_length(m_raw.get()));
    if (olm_account_generate_fallback_key(m_raw.get(), random.writable().data(), random.size()) ==
        olm_error()) {
        return olmError("fallback key", olm_account_last_error(m_raw.get()));
    }
    return {};
}

QMap<QByteArray, QByteArray> Account::unpublishedFallbackKey() const
{
    QByteArray out(qsizetype(olm_account_unpublished_fallback_key_length(m_raw.get())),
                   Qt::Uninitialized);
    if (olm_account_unpublished_fallback_key(m_raw.get(), out.data(), size_t(out.size())) ==
        olm_error()) {
        return {};
    }
    return keyMap(out);
}

void Account::markKeysAsPublished()
{
    olm_account_mark_keys_as_published(m_raw.get());
}

void Account::forgetOldFallbackKey()
{
    olm_account_forget_old_fallback_key(m_raw.get());
}

Result<> Account::removeOneTimeKey(const Session& session)
{
    if (olm_remove_one_time_keys(m_raw.get(), session.raw()) == olm_error()) {
        // A fallback key is not among the one-time keys: nothing to remove.
        return {};
    }
    return {};
}

Result<Session> Account::createOutbound(const QByteArray& identityKey, const QByteArray& oneTimeKey)
{
    for (const QByteArray* key : {&identityKey, &oneTimeKey}) {
        if (auto checked = checkCurve25519Key(*key); !checked) {
            return std::unexpected(checked.error());
        }
    }
    Session session = Session::blank();
    SecretBytes random = randomSecret(olm_create_outbound_session_random_length(session.raw()));
    if (olm_create_outbound_session(session.raw(), m_raw.get(), identityKey.constData(),
                                    size_t(identityKey.size()), oneTimeKey.constData(),
                                    size_t(oneTimeKey.size()), random.writable().data(),
                                    random.size()) == olm_error()) {
        return olmError("outbound session", olm_session_last_error(session.raw()));
    }
    return session;
}

Result<Session> Account::createInbound(const OlmMessage& message, const QByteArray& senderKey)
{
    if (message.type != 0) {
        return fail(Error::Kind::Malformed, u"not a pre-key message"_s);
    }
    if (auto checked = checkOlmMessage(0, message.body, senderKey); !checked) {
        return std::unexpected(checked.error());
    }
    Session session = Session::blank();
    QByteArray copy(message.body.constData(), message.body.size()); // decoded in place
    if (olm_create_inbound_session(session.raw(), m_raw.get(), copy.data(), size_t(copy.size())) ==
        olm_error()) {
        return olmError("inbound session", olm_session_last_error(session.raw()));
    }
    if (!session.matchesInbound(message, senderKey)) {
        return fail(Error::Kind::Crypto, u"the session is not the sender's"_s);
    }
    return session;
}

} // namespace client::crypto
