// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SharingPolicy: which devices may have a room key, and what the others are told. A value of one
// call: verdicts on people are kept for its length.
#pragma once

#include "crypto/machine/crosssigning.h"

#include <QHash>

namespace client::crypto {

//! Whether people who join later may see what is written now, by m.room.history_visibility; empty:
//! unknown, the specification's "shared".
bool isSharedVisibility(const QString& visibility);

class SharingPolicy {
public:
    SharingPolicy(Context& context, CrossSigning& identities);

    //! Empty: it may; else the code of m.room_key.withheld. A person with an identity has signed
    //! the own devices: one without that signature may be anybody's.
    QString refusal(const DeviceRecord& device);

    static ShareWith shareWith(Context& context);
    static void setShareWith(Context& context, ShareWith with);
    //! A deployment where everybody has an identity: a device that nobody signed gets nothing.
    static bool onlySigned(Context& context);
    static void setOnlySigned(Context& context, bool only);

private:
    struct Person {
        QByteArray selfSigning; //!< the key that must have signed a device; empty: no identity
        bool mustBeVerified = false;
        bool verified = false; //!< asked for only where it must be
    };

    const Person& person(const UserId& user);

    Context& m_context;
    CrossSigning& m_identities;
    ShareWith m_shareWith;
    bool m_onlySigned;
    QHash<QString, Person> m_people;
};

} // namespace client::crypto
