// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a dialogue of verification takes from nobody but the other side, and which answers and codes
// of the other side it refuses.

#include "base/base64.h"
#include "crypto/verification/qrcode.h"
#include "support/dialogue.h"

#include <catch2/generators/catch_generators.hpp>

using namespace client;
using namespace testing;
using crypto::VerificationQr;

namespace {

const QString carol = u"@c:x.fr"_s;
const auto mismatch = u"m.key_mismatch"_s;

QJsonObject asked(const QString& to)
{
    return {{u"msgtype"_s, u"m.key.verification.request"_s},
            {u"from_device"_s, u"DEUX"_s},
            {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
            {u"to"_s, to}};
}

bool inRoom(Peer& peer, const QString& id, const QString& sender, const QString& type,
            const QJsonObject& content)
{
    return use(peer, [&](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return parts.verifications.receiveInRoom(room, EventId(id), UserId(sender),
                                                 parts.context.now(), type, content, changed);
    });
}

size_t dialogues(Peer& peer)
{
    return use(peer, [](MachineParts& parts) { return parts.verifications.all().size(); });
}

//! A new device and one that has the identity.
struct OwnDevices : Dialogue {
    QString flow;

    OwnDevices() : Dialogue(alice.toString(), alice.toString())
    {
        makeIdentity(two, server);
        settleAll();
        flow = accepted(*this, alice);
    }
};

//! The code that `shower` shows, with one of its keys put in place of another; how it ends.
QString scanned(Dialogue& pair, const QString& flow, Peer& shower, Peer& scanner,
                QByteArray VerificationQr::* key)
{
    const auto shown = use(shower, [&](MachineParts& p) { return p.verifications.qr(flow); });
    REQUIRE(shown);
    auto code = *crypto::parseQr(*shown);
    if (key != nullptr) {
        code.*key = encodeBase64(QByteArray(32, 'x'));
    }
    const QByteArray bytes = *crypto::encodeQr(code);
    act(scanner, [&](auto& v, auto& c) { return v.scanned(flow, bytes, c); });
    pair.settleAll();
    return cancelled(scanner);
}

} // namespace

TEST_CASE("E67: a request in a room is for whom it names")
{
    People pair;
    const QString request = u"m.room.message"_s;
    CHECK_FALSE(inRoom(pair.one, u"$1"_s, bob.toString(), request, asked(carol)));
    CHECK(dialogues(pair.one) == 0);
    CHECK(inRoom(pair.one, u"$2"_s, bob.toString(), request, asked(alice.toString())));
    CHECK(dialogues(pair.one) == 1);
}

TEST_CASE("E67: nobody else's word moves or ends a dialogue, whichever way it comes")
{
    Compared pair;
    const QJsonObject cancel{{u"transaction_id"_s, pair.flow}, {u"code"_s, u"m.user"_s}};
    CHECK(give(pair.one, carol, u"m.key.verification.cancel"_s, cancel) == 1);
    CHECK(viewOf(pair.one).state == State::Sas);

    People other;
    const QString request = u"m.room.message"_s;
    REQUIRE(inRoom(other.one, u"$1"_s, bob.toString(), request, asked(alice.toString())));
    const QJsonObject there{{u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.reference"_s},
                                                            {u"event_id"_s, u"$1"_s}}},
                            {u"code"_s, u"m.user"_s}};
    CHECK_FALSE(inRoom(other.one, u"$2"_s, carol, u"m.key.verification.cancel"_s, there));
    CHECK(viewOf(other.one).state == State::Requested);
    CHECK(inRoom(other.one, u"$3"_s, bob.toString(), u"m.key.verification.cancel"_s, there));
    CHECK(viewOf(other.one).state == State::Cancelled);
}

TEST_CASE("E69: an older or unknown way to compare is not accepted")
{
    const auto answer = [](const QString& field, const QJsonValue& value) {
        People pair;
        const QString flow = accepted(pair, bob);
        REQUIRE(act(pair.one, [&](auto& v, auto& c) { return v.startSas(flow, c); }));
        QJsonObject content{{u"transaction_id"_s, flow},
                            {u"method"_s, u"m.sas.v1"_s},
                            {u"key_agreement_protocol"_s, u"curve25519-hkdf-sha256"_s},
                            {u"hash"_s, u"sha256"_s},
                            {u"message_authentication_code"_s, u"hkdf-hmac-sha256.v2"_s},
                            {u"short_authentication_string"_s, QJsonArray{u"decimal"_s}},
                            {u"commitment"_s, u"AAAA"_s}};
        content.insert(field, value);
        give(pair.one, bob.toString(), u"m.key.verification.accept"_s, content);
        return cancelled(pair.one);
    };
    const auto unknown = u"m.unknown_method"_s;
    CHECK(answer(u"hash"_s, u"sha256"_s) == u"not cancelled"_s);
    CHECK(answer(u"message_authentication_code"_s, u"hkdf-hmac-sha256"_s) == unknown);
    CHECK(answer(u"message_authentication_code"_s, u"hmac-sha256"_s) == unknown);
    CHECK(answer(u"key_agreement_protocol"_s, u"curve25519"_s) == unknown);
    CHECK(answer(u"hash"_s, u"sha1"_s) == unknown);
    CHECK(answer(u"short_authentication_string"_s, QJsonArray{u"other"_s}) == unknown);
}

TEST_CASE("E69: of two that begin at once the one with the smaller name has begun")
{
    const bool swapped = GENERATE(false, true);
    People pair;
    const QString flow = accepted(pair, bob);
    for (Peer* peer :
         swapped ? std::array{&pair.two, &pair.one} : std::array{&pair.one, &pair.two}) {
        REQUIRE(act(*peer, [&](auto& v, auto& c) { return v.startSas(flow, c); }));
    }
    pair.settleAll();
    CHECK(viewOf(pair.one).state == State::Sas);
    CHECK(viewOf(pair.two).state == State::Sas);
    CHECK(viewOf(pair.one).emoji == viewOf(pair.two).emoji);
}

TEST_CASE("E73: a scan is answered only if it shows the secret of the code")
{
    const auto scan = [](bool right) {
        People pair;
        const QString flow = accepted(pair, bob);
        const auto bytes = use(pair.one, [&](MachineParts& p) { return p.verifications.qr(flow); });
        REQUIRE(bytes);
        const QByteArray secret = right ? crypto::parseQr(*bytes)->secret : QByteArray(16, 'x');
        give(pair.one, bob.toString(), u"m.key.verification.start"_s,
             {{u"transaction_id"_s, flow},
              {u"from_device"_s, u"DEUX"_s},
              {u"method"_s, u"m.reciprocate.v1"_s},
              {u"secret"_s, QString::fromLatin1(encodeBase64(secret))}});
        return std::pair{viewOf(pair.one).state, cancelled(pair.one)};
    };
    CHECK(scan(true).first == State::Scanned);
    CHECK(scan(false) == std::pair{State::Cancelled, mismatch});
}

TEST_CASE("E73: a code has each key in its place, or proves nothing")
{
    QByteArray VerificationQr::* const key =
        GENERATE(static_cast<QByteArray VerificationQr::*>(nullptr), &VerificationQr::firstKey,
                 &VerificationQr::secondKey);
    const QString expected = key == nullptr ? u"not cancelled"_s : mismatch;
    {
        People pair;
        const QString flow = accepted(pair, bob);
        CHECK(scanned(pair, flow, pair.two, pair.one, key) == expected);
        CHECK_FALSE(isVerified(pair.one, bob));
    }
    {
        OwnDevices pair; // the new device shows
        CHECK(scanned(pair, pair.flow, pair.one, pair.two, key) == expected);
    }
    {
        OwnDevices pair; // the new device scans
        CHECK(scanned(pair, pair.flow, pair.two, pair.one, key) == expected);
        CHECK_FALSE(isVerified(pair.one, alice));
    }
}
