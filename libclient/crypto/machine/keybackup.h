// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// KeyBackup: the server's copy of room keys (specification, "Server-side key backups"): which
// version is trusted, what is not in it yet, what comes out of it. Owned by OlmMachine.
#pragma once

#include "crypto/machine/crosssigning.h"
#include "crypto/machine/roomkeys.h"

namespace client::crypto {

//! One PUT of /room_keys/keys.
struct BackupUpload {
    QString version;
    QJsonObject body;

    struct Session {
        RoomId room;
        QByteArray id;
        uint32_t firstIndex = 0; //!< of the copy that goes up
    };

    std::vector<Session> sessions;
};

class KeyBackup {
public:
    KeyBackup(Context& context, CrossSigning& identities, AccountKeys& keys, RoomKeys& roomKeys)
        : m_context(context)
        , m_identities(identities)
        , m_keys(keys)
        , m_roomKeys(roomKeys)
    {}

    QString version(); //!< as last told by the server; empty: none
    bool isTrusted();  //!< keys may go up
    bool hasKey();     //!< and can be read back
    //! Answer of GET /room_keys/version; empty: there is none.
    void serverVersion(const QJsonObject& info);
    //! Makes a key (kept) and the body of POST /room_keys/version. The same until created().
    QJsonObject create();
    void created(const QString& version);
    //! A private key from the person, secret storage or another own device. False: not of this
    //! version.
    bool offerKey(const SecretBytes& key);
    void forgetKey(); //!< the identity is being replaced

    std::optional<BackupUpload> nextUpload();
    //! `total`: keys that the server says it has now.
    void uploaded(const BackupUpload& upload, int total);
    //! One entry of the backup (session_data and its neighbours).
    bool importEntry(const RoomId& room, const QString& sessionId, const QJsonObject& entry,
                     CryptoChanges& changes);

private:
    QJsonObject authData(const QByteArray& publicKey);
    bool add(const InboundGroupRecord& record, const QByteArray& publicKey, BackupUpload& upload,
             QJsonObject& rooms);
    bool isSignedByUs(const QJsonObject& authData);
    void begin(const QString& version, const QByteArray& publicKey, bool trusted);

    Context& m_context;
    CrossSigning& m_identities;
    AccountKeys& m_keys;
    RoomKeys& m_roomKeys;
};

} // namespace client::crypto
