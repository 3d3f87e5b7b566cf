// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Proof: is it the owner of the account who sits here? Asked before keys leave the program, so that
// an unlocked computer is not enough. Owned by App.
#pragma once

#include "platform/rootkeys.h"
#include "session/encryption.h"

namespace app {

class Proof {
public:
    //! `folder`: of the account.
    explicit Proof(QString folder) : m_keys(std::move(folder)) {}

    void attach(client::session::Encryption* encryption) { m_encryption = encryption; }

    //! The store's passphrase is what proves it; else the account's password.
    bool byPassphrase() const { return m_keys.place() == RootKeys::Place::Passphrase; }

    //! WrongKey: not the passphrase; Forbidden with M_FORBIDDEN: not the password.
    client::Task<client::Result<>> check(client::SecretBytes words);

private:
    RootKeys m_keys;
    client::session::Encryption* m_encryption = nullptr;
};

} // namespace app
