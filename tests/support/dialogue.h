// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dialogue: two machines that verify each other.
#pragma once

#include "support/attackroom.h"

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

//! Up to the emoji on both sides.
inline QString compared(Dialogue& pair, const UserId& to)
{
    const QString flow = request(pair.one, to);
    REQUIRE_FALSE(flow.isEmpty());
    pair.settleAll();
    REQUIRE(act(pair.two, [&](auto& v, auto& c) { return v.accept(flow, c); }));
    pair.settleAll();
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

//! Both with identities, up to the emoji.
struct Compared : Dialogue {
    QString flow;

    Compared() : Dialogue(alice.toString(), bob.toString())
    {
        makeIdentity(one, server);
        makeIdentity(two, server);
        settleAll();
        flow = compared(*this, bob);
    }
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

} // namespace testing
