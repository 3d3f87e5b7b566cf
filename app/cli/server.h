// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Server: answers the lines of the channel by the account, and tells what happens. Calls run side
// by side; a call that comes later never holds up an earlier one.
#pragma once

#include "account.h"
#include "channel.h"
#include "engine/search.h"
#include "params.h"
#include "rpc.h"

#include <QHash>

#include <list>

namespace app {
class Exporter;
}

namespace cli {

class Server final : public QObject {
    Q_OBJECT

public:
    Server(CliOptions options, Channel& channel);
    //! Input has ended: running calls get 5 s, then finished().
    void end();

Q_SIGNALS:
    void finished();

private:
    using Answer = client::Task<client::Result<QJsonValue>>;
    using Method = Answer (Server::*)(Params params);
    static Method find(const QString& name);
    static Method findConversation(const QString& name);
    static Method findEncryption(const QString& name);
    static Method findSearch(const QString& name);
    static Method findAttention(const QString& name);
    static Method findExport(const QString& name);

    //! A call that has begun.
    struct Call {
        QJsonValue id; //!< undefined: nobody waits for the answer
        QString method;
        client::Task<> task;
    };

    void readLine(const QByteArray& line);
    void begin(Request request);
    client::Task<> answer(Request request);
    client::Task<std::optional<QJsonObject>> perform(Request request);
    void endCalls(const client::Error& error);
    client::Task<> finishCalls();
    void write(const QJsonObject& object);
    void follow(client::session::Session* session);
    client::Result<client::session::Session*> session() const;
    client::Task<client::Result<QJsonValue>> enqueue(client::engine::OutgoingMessage message);

    Answer login(Params params);
    Answer restore(Params params);
    Answer logout(Params params);
    Answer status(Params params);
    Answer version(Params params);
    Answer startSync(Params params);
    Answer stopSync(Params params);
    Answer waitIdle(Params params);

    Answer listRooms(Params params);
    Answer createRoom(Params params);
    Answer joinRoom(Params params);
    Answer leaveRoom(Params params);
    Answer inviteTo(Params params);
    Answer kickFrom(Params params);
    using Move = client::Task<client::Result<>> (client::session::Session::*)(client::RoomId,
                                                                              client::UserId,
                                                                              QString);
    Answer moveMember(Params params, Move move);
    Answer members(Params params);
    Answer markRead(Params params);
    Answer typing(Params params);

    client::Result<client::session::RoomActs*> acts(const Params& params) const;
    Answer setTag(Params params);
    Answer markUnread(Params params);
    Answer setNotify(Params params);
    Answer banFrom(Params params);
    Answer unbanFrom(Params params);
    Answer listPushRules(Params params);
    Answer setPushRule(Params params);
    Answer addKeyword(Params params);
    Answer removeKeyword(Params params);

    Answer timeline(Params params);
    Answer listThreads(Params params);
    Answer createPoll(Params params);
    Answer votePoll(Params params);
    Answer closePoll(Params params);
    Answer listPins(Params params);
    Answer setPin(Params params);
    Answer messageHistory(Params params);
    Answer messageReactions(Params params);
    Answer messageSource(Params params);
    Answer forwardMessage(Params params);
    Answer sendMessage(Params params);
    Answer editMessage(Params params);
    Answer react(Params params);
    Answer redact(Params params);
    Answer waitSent(Params params);
    Answer cancelMessage(Params params);
    Answer retryMessage(Params params);
    Answer sendFile(Params params);
    Answer saveFile(Params params);

    Answer searchMessages(Params params);
    Answer searchNames(Params params);
    Answer searchStatus(Params params);
    Answer fetchHistory(Params params);
    Answer stopHistory(Params params);
    Answer listMedia(Params params);
    Answer find(client::engine::SearchRequest request);
    Answer exportRoom(Params params);
    Answer cancelExport(Params params);
    void followSearch(client::session::Session* session);

    Answer cryptoStatus(Params params);
    Answer bootstrap(Params params);
    Answer recover(Params params);
    Answer resetIdentity(Params params);
    Answer exportKeys(Params params);
    Answer importKeys(Params params);
    Answer restoreBackup(Params params);
    Answer keepBackup(Params params);
    Answer policy(Params params);
    Answer identity(Params params);
    Answer acknowledge(Params params);
    Answer changedIdentities(Params params);

    Answer listDevices(Params params);
    Answer renameDevice(Params params);
    Answer signOutDevices(Params params);
    Answer blockDevice(Params params);
    Answer devicesSeen(Params params);
    Answer restoredSeen(Params params);
    client::Task<> tellRestored(); //!< that an older profile was put back, where it was

    Answer requestVerification(Params params);
    Answer acceptVerification(Params params);
    Answer startSas(Params params);
    Answer confirmVerification(Params params);
    Answer mismatchVerification(Params params);
    Answer cancelVerification(Params params);
    Answer verificationQr(Params params);
    Answer verificationScanned(Params params);
    Answer listVerifications(Params params);
    client::Task<client::Result<QString>> flowOf(Params params);
    void followEncryption(client::session::Session* session);

    Account m_account;
    Channel& m_channel;
    QHash<QString, app::Exporter*> m_exports; //!< by the path of the file
    client::TaskScope m_scope;
    std::list<Call> m_calls; // last member
};

} // namespace cli
