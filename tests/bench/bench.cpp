// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tchap-bench: what the costly steps take on this machine, over real encrypted files; medians of
// several rounds. docs/performance.md says how to read it.

#include "engine/engine.h"
#include "support/crowd.h"
#include "support/peer.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace client;
using namespace testing;

namespace {

constexpr int rounds = 5;
constexpr int rooms = 100;
constexpr int eventsPerRoom = 100;
constexpr int secretMessages = 1000;

void measure(const char* what, int units, const std::function<void()>& prepare,
             const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        prepare();
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf("%-46s %9.2f ms  (%.2f to %.2f)  %8.1f us each\n", what, times[rounds / 2],
                times.front(), times.back(), times[rounds / 2] * 1000 / units);
}

QJsonObject joined(int number)
{
    QJsonArray events;
    for (int i = 0; i < eventsPerRoom; ++i) {
        events.append(QJsonObject{
            {u"type"_s, u"m.room.message"_s},
            {u"sender"_s, u"@bob:x.fr"_s},
            {u"event_id"_s, u"$%1-%2"_s.arg(number).arg(i)},
            {u"origin_server_ts"_s, qint64(1'700'000'000'000) + i},
            {u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s},
                                       {u"body"_s, u"Bonjour, voici le message %1."_s.arg(i)}}}});
    }
    return {{u"timeline"_s, QJsonObject{{u"events"_s, events}, {u"prev_batch"_s, u"p"_s}}}};
}

QByteArray firstSync()
{
    QJsonObject all;
    for (int i = 0; i < rooms; ++i) {
        all.insert(u"!r%1:x.fr"_s.arg(i), joined(i));
    }
    return toJson(
        QJsonObject{{u"next_batch"_s, u"s1"_s}, {u"rooms"_s, QJsonObject{{u"join"_s, all}}}});
}

void benchEngine()
{
    const QByteArray body = firstSync();
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<engine::Engine> engine;
    FakeClock clock;
    const auto open = [&] {
        engine = must(engine::Engine::open({folder->path(), secret('r'), &clock, "Europe/Paris"}));
    };
    measure(
        "first sync: 100 rooms of 100 messages", rooms * eventsPerRoom,
        [&] {
            engine.reset();
            folder = std::make_unique<QTemporaryDir>();
            open();
            must(engine->saveAccount({UserId(u"@ann:x.fr"_s),
                                      DeviceId(u"A"_s),
                                      QUrl(u"https://x.fr"_s),
                                      "token",
                                      {},
                                      0,
                                      false}));
        },
        [&] { must(engine->applySync(body)); });
    measure("opening the store of 10,000 events", 1, [&] { engine.reset(); }, open);
    measure("list of 100 rooms", rooms, [] {}, [&] { must(engine->roomList()); });
    measure(
        "opening a room, 50 rows", 50, [] {},
        [&] { must(engine->openRoom(RoomId(u"!r7:x.fr"_s), 50)); });
}

void benchEncryption()
{
    const RoomId room(u"!secret:x.fr"_s);
    const std::set<UserId> people{UserId(u"@ann:x.fr"_s), UserId(u"@bob:x.fr"_s)};
    FakeClock clock;
    ModelServer server;
    Peer ann(server, u"@ann:x.fr"_s, u"A"_s, clock);
    Peer bob(server, u"@bob:x.fr"_s, u"B"_s, clock);
    for (Peer* peer : {&ann, &bob}) {
        peer->act([&] {
            must(peer->machine().setRoomEncryption(room,
                                                   {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
            must(peer->machine().trackUsers(people));
        });
    }
    for (int i = 0; i < 6 || !ann.prepare(room, people); ++i) {
        for (Peer* peer : {&ann, &bob}) {
            peer->pump();
            peer->receive();
        }
    }
    int next = 0;
    std::vector<events::Event> sent;
    measure(
        "encrypting 1,000 messages, a transaction each", secretMessages, [&] { sent.clear(); },
        [&] {
            for (int i = 0; i < secretMessages; ++i) {
                events::Event event;
                event.id = EventId(u"$%1"_s.arg(next++));
                event.sender = UserId(u"@ann:x.fr"_s);
                event.type = u"m.room.encrypted"_s;
                while (!ann.prepare(room, people)) { // a session is worn after 100 messages
                    ann.pump();
                }
                event.content = ann.encrypt(room, u"bonjour"_s);
                sent.push_back(std::move(event));
            }
        });
    ann.pump();
    while (bob.receive()) {
    }
    measure(
        "decrypting 1,000 messages, one transaction", secretMessages, [] {},
        [&] {
            bob.act([&] {
                for (const events::Event& event : sent) {
                    if (!bob.machine().decrypt(room, event)) {
                        std::puts("a message was not readable");
                        std::exit(1);
                    }
                }
            });
        });
}

//! What no design can save: as many sessions and first messages by libolm alone, kept nowhere.
struct OlmAlone {
    double sessions = 0, ciphertexts = 0; // ms

    explicit OlmAlone(int devices)
    {
        constexpr int keys = 50;
        constexpr int roomKeyMessage = 1300; // bytes, with the sender's device keys
        auto own = must(crypto::Account::create());
        auto other = must(crypto::Account::create());
        must(other.generateOneTimeKeys(keys));
        const QList<QByteArray> oneTime = other.unpublishedOneTimeKeys().values();
        const QByteArray identity = other.curve25519();
        const QByteArray text(roomKeyMessage, 'x');
        std::vector<crypto::Session> all;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < devices; ++i) {
            all.push_back(must(own.createOutbound(identity, oneTime.at(i % keys))));
        }
        sessions = double(timer.nsecsElapsed()) / 1e6;
        timer.start();
        for (crypto::Session& session : all) {
            must(session.encrypt(text));
        }
        ciphertexts = double(timer.nsecsElapsed()) / 1e6;
    }
};

//! Ann and a room of 2,000 people with 6,000 devices; only what her machine does is timed.
struct LargeRoom {
    LargeRoom()
    {
        ann.act([&] {
            must(ann.machine().setRoomEncryption(room,
                                                 {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        });
    }

    void timed(const std::function<void()>& work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        machine += double(timer.nsecsElapsed()) / 1e6;
        longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
    }

    void send(const char* what)
    {
        machine = longest = 0;
        const int before = crowd.delivered;
        bool ready = false;
        timed([&] { ready = ann.prepare(room, crowd.users); });
        while (!ready) {
            pump();
            timed([&] { ready = ann.prepare(room, crowd.users); });
        }
        timed([&] { ann.encrypt(room, u"bonjour"_s); });
        std::printf("%-46s %9.2f ms  longest step %.2f ms, %d keys\n", what, machine, longest,
                    crowd.delivered - before);
    }

    void pump()
    {
        std::vector<crypto::OutgoingRequest> requests;
        timed([&] { ann.act([&] { requests = must(ann.machine().outgoingRequests()); }); });
        for (const auto& request : requests) {
            const QJsonObject answer = crowd.answer(request);
            timed([&] { ann.act([&] { must(ann.machine().markSent(request.id, answer)); }); });
        }
    }

    //! Somebody has one device more.
    void moreOf(const QString& user)
    {
        ++crowd.more[user];
        crypto::SyncChanges changes;
        changes.changedUsers = {user};
        changes.oneTimeKeyCount = 50;
        changes.unusedFallback = true;
        ann.act([&] { must(ann.machine().receiveSync(changes)); });
        pump();
    }

    void next(const char* what)
    {
        measure(
            what, 1, [] {},
            [&] {
                ann.prepare(room, crowd.users);
                ann.encrypt(room, u"bonjour"_s);
            });
    }

    //! Nobody remembers that all have the key.
    void forget()
    {
        ann.act([&] {
            must(ann.machine().use([&](crypto::MachineParts& parts) {
                must(parts.context.store.saveValue(u"ready:"_s + room.toString(), {}));
                return true;
            }));
        });
    }

    const RoomId room{u"!crowd:x.fr"_s};
    FakeClock clock;
    ModelServer server;
    Crowd crowd{2000, 3};
    Peer ann{server, u"@ann:x.fr"_s, u"A"_s, clock};
    double machine = 0, longest = 0; // ms
};

void benchCrowd()
{
    LargeRoom large;
    large.send("first message to 2,000 people, 6,000 devices");
    const OlmAlone olm(large.crowd.delivered);
    std::printf("%-46s %9.2f ms  as long: %.2f times\n",
                "  libolm alone: 6,000 sessions, ciphertexts", olm.sessions + olm.ciphertexts,
                large.machine / (olm.sessions + olm.ciphertexts));
    large.next("the next message there");
    large.ann.act(
        [&] { must(large.ann.machine().memberLeft(large.room, UserId(u"@p0:s0.fr"_s))); });
    large.send("first message of a new session, Olm as it is");
    std::printf("%-46s %9.2f ms  as long: %.2f times\n", "  libolm alone: 6,000 ciphertexts",
                olm.ciphertexts, large.machine / olm.ciphertexts);
    large.moreOf(u"@p7:s0.fr"_s);
    large.send("somebody has one device more");
    large.crowd.dead = {u"@p9:s0.fr"_s};
    large.moreOf(u"@p9:s0.fr"_s);
    large.send("one more device, which cannot be reached");
    large.next("the next message beside it");
    measure(
        "looking at all 6,000 again", 1, [&] { large.forget(); },
        [&] { large.ann.prepare(large.room, large.crowd.users); });
}

} // namespace

int main()
{
    qputenv("QT_LOGGING_RULES", "tchap.*=false");
    benchEngine();
    benchEncryption();
    benchCrowd();
    return 0;
}
