// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A third person who is invited to the room of two, and the bundle of its history.
#pragma once

#include "crypto/machine/bundlemaker.h"
#include "crypto/machine/historyreceiving.h"
#include "support/attackroom.h"

namespace testing {

inline const UserId carol(u"@c:x.fr"_s);
inline const crypto::Invitee guest{room, carol};
inline const QString address = u"mxc://x.fr/bundle"_s;

struct History : Room {
    Peer carol1{server, carol.toString(), u"C1"_s, clock};
    QByteArray cipher; //!< what lies at `address`

    History()
    {
        join(carol1);
        peers.push_back(&carol1);
        makeIdentity(carol1, server);
        settle(peers);
    }

    //! The bundle of what `from` has of the room, sealed; its file as it goes into the message.
    QJsonObject make(Peer& from)
    {
        crypto::BundleMaker maker;
        use(from, [&](MachineParts& parts) {
            auto& sharing = parts.sharedHistory;
            for (const auto& record : sharing.sessions(room)) {
                if (const auto key = sharing.keyEntry(record)) {
                    maker.addKey(*key);
                } else if (const auto notice = sharing.withheldEntry(record)) {
                    maker.addWithheld(*notice);
                }
            }
            for (const QJsonObject& notice : sharing.withheldFromUs(room)) {
                maker.addWithheld(notice);
            }
            return true;
        });
        return sealed(maker);
    }

    //! Any content under a bundle's seal.
    QJsonObject makeOf(const std::vector<QJsonObject>& keys,
                       const std::vector<QJsonObject>& withheld = {})
    {
        crypto::BundleMaker maker;
        for (const QJsonObject& key : keys) {
            maker.addKey(key);
        }
        for (const QJsonObject& notice : withheld) {
            maker.addWithheld(notice);
        }
        return sealed(maker);
    }

    QJsonObject sealed(crypto::BundleMaker& maker)
    {
        auto done = must(maker.seal());
        cipher = done.cipher;
        done.file.url = client::MxcUri(address);
        return events::toJson(done.file);
    }

    //! `from` invited carol, made the bundle and put it at the server; all settle.
    void offer(Peer& from, const QJsonObject& file)
    {
        use(from, [&](MachineParts& parts) {
            parts.sharedHistory.want(guest);
            parts.sharedHistory.uploaded(guest, file);
            return true;
        });
        settle(peers);
    }

    void accept(const UserId& inviter, const RoomId& where = room)
    {
        use(carol1, [&](MachineParts& parts) {
            parts.receivedHistory.accepted(where, inviter);
            return true;
        });
        settle(peers);
    }

    std::optional<crypto::HistoryOffer> next(bool isIn = true)
    {
        return use(carol1, [=](MachineParts& parts) {
            return parts.receivedHistory.next([=](const RoomId&) { return isIn; });
        });
    }

    struct Taken {
        bool opened = false;
        int keys = 0;
        int refused = 0;
        crypto::CryptoChanges changes;
    };

    //! What the program does with an offer that may be fetched.
    Taken take(const crypto::HistoryOffer& offered)
    {
        return use(carol1, [&](MachineParts& parts) {
            Taken taken;
            auto& received = parts.receivedHistory;
            const auto bundle = received.open(offered, cipher);
            taken.opened = bundle.has_value();
            for (size_t i = 0; bundle && i < bundle->keys.size(); ++i) {
                const bool fine = received.importKey(offered, bundle->keys[i], taken.changes);
                ++(fine ? taken.keys : taken.refused);
            }
            for (size_t i = 0; bundle && i < bundle->withheld.size(); ++i) {
                received.importWithheld(offered, bundle->withheld[i], taken.changes);
            }
            received.done(offered);
            return taken;
        });
    }

    //! How many messages by Olm lie in a device's inbox.
    qsizetype sealedFor(const QString& device)
    {
        return inboxOf(carol.toString(), device).count(u"m.room.encrypted"_s);
    }

    void visible(const QString& visibility)
    {
        for (Peer* peer : peers) {
            peer->act([&] { must(peer->machine().setHistoryVisibility(room, visibility)); });
        }
    }
};

//! `key` as an entry of a bundle: what the flags would say is implied.
inline QJsonObject entryOf(QJsonObject key)
{
    for (const auto name :
         {"shared_history"_L1, "org.matrix.msc3061.shared_history"_L1,
          "forwarding_curve25519_key_chain"_L1, "sender_claimed_ed25519_key"_L1}) {
        key.remove(name);
    }
    return key;
}

} // namespace testing
