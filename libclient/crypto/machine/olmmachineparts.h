// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OlmMachine::Parts: the machine's parts wired together. Owned by OlmMachine.
#pragma once

#include "crypto/machine/accountkeys.h"
#include "crypto/machine/crosssigning.h"
#include "crypto/machine/dehydration.h"
#include "crypto/machine/devicedirectory.h"
#include "crypto/machine/historyreceiving.h"
#include "crypto/machine/keybackup.h"
#include "crypto/machine/keyrequests.h"
#include "crypto/machine/olmchannel.h"
#include "crypto/machine/olmmachine.h"
#include "crypto/machine/roomkeys.h"
#include "crypto/machine/roomkeysharing.h"
#include "crypto/machine/secretsharing.h"
#include "crypto/machine/verifications.h"

namespace client::crypto {

struct OlmMachine::Parts {
    Parts(UserId user, DeviceId device, CryptoStore& store, const Clock& clock, SecretBytes key)
        : context(std::move(user), std::move(device), store, clock, std::move(key))
        , keys(context)
        , directory(context)
        , channel(context, keys)
        , roomKeys(context)
        , identities(context, keys)
        , sharing({context, keys, directory, channel, roomKeys, identities})
        , secrets(context, channel, identities)
        , requests(context, channel, identities, roomKeys)
        , backup(context, identities, keys, roomKeys)
        , verifications(context, keys, identities, secrets)
        , dehydration(context, identities)
        , sharedHistory({context, directory, channel, roomKeys, identities})
        , receivedHistory(context, directory, roomKeys, identities)
    {}

    //! Every call ends here: the account is stored, a fault becomes the call's.
    template <class T>
    Result<T> finish(T value)
    {
        keys.flush();
        return context.finish(std::move(value));
    }

    Result<> finish()
    {
        keys.flush();
        return context.finish();
    }

    bool isBusy();
    bool needsUpload();
    bool needsDrain();
    void startOver();
    void makeRequests();
    bool receive(const QJsonObject& event, CryptoChanges& changes);
    bool receive(const OlmPayload& payload, CryptoChanges& changes);
    bool isOfDehydrated(const UserId& sender, const QJsonObject& content);
    bool receiveClear(const UserId& sender, const QString& type, const QJsonObject& content,
                      CryptoChanges& changes);
    void review(const OutgoingRecord& query, const QJsonObject& response, CryptoChanges& changes);
    void reviewOwnDevices();
    void signaturesAnswered(const OutgoingRecord& request, const QJsonObject& failures);

    Context context;
    AccountKeys keys;
    DeviceDirectory directory;
    OlmChannel channel;
    RoomKeys roomKeys;
    CrossSigning identities;
    RoomKeySharing sharing;
    SecretSharing secrets;
    KeyRequests requests;
    KeyBackup backup;
    Verifications verifications;
    Dehydration dehydration;
    HistorySharing sharedHistory;
    HistoryReceiving receivedHistory;
    MachineParts open{context,  keys,          identities,  secrets,       requests,       backup,
                      roomKeys, verifications, dehydration, sharedHistory, receivedHistory};
};

} // namespace client::crypto
