// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RootKeys: where the key of one account's store is kept: the desktop's keychain, or a file wrapped
// by a passphrase of the person's. Shared by the window and tchap-cli, so that the same folder
// opens in both. Owned by whoever opens a store.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"
#include "base/task.h"

#include <QString>

namespace app {

class RootKeys {
public:
    enum class Place { None, Keychain, Passphrase };

    //! `folder` is the account's folder (may not exist yet).
    explicit RootKeys(QString folder);

    //! What the folder says: key.json is a wrapped key, a keychain mark names an entry, else None.
    Place place() const;

    //! NotFound: no such entry. Unsupported: no keychain is running. Forbidden: the person refused.
    client::Task<client::Result<client::SecretBytes>> fromKeychain() const;
    //! WrongKey: not this passphrase. Damaged: the file is not readable.
    client::Task<client::Result<client::SecretBytes>>
    fromPassphrase(client::SecretBytes words) const;
    //! A new random key. Unsupported: no keychain (ask for a passphrase then).
    client::Task<client::Result<client::SecretBytes>> makeInKeychain() const;
    client::Task<client::Result<client::SecretBytes>>
    makeWithPassphrase(client::SecretBytes words) const;
    //! The number that tells the store from an older copy of it. Where the key is in the keychain
    //! it lies there, too; else in the system's folder for states, for a copy of the account's
    //! folder would bring it along.
    client::Task<client::Result<QByteArray>> generation() const;
    client::Task<client::Result<>> keepGeneration(QByteArray value) const;
    //! Removes the key from wherever it is: what it protected can never be read again.
    client::Task<client::Result<>> forget() const;

private:
    QString m_folder;
};

//! First line of the file, without its end. Invalid: empty or not readable.
client::Result<client::SecretBytes> passphraseFromFile(const QString& path);
//! As above from an open descriptor (closed afterwards).
client::Result<client::SecretBytes> passphraseFromDescriptor(int descriptor);

} // namespace app
