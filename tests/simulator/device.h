// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Device: one sign-in of a person: the real encryption machine over a real SQLCipher file, and what
// the engine does around it: syncs, requests, letters on their way, events to decrypt. Every act is
// one transaction, which may be rolled back or end with the process.
#pragma once

#include "homeserver.h"

#include <QTemporaryDir>

namespace simulator {

using testing::must;

//! A message of a person: on disk until the server has it.
struct Letter {
    QString room, txn, body;
    QJsonObject wire; //!< empty: not encrypted yet
};

class Device {
public:
    struct Place {
        HomeServer& server;
        Figures& figures;
        Weather& weather;
        Chance& chance;
        QString folder;
    };

    struct View {
        std::map<QString, QString> members;
        QString visibility = u"shared"_s;
    };

    Device(Place place, QString user, QString id);

    const QString& user() const { return m_user; }

    const QString& id() const { return m_id; }

    QString name() const { return m_user + u' ' + m_id; }

    client::crypto::OlmMachine& machine() { return *m_machine; }

    //! One transaction. False: it was dropped, with the process or without.
    bool act(const std::function<void()>& work);
    void crash();         //!< from the file as a killed process leaves it
    QString copyOfFile(); //!< as a backup of the computer would take it
    void openFrom(const QString& file);

    //! The profile as a backup holds it; what lies beside the root key is not in it.
    struct Copy;
    Copy copy();
    void putBack(const Copy& copy);
    bool isNoticed(); //!< the machine says that an older profile came back

    bool sync(HomeServer::Limits limits);
    bool pump(); //!< true: something moved
    void answerLate();
    bool writeNext(); //!< the next letter is encrypted, or something is asked for that it needs
    bool sendNext();
    bool decryptNext(size_t most);

    std::set<client::UserId> recipients(const QString& room) const;
    //! Nobody can be blamed: an answer told this device that these could not be reached.
    bool couldNotReach(const QString& user, const QString& device) const;

    client::events::Event eventOf(const HomeServer::Event& event) const;

    std::map<QString, View> views;
    std::vector<Letter> letters;
    std::map<QString, QString> read;    //!< event -> body
    std::map<QString, QString> refused; //!< event -> reason, for good
    std::vector<HomeServer::Event> waiting;
    HomeServer::Token token;
    testing::FakeClock clock;
    std::set<QString> blocked;
    bool offline = false; //!< settling leaves it alone
    bool wasPutBack = false;
    std::set<QString> spent; //!< own sessions that somebody has who left since
    std::function<void(Device&, const Letter&)> encrypted; //!< a letter got its ciphertext

private:
    struct Answer {
        client::crypto::OutgoingRecord request;
        QJsonObject body;
    };

    void open();
    void say(const QString& line) const;
    void enter(std::map<QString, View>& next, const QString& room);
    void apply(std::map<QString, View>& next, const HomeServer::Event& event, bool overHole);
    void untrackStrangers(const std::map<QString, View>& all, const View& view);
    bool shares(const std::map<QString, View>& all, const QString& user) const;
    bool report(const client::crypto::OutgoingRecord& request, const QJsonObject& answer);
    void noteLeft(const HomeServer::Sync& answer);
    void noteReach(const client::crypto::OutgoingRecord& request, const QJsonObject& answer);

    Place m_place;
    QString m_user, m_id, m_file;
    int m_lives = 0;
    std::vector<Answer> m_late;
    std::set<QString> m_unknownLists, m_failedClaims;
    QByteArray m_beside; //!< the root key
    std::unique_ptr<client::store::Database> m_database;
    std::unique_ptr<client::store::CryptoTables> m_tables;
    std::unique_ptr<client::crypto::OlmMachine> m_machine;

public:
    client::crypto::CryptoStore& store() { return *m_tables; }

    //! Session -> who has it: whoever a letter in it had to reach.
    std::map<QString, std::set<QString>> givenTo;
};

struct Device::Copy {
    QString file;
    HomeServer::Token token;
    std::map<QString, View> views;
    std::vector<HomeServer::Event> waiting;
};

} // namespace simulator
