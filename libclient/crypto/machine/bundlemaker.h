// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// BundleMaker: the file of a history bundle, entry by entry, up to its bounds, and sealed like an
// attachment. A value of the one who makes the bundle.
#pragma once

#include "crypto/machine/historysharing.h"
#include "events/encryptedfile.h"

namespace client::crypto {

struct SealedBundle {
    QByteArray cipher;
    events::EncryptedFile file; //!< without its address
};

class BundleMaker {
public:
    explicit BundleMaker(qsizetype most = largestBundle) : m_most(most) {}

    ~BundleMaker();
    BundleMaker(const BundleMaker&) = delete;
    BundleMaker& operator=(const BundleMaker&) = delete;
    BundleMaker(BundleMaker&&) = default;
    BundleMaker& operator=(BundleMaker&&) = default;

    //! False: there is no room left for it.
    bool addKey(const QJsonObject& entry);
    bool addWithheld(const QJsonObject& entry);

    bool isEmpty() const { return m_keys.isEmpty() && m_withheld.isEmpty(); }

    //! The end of it: what was added is forgotten.
    Result<SealedBundle> seal();

private:
    bool add(QByteArray& list, qsizetype& count, const QJsonObject& entry) const;

    qsizetype m_most;
    QByteArray m_keys, m_withheld; //!< entries, with commas between them
    qsizetype m_keyCount = 0, m_withheldCount = 0;
};

} // namespace client::crypto
