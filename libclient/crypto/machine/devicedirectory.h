// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DeviceDirectory: whose devices are known, how fresh the lists are, and what /keys/query may
// change in them. Owned by OlmMachine.
#pragma once

#include "crypto/machine/backoff.h"

#include <set>

namespace client::crypto {

class DeviceDirectory {
public:
    explicit DeviceDirectory(Context& context);

    void track(const std::set<UserId>& users);
    void untrack(const std::set<UserId>& users);
    void markChanged(const UserId& user);

    //! A server may keep a change to itself: everybody is asked about again every week.
    bool isWeekOver();

    static bool isAnswered(const UserId& user, const QJsonObject& response);

    void markAllChanged() { m_context.take(m_context.store.markAllOutdated()); }

    void startOver(); //!< nobody's list counts, nor what was asked

    //! The list of one of them is outdated and may be asked for now, or an answer is awaited. Where
    //! a server could not be asked, what is known has to do.
    bool mustWaitForOneOf(const std::set<UserId>& users);

    //! Nothing newer than the known list has been heard of.
    bool isFresh(const UserId& user);

    bool needsQuery() { return !due().empty(); }

    void makeQueries();
    void answered(const OutgoingRecord& query, const QJsonObject& response,
                  const QByteArray& ownEd25519, const QByteArray& ownCurve25519);
    void refused(const OutgoingRecord& query);
    //! What an answer says of one user.
    void learn(const UserId& user, const QJsonObject& response, const QByteArray& ownEd25519,
               const QByteArray& ownCurve25519);

    //! The server describes this very device with other keys: nothing may be encrypted any more.
    bool ownKeysAreForeign() { return areOwnKeysForeign(m_context); }

    static bool areOwnKeysForeign(Context& context);

private:
    std::vector<TrackedUser> due();
    void applyUser(const UserId& user, const QJsonObject& devices);
    void applyDevice(const UserId& user, const DeviceId& device, const QJsonObject& object);
    QByteArray signerOf(const DeviceRecord& device, const std::optional<DeviceRecord>& known);
    void applyIdentity(const UserId& user, const QJsonObject& response);
    void checkOwn(const QJsonObject& devices, const QByteArray& ownEd25519,
                  const QByteArray& ownCurve25519);
    void settle(const UserId& user, int64_t sequence, bool known);

    Context& m_context;
    Backoff m_backoff;
};

} // namespace client::crypto
