// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HomeServer: the part of home servers that encryption needs, obeying the specification: keys,
// to-device messages in order, device lists, signatures, rooms with membership, sync.
#pragma once

#include "support/peer.h"
#include "wire.h"

namespace simulator {

using namespace Qt::StringLiterals;
using client::Timestamp;

class HomeServer {
public:
    struct ToDevice {
        qint64 id = 0; //!< given when it is first handed out
        Timestamp due = 0;
        bool held = false; //!< waits for a server that is down
        QJsonObject event;
    };

    struct Device {
        QJsonObject keys;
        std::vector<std::pair<QString, QJsonObject>> oneTime; //!< in the order of upload
        QJsonObject fallback;
        bool fallbackUsed = true;
        bool fallbackGiven = false; //!< ever
        std::vector<ToDevice> inbox;
        qint64 handedOut = 0;
        qint64 eligibleSince =
            0; //!< place in the list stream where others could know of it; 0: not
        bool isSigned = false;
    };

    struct Event {
        QString id, room, sender, device, txn, type;
        QString user, membership; //!< of m.room.member
        QJsonObject content;
        Timestamp ts = 0;
        qint64 position = 0;
        std::set<QString> present; //!< joined or invited when it was accepted
    };

    struct Room {
        std::map<QString, QString> members;
        QString visibility = u"shared"_s;
        int rotation = 100;
    };

    struct Token {
        qint64 toDevice = 0, lists = 0, events = 0;
        bool initial = true;
    };

    struct Sync {
        client::crypto::SyncChanges changes;
        std::vector<Event> state;    //!< members over a hole
        std::vector<Event> timeline; //!< to be applied
        std::vector<Event> older;    //!< what /messages brings of the hole
        bool limited = false;
        Token next;
    };

    struct Limits {
        size_t toDevice = 100;
        size_t timeline = 1000;
    };

    HomeServer(Figures& figures, Weather& weather, Chance& chance)
        : m_figures(figures)
        , m_weather(weather)
        , m_chance(chance)
        , m_wire(figures)
    {}

    //! Nothing: the server failed (5xx).
    std::optional<QJsonObject> handle(const QString& user, const QString& device,
                                      const client::crypto::OutgoingRecord& request);
    void publishIdentity(const QString& user, const QJsonObject& keys); //!< device_signing/upload
    Sync sync(const QString& user, const QString& device, const Token& since, Limits limits);
    //! PUT …/send/m.room.encrypted/{txn}; the same event for the same transaction. Empty: not a
    //! member.
    QString send(const QString& user, const QString& device, const QString& room,
                 const QString& txn, const QJsonObject& content);
    void setMember(const QString& room, const QString& user, const QString& membership);
    void removeDevice(const QString& user, const QString& device);
    void setDown(const QString& name, bool down); //!< between servers only
    bool isDown(const QString& user) const;
    std::optional<QJsonObject> claimOne(const QString& user, const QString& device);
    bool shares(const QString& user, const QString& other) const;

    Timestamp time = 1'700'000'000'000;
    std::map<QString, std::map<QString, Device>> users;
    std::map<QString, QJsonObject> identities;
    std::map<QString, Room> rooms;
    std::vector<Event> events;
    std::map<QString, QJsonObject> falseDevices; //!< told about as device FALSE of a user
    std::vector<QString> lists;                  //!< whose devices changed, in order
    std::set<QString> damaged;   //!< the next Olm message to these devices comes damaged
    std::map<QString, int> asks; //!< claims that a device made

private:
    QJsonObject upload(const QString& user, const QString& id, const QJsonObject& body);
    QJsonObject query(const QString& asker, const QJsonObject& body);
    QJsonObject claim(const QString& asker, const QJsonObject& body);
    void addSignatures(const QString& signer, const QJsonObject& body);
    void deliver(const QString& sender, const client::crypto::OutgoingRecord& request);
    void put(Device& device, const QString& sender, const QString& user, const QJsonObject& event);
    void handOut(Device& device, Token& token, const Token& since, size_t most,
                 client::crypto::SyncChanges& changes);
    void listChanges(const QString& user, const Token& since, Sync& sync);
    void roomChanges(const QString& user, const Token& since, size_t most, Sync& sync);
    void judge(const QString& user, const QString& id);
    bool isCut(const QString& from, const QString& to) const;

    Figures& m_figures;
    Weather& m_weather;
    Chance& m_chance;
    Wire m_wire;
    std::set<QString> m_down;
    std::map<QString, QJsonObject> m_everSeen;
    std::map<QString, QString> m_sent; //!< transaction -> event
    std::set<QString> m_transactions;
};

} // namespace simulator
