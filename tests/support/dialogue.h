// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dialogue: two machines that verify each other.
#pragma once

#include "support/attackroom.h"
#include "support/forger.h"

#include <catch2/catch_test_macros.hpp>

namespace testing {

using crypto::VerificationView;
using State = crypto::VerificationView::State;

struct Dialogue {
    ModelServer server;
    FakeClock clock;
    Peer one;
    Peer two;

    Dialogue(const QString& first, const QString& second)
        : one(server, first, u"UN"_s, clock)
        , two(server, second, u"DEUX"_s, clock)
    {
        for (Peer* peer : {&one, &two}) {
            follow(*peer, {UserId(first), UserId(second)});
        }
        settle({&one, &two});
    }

    void settleAll() { settle({&one, &two}); }
};

inline VerificationView viewOf(Peer& peer)
{
    const auto all = use(peer, [](MachineParts& parts) { return parts.verifications.all(); });
    REQUIRE_FALSE(all.empty());
    for (const VerificationView& view : all) {
        if (view.state != State::Done && view.state != State::Cancelled) {
            return view;
        }
    }
    return all.back();
}

template <class Act>
bool act(Peer& peer, Act work)
{
    return use(peer, [&](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return work(parts.verifications, changed);
    });
}

inline QString request(Peer& from, const UserId& to)
{
    return use(from, [&](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return parts.verifications.request(to, {}, {}, changed);
    });
}

//! Up to the choice of how to compare.
inline QString accepted(Dialogue& pair, const UserId& to)
{
    const QString flow = request(pair.one, to);
    REQUIRE_FALSE(flow.isEmpty());
    pair.settleAll();
    REQUIRE(act(pair.two, [&](auto& v, auto& c) { return v.accept(flow, c); }));
    pair.settleAll();
    return flow;
}

//! Up to the emoji on both sides.
inline QString compared(Dialogue& pair, const UserId& to)
{
    const QString flow = accepted(pair, to);
    REQUIRE(act(pair.one, [&](auto& v, auto& c) { return v.startSas(flow, c); }));
    pair.settleAll();
    CHECK(viewOf(pair.one).state == State::Sas);
    CHECK(viewOf(pair.one).emoji == viewOf(pair.two).emoji);
    CHECK(viewOf(pair.one).decimals == viewOf(pair.two).decimals);
    return flow;
}

inline bool isVerified(Peer& peer, const UserId& user)
{
    return use(peer, [&](MachineParts& parts) { return parts.identities.isVerified(user); });
}

//! Why the dialogue ended, if it was ended.
inline QString cancelled(Peer& peer)
{
    const VerificationView view = viewOf(peer);
    return view.state == State::Cancelled ? view.cancelCode : u"not cancelled"_s;
}

//! Alice and Bob, both with identities.
struct People : Dialogue {
    People() : Dialogue(alice.toString(), bob.toString())
    {
        makeIdentity(one, server);
        makeIdentity(two, server);
        settleAll();
    }
};

//! Two people with identities, up to the emoji.
struct Compared : People {
    QString flow;

    Compared() : flow(compared(*this, bob)) {}
};

//! The codes of the cancellations that lie in a device's inbox.
inline QStringList cancelsFor(ModelServer& server, const UserId& user, const QString& device)
{
    QStringList codes;
    for (const QJsonObject& event : server.users[user.toString()][device].inbox) {
        if (event.value("type"_L1) == "m.key.verification.cancel"_L1) {
            codes.append(event.value("content"_L1).toObject().value("code"_L1).toString());
        }
    }
    return codes;
}

//! The server gives a device's name to another device: it is gone from the list for a while, as
//! after a sign-out, and comes back with other keys. What was sent to it stays where it is.
inline void replaceDevice(ModelServer& server, Peer& seenBy, Peer& replaced)
{
    QJsonObject& keys = server.users[replaced.user()][replaced.device()].keys;
    for (const QJsonObject& next :
         {QJsonObject(), Forger(replaced.user(), replaced.device()).keys()}) {
        keys = next;
        server.changedUsers.append(replaced.user());
        seenBy.receive(0);
        seenBy.pump();
    }
}

inline crypto::DeviceRecord deviceAt(Peer& peer, Peer& whose)
{
    return use(peer, [&](MachineParts& parts) {
        return *must(parts.context.store.device(UserId(whose.user()), DeviceId(whose.device())));
    });
}

//! What nobody proved is neither marked as verified nor signed.
inline bool isDeviceTrusted(Peer& at, Peer& whose)
{
    const crypto::DeviceRecord record = deviceAt(at, whose);
    return record.verified ||
           use(at, [&](MachineParts& parts) { return parts.identities.isSignedByOwner(record); });
}

} // namespace testing
