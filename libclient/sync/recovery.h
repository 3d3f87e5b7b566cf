// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Recovery: the dialogues by which an identity is made, brought to this device, or replaced, with
// secret storage and key backup (specification, "Cross-signing", "Secret storage"). Every step is
// kept before it is sent; a dialogue that was broken off is taken up again by the next call.
// Owned by Session.
#pragma once

#include "api/interactive.h"
#include "engine/encryptionjobs.h"
#include "sync/backuploop.h"
#include "sync/cryptopump.h"
#include "sync/dehydrationloop.h"

namespace client::sync {

class Recovery {
public:
    using AskBrowser = std::function<void(QUrl)>; //!< a page where the person proves who they are

    Recovery(Connection& connection, engine::EngineThread& engine, CryptoPump& pump,
             BackupLoop& backup, DehydrationLoop& dehydration, Publish publish, AskBrowser ask);

    //! As session::Encryption's.
    Task<Result<SecretBytes>> bootstrap(SecretBytes password, SecretBytes passphrase, bool anew);
    Task<Result<>> recover(SecretBytes recoveryKey, SecretBytes passphrase);
    //! The account shall have a backup, whatever another program wrote about it.
    Task<Result<>> keepBackup();
    //! Looks at the account: is there secret storage? Notes it.
    Task<Result<>> look();
    //! The server is asked about somebody's devices and identity now.
    Task<Result<>> askAbout(UserId user);

    Task<Result<>> askOwn() { return askAbout(m_connection->account().user); }

    //! Whether this is the password of the account, by the server's word. Unsupported where the
    //! server does not ask for one.
    Task<Result<>> provePassword(SecretBytes password);
    //! Sends a request that the server may want proof for: by password, or in the browser.
    Task<Result<>> prove(std::function<api::Request(QJsonObject)> make, QJsonObject body,
                         SecretBytes password);

private:
    Task<Result<bool>> askKeys(UserId user);
    Task<Result<>> makeIdentity(SecretBytes password, bool anew);
    Task<Result<>> makeBackup(bool anew);
    Task<Result<SecretBytes>> makeStorage(SecretBytes passphrase);
    Task<Result<>> switchTo(QString keyId);
    //! Puts each secret under the key: beside those of other keys, or in their place.
    Task<Result<>> saveSecrets(QString keyId, std::map<QString, QJsonObject> secrets,
                               bool besideOthers);
    Task<Result<>> awaitBrowser(std::function<api::Request(QJsonObject)> make, QJsonObject body,
                                api::Challenge challenge);
    Task<Result<QJsonObject>> accountData(QString type);
    Task<Result<>> saveAccountData(QString type, QJsonObject content);
    Task<Result<engine::StorageRead>> readStorage();
    Task<Result<>> note(bool exists, bool incomplete);
    Task<Result<>> noteDehydrationKey();

    Connection* m_connection;
    engine::EngineThread* m_engine;
    CryptoPump* m_pump;
    BackupLoop* m_backup;
    DehydrationLoop* m_dehydration;
    Publish m_publish;
    AskBrowser m_ask;
};

} // namespace client::sync
