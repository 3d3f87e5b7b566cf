// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// History bundles that are not taken, or not all of them. Each of these fails when the defence that
// it names is taken out.

#include "crypto/attachment/attachmentcipher.h"
#include "support/history.h"

#include <QBuffer>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace client;
using namespace testing;
using Source = crypto::InboundGroupRecord::Source;

namespace {

//! A session of nobody in particular, as a bundle holds it.
QJsonObject foreignKey(const RoomId& where)
{
    const auto group = must(crypto::OutboundGroup::create());
    const auto inbound = must(crypto::InboundGroup::fromSessionKey(group.sessionKey()));
    const auto key = must(inbound.exportAt(0));
    return {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
            {u"room_id"_s, where.toString()},
            {u"sender_key"_s, QString::fromLatin1(QByteArray(43, 'A'))},
            {u"session_id"_s, QString::fromLatin1(inbound.id())},
            {u"session_key"_s, QString::fromLatin1(key.view())}};
}

bool isShared(Peer& peer, const QByteArray& session)
{
    return use(peer, [&](MachineParts& parts) {
        return must(parts.context.store.inboundGroup(room, session))->sharedHistory;
    });
}

} // namespace

TEST_CASE("a bundle that nobody waits for is never fetched")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    all.message(all.bob1, u"$2"_s);
    all.offer(all.alice1, all.make(all.alice1));
    CHECK_FALSE(all.next()); // nothing was accepted
    all.accept(bob);
    CHECK_FALSE(all.next()); // the invitation was somebody else's
    all.accept(alice, RoomId(u"!ailleurs:x.fr"_s));
    CHECK_FALSE(all.next()); // and hers to another room
    all.accept(alice);
    CHECK_FALSE(all.next(false)); // accepted, but not in the room
    CHECK(all.next());
}

TEST_CASE("a bundle is taken within a day after the invitation was accepted, not later")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    all.accept(alice);
    all.clock.time += 23LL * 3'600'000;
    all.offer(all.alice1, all.make(all.alice1));
    CHECK(all.next());
    all.clock.time += 2LL * 3'600'000;
    CHECK_FALSE(all.next());
    all.accept(alice); // what came too late is forgotten, not kept for another time
    CHECK_FALSE(all.next());
}

TEST_CASE("a bundle waits for the invitation to be accepted, for a month")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    const bool late = GENERATE(false, true);
    all.offer(all.alice1, all.make(all.alice1));
    all.clock.time += (late ? 31LL : 29LL) * 24 * 3'600'000;
    all.accept(alice);
    CHECK(all.next().has_value() != late);
}

TEST_CASE("a bundle from a device that its owner's identity did not sign is refused")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    Peer planted(all.server, alice.toString(), u"A9"_s, all.clock);
    all.join(planted);
    follow(planted, {carol});
    all.peers.push_back(&planted);
    settle(all.peers);
    use(planted, [](MachineParts& parts) {
        crypto::OlmChannel channel(parts.context, parts.keys);
        channel.claim(must(parts.context.store.devices(carol)));
        return true;
    });
    settle(all.peers);
    all.accept(alice);
    sendOlm(all, planted, all.carol1, crypto::bundleType,
            {{u"room_id"_s, room.toString()}, {u"file"_s, all.make(all.alice1)}});
    settle(all.peers);
    CHECK_FALSE(all.next());
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A9"_s)); });
    settle(all.peers);
    CHECK_FALSE(all.next()); // refused is refused
    sendOlm(all, planted, all.carol1, crypto::bundleType,
            {{u"room_id"_s, room.toString()}, {u"file"_s, all.make(all.alice1)}});
    settle(all.peers);
    CHECK(all.next());
}

TEST_CASE("a bundle counts only by Olm, with the sending device's keys and a sound file")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    all.accept(alice);
    const QJsonObject file = all.make(all.alice1);
    const QJsonObject content{{u"room_id"_s, room.toString()}, {u"file"_s, file}};
    for (const QString& type : {crypto::bundleType, crypto::oldBundleType}) {
        CHECK(give(all.carol1, alice.toString(), type, content) == 1);
    }
    const auto receive = [&](const QJsonObject& given, bool deviceKeys) {
        return use(all.carol1, [&](MachineParts& parts) {
            const auto device = must(parts.context.store.device(alice, DeviceId(u"A1"_s)));
            crypto::OlmPayload payload;
            payload.sender = alice;
            payload.senderKey = device->curve25519;
            payload.ed25519 = device->ed25519;
            payload.type = crypto::bundleType;
            payload.content = given;
            payload.hasDeviceKeys = deviceKeys;
            return parts.receivedHistory.receive(payload);
        });
    };
    CHECK_FALSE(receive(content, false));
    for (const auto& [name, value] : std::map<QString, QJsonValue>{
             {u"room_id"_s, u"salle"_s}, {u"room_id"_s, 5}, {u"file"_s, QJsonObject()}}) {
        QJsonObject broken = content;
        broken.insert(name, value);
        CHECK_FALSE(receive(broken, true));
    }
    settle(all.peers);
    CHECK_FALSE(all.next());
    CHECK(receive(content, true));
    settle(all.peers);
    CHECK(all.next());
}

TEST_CASE("what is fetched must be the file that was offered, and a bundle of bounded size")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    const auto tryWith = [&](const QJsonObject& file, const QByteArray& cipher) {
        all.accept(alice);
        all.offer(all.alice1, file);
        const auto offer = all.next();
        REQUIRE(offer);
        all.cipher = cipher;
        const bool opened = all.take(*offer).opened;
        CHECK_FALSE(all.next()); // taken or not, it is over
        return opened;
    };
    QJsonObject file = all.make(all.alice1);
    CHECK(tryWith(file, all.cipher));
    QByteArray altered = all.cipher;
    altered[altered.size() / 2] = char(altered[altered.size() / 2] ^ 1);
    CHECK_FALSE(tryWith(file, altered));
    CHECK_FALSE(tryWith(file, all.cipher.chopped(1)));
    const auto seal = [&](const QByteArray& text) {
        QByteArray plain = text;
        QBuffer from(&plain);
        QBuffer to(&all.cipher);
        all.cipher.clear();
        from.open(QIODevice::ReadOnly);
        to.open(QIODevice::WriteOnly);
        auto key = must(crypto::encryptAttachment(from, to, {}));
        return events::toJson(
            {MxcUri(address), std::move(key.key), std::move(key.iv), std::move(key.sha256)});
    };
    for (const auto* broken : {"", "{", "[]", "5", "{\"room_keys\":{}}", "{\"withheld\":\"x\"}"}) {
        const QJsonObject sealed = seal(broken);
        CHECK_FALSE(tryWith(sealed, all.cipher));
    }
    const QJsonObject empty = seal("{\"room_keys\":[]}");
    CHECK(tryWith(empty, all.cipher));
    const QJsonObject large = seal("{}" + QByteArray(crypto::largestBundle, ' '));
    CHECK_FALSE(tryWith(large, all.cipher));
    const QByteArray list = QByteArray("{},").repeated(crypto::mostBundledKeys);
    const QJsonObject many = seal("{\"room_keys\":[" + list + "{}]}");
    CHECK_FALSE(tryWith(many, all.cipher));
    const QJsonObject most = seal("{\"room_keys\":[" + list.chopped(1) + "]}");
    CHECK(tryWith(most, all.cipher));
}

TEST_CASE("only keys of the room are taken out of a bundle, and no broken ones")
{
    History all;
    const RoomId elsewhere(u"!ailleurs:x.fr"_s);
    const auto event = all.message(all.alice1, u"$1"_s);
    const QJsonObject good = entryOf(keyOf(all.alice1, sessionOf(event)));
    QJsonObject broken = foreignKey(room);
    broken.insert(u"session_id"_s, u"autre"_s);
    QJsonObject unknown = foreignKey(room);
    unknown.insert(u"algorithm"_s, u"m.megolm.v2"_s);
    const QJsonObject stray = foreignKey(elsewhere);
    QJsonObject notice = stray;
    notice.insert(u"code"_s, u"m.history_not_shared"_s);
    all.accept(alice);
    all.offer(all.alice1, all.makeOf({stray, broken, unknown, {}, good}, {notice}));
    const auto taken = all.take(all.next().value());
    CHECK(taken.keys == 1);
    CHECK(taken.refused == 4);
    CHECK(taken.changes.withheld.empty());
    CHECK(all.carol1.decrypt(room, event));
    const auto kept = use(all.carol1, [&](MachineParts& parts) {
        return must(parts.context.store.inboundGroupsOf(elsewhere)).size() +
               must(parts.context.store.withheldIn(elsewhere)).size();
    });
    CHECK(kept == 0);
}

TEST_CASE("a bundle replaces no session, raises no trust and no flag")
{
    History all;
    all.accept(alice);
    all.visible(u"joined"_s);
    std::set<UserId> three = both;
    three.insert(carol);
    for (int i = 0; i < 10 && !all.alice1.prepare(room, three); ++i) {
        all.alice1.pump();
    }
    events::Event event;
    event.id = EventId(u"$1"_s);
    event.sender = alice;
    event.originServerTs = all.clock.time;
    event.type = u"m.room.encrypted"_s;
    event.content = all.alice1.encrypt(room, u"secret"_s);
    settle(all.peers);
    const QByteArray session = sessionOf(event);
    const QJsonObject own = entryOf(keyOf(all.alice1, session));
    QJsonObject other = foreignKey(room); // another ratchet; its id would be another
    other.insert(u"session_id"_s, own.value(u"session_id"_s));
    QJsonObject lie = own; // somebody else's device
    lie.insert(u"sender_key"_s, QString::fromLatin1(QByteArray(43, 'B')));
    QJsonObject said = own;
    said.insert(u"shared_history"_s, true);
    all.visible(u"shared"_s);
    all.offer(all.alice1, all.makeOf({own, other, lie, said}));
    all.take(all.next().value());
    const auto read = all.carol1.decrypt(room, event);
    REQUIRE(read);
    CHECK(read->trust == u"ok"_s); // as it came from its sender
    CHECK(read->owner == alice);
    CHECK_FALSE(isShared(all.carol1, session));
}

TEST_CASE("what a bundle brings may be shared on, unless somebody says that it may not")
{
    History all;
    const QByteArray session = sessionOf(all.message(all.alice1, u"$1"_s));
    const QByteArray other = sessionOf(all.message(all.bob1, u"$2"_s));
    QJsonObject denied = entryOf(keyOf(all.alice1, other));
    denied.insert(u"shared_history"_s, false);
    all.accept(alice);
    all.offer(all.alice1, all.makeOf({entryOf(keyOf(all.alice1, session)), denied}));
    all.take(all.next().value());
    CHECK(isShared(all.carol1, session));
    CHECK_FALSE(isShared(all.carol1, other));
    QJsonObject backup = keyOf(all.alice1, session);
    backup.insert(u"shared_history"_s, false);
    backup.remove(u"org.matrix.msc3061.shared_history"_s);
    crypto::CryptoChanges changes;
    use(all.carol1, [&](MachineParts& parts) {
        return parts.roomKeys.importOne(backup, Source::Backup, changes);
    });
    CHECK_FALSE(isShared(all.carol1, session));
}

TEST_CASE("a notice in a bundle says only that history is not shared, of what is not here")
{
    History all;
    const auto event = all.message(all.alice1, u"$1"_s);
    const auto noticeOf = [&](const QString& session, const QString& code) {
        return QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                           {u"room_id"_s, room.toString()},
                           {u"session_id"_s, session},
                           {u"sender_key"_s, QString::fromLatin1(QByteArray(43, 'A'))},
                           {u"code"_s, code}};
    };
    const QString known = QString::fromLatin1(sessionOf(event));
    all.accept(alice);
    all.offer(all.alice1,
              all.makeOf({entryOf(keyOf(all.alice1, sessionOf(event)))},
                         {noticeOf(known, u"m.history_not_shared"_s),
                          noticeOf(u"un"_s, u"m.history_not_shared"_s),
                          noticeOf(u"deux"_s, u"io.element.msc4268.history_not_shared"_s),
                          noticeOf(u"trois"_s, u"m.unauthorised"_s),
                          noticeOf(u"quatre"_s, u"m.blacklisted"_s)}));
    all.take(all.next().value());
    CHECK(all.carol1.decrypt(room, event));
    use(all.carol1, [&](MachineParts& parts) {
        const auto records = must(parts.context.store.withheldIn(room));
        CHECK(records.size() == 3);
        for (const auto& record : records) {
            CHECK(record.code == u"m.history_not_shared"_s);
            CHECK(record.sessionId != "quatre");
        }
        return true;
    });
}

TEST_CASE("one who floods with bundles pushes out none but the own")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    all.offer(all.alice1, all.make(all.alice1));
    const QJsonObject file = all.make(all.alice1);
    use(all.carol1, [&](MachineParts& parts) {
        for (int i = 0; i < 600; ++i) {
            crypto::OlmPayload payload;
            payload.sender = UserId(u"@flood:x.fr"_s);
            payload.content = {{u"room_id"_s, u"!r%1:x.fr"_s.arg(i)}, {u"file"_s, file}};
            payload.hasDeviceKeys = true;
            CHECK(parts.receivedHistory.receive(payload));
        }
        return true;
    });
    all.accept(alice);
    CHECK(all.next());
}

TEST_CASE("a bundle stays within its bounds")
{
    crypto::BundleMaker small(2000);
    int taken = 0;
    while (taken < 100 && small.addKey(foreignKey(room))) {
        ++taken;
    }
    CHECK(taken >= 2);
    CHECK(taken < 5);
    CHECK(must(small.seal()).cipher.size() <= 2000);
    CHECK(small.isEmpty());
    crypto::BundleMaker many;
    for (int i = 0; i < crypto::mostBundledKeys; ++i) {
        REQUIRE(many.addKey({}));
    }
    CHECK_FALSE(many.addKey({}));
}
