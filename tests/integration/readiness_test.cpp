// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether everybody has a room's key is found out once, and again only when the answer may differ.

#include "support/crowd.h"
#include "support/two.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const RoomId room(u"!foule:x.fr"_s);
const QJsonObject megolm{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}};

struct Sender {
    Sender()
    {
        peer.act([&] { must(peer.machine().setRoomEncryption(room, megolm)); });
    }

    size_t pump()
    {
        std::vector<crypto::OutgoingRequest> requests;
        peer.act([&] { requests = must(peer.machine().outgoingRequests()); });
        for (const auto& request : requests) {
            const QJsonObject answer = crowd.answer(request);
            peer.act([&] { must(peer.machine().markSent(request.id, answer)); });
        }
        return requests.size();
    }

    bool isReady() { return peer.prepare(room, crowd.users); }

    void getReady()
    {
        for (int i = 0; !isReady(); ++i) {
            REQUIRE(i < 20);
            pump();
        }
    }

    void listsChanged(const QStringList& users)
    {
        crypto::SyncChanges changes;
        changes.changedUsers = users;
        changes.oneTimeKeyCount = 50;
        changes.unusedFallback = true;
        peer.act([&] { must(peer.machine().receiveSync(changes)); });
    }

    //! Behind the machine's back, a device has the key no more: whoever looks anew sees that.
    void lay(bool trap)
    {
        use(peer, [&](MachineParts& parts) {
            const auto session = must(parts.context.store.outboundGroup(room));
            auto share = must(parts.context.store.shares(session->sessionId)).at(0);
            share.acknowledged = !trap;
            must(parts.context.store.saveShare(share));
            return true;
        });
    }

    QByteArray session()
    {
        return use(peer, [](MachineParts& parts) {
            return must(parts.context.store.outboundGroup(room))->sessionId;
        });
    }

    //! Looked at anew?
    bool looks()
    {
        lay(true);
        const bool looked = !isReady();
        lay(false);
        return looked;
    }

    FakeClock clock;
    ModelServer server;
    Crowd crowd{10, 2};
    Peer peer{server, u"@a:x.fr"_s, u"A"_s, clock};
};

} // namespace

TEST_CASE("a room is looked at again when a list brought something new, and only then")
{
    Sender sender;
    sender.getReady();
    CHECK_FALSE(sender.looks());
    sender.peer.encrypt(room, u"un"_s);
    CHECK_FALSE(sender.looks());

    sender.listsChanged({u"@p1:s0.fr"_s});
    CHECK_FALSE(sender.isReady()); // not before it is known what has changed
    CHECK(sender.pump() == 1);
    CHECK_FALSE(sender.looks()); // nothing had

    sender.crowd.more[u"@p1:s0.fr"_s] = 1;
    sender.listsChanged({u"@p1:s0.fr"_s});
    sender.pump();
    CHECK(sender.looks());
    sender.getReady();
    CHECK(sender.crowd.delivered == 21);
    CHECK_FALSE(sender.looks());
}

TEST_CASE("what has nothing to do with who gets keys lets nobody be looked at again")
{
    Sender sender;
    sender.getReady();
    give(sender.peer, u"@p1:s0.fr"_s, u"m.key.verification.request"_s,
         {{u"transaction_id"_s, u"t"_s},
          {u"from_device"_s, u"D0"_s},
          {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
          {u"timestamp"_s, qint64(sender.clock.time)}});
    CHECK_FALSE(sender.looks());
    use(sender.peer, [](MachineParts& parts) { return parts.backup.version().size(); });
    CHECK_FALSE(sender.looks());
    const QByteArray before = sender.session();
    sender.peer.act([&] { must(sender.peer.machine().setShareWith(crypto::ShareWith::Verified)); });
    CHECK(sender.isReady()); // for nobody of them is verified
    CHECK(sender.session() != before);
}

TEST_CASE("a block is seen at once")
{
    Sender sender;
    sender.getReady();
    sender.peer.act([&] {
        must(sender.peer.machine().blockDevice(UserId(u"@p1:s0.fr"_s), DeviceId(u"D0"_s), true));
    });
    sender.getReady();
    CHECK(sender.crowd.delivered == 20 + 20); // nineteen get another key, one is told why not
}

TEST_CASE("devices that cannot be reached are tried again after their time, not at each message")
{
    Sender sender;
    sender.crowd.dead = {u"@p3:s0.fr"_s};
    sender.getReady();
    CHECK_FALSE(sender.looks());
    sender.clock.time += 14'000;
    CHECK_FALSE(sender.looks());
    sender.clock.time += 2'000;
    sender.crowd.dead.clear();
    CHECK_FALSE(sender.isReady()); // they are asked for again
    sender.getReady();
    CHECK(sender.crowd.delivered == 20 + 2); // two were told of it before
    CHECK_FALSE(sender.looks());
}

TEST_CASE("a clock that is set back does not put the next try off")
{
    Sender sender;
    sender.crowd.dead = {u"@p3:s0.fr"_s};
    sender.getReady();
    sender.clock.time -= 3 * 3'600'000;
    sender.clock.time += 1000;
    CHECK(sender.looks());
}

TEST_CASE("a device that could not be reached gets the key as soon as it speaks")
{
    FakeClock clock;
    ModelServer server;
    Peer ann(server, u"@ann:x.fr"_s, u"A"_s, clock);
    Peer bob(server, u"@bob:x.fr"_s, u"B"_s, clock);
    const std::set<UserId> people{UserId(u"@ann:x.fr"_s), UserId(u"@bob:x.fr"_s)};
    for (Peer* peer : {&ann, &bob}) {
        peer->act([&] { must(peer->machine().setRoomEncryption(room, megolm)); });
        follow(*peer, people);
    }
    settle({&ann, &bob});
    while (!ann.prepare(room, people)) { // his server gives no keys away
        std::vector<crypto::OutgoingRequest> requests;
        ann.act([&] { requests = must(ann.machine().outgoingRequests()); });
        for (const auto& request : requests) {
            ann.act([&] { must(ann.machine().markSent(request.id, {})); });
        }
    }
    while (!bob.prepare(room, people)) {
        bob.pump();
    }
    ann.receive();
    CHECK_FALSE(ann.prepare(room, people));
    ann.pump();
    CHECK(ann.prepare(room, people));
    bob.receive();
    events::Event event;
    event.id = EventId(u"$1"_s);
    event.sender = UserId(u"@ann:x.fr"_s);
    event.type = u"m.room.encrypted"_s;
    event.content = ann.encrypt(room, u"bonjour"_s);
    CHECK(bob.decrypt(room, event));
}
