// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SearchViewModel: the one box for everything: rooms, people, commands and messages while one
// types, and the fetching of what is not here yet. Owned by App.
#pragma once

#include "session/searching.h"
#include "viewmodels/searchmodel.h"

#include <QPointer>

namespace client::session {
class Session;
}

namespace app {

class Words;

class SearchViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    //! Room id to which messages are bound; empty: all rooms.
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY textChanged FINAL)
    Q_PROPERTY(bool byRelevance READ byRelevance WRITE setByRelevance NOTIFY textChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* model READ model CONSTANT FINAL)
    Q_PROPERTY(QString outcome READ outcome NOTIFY found FINAL) //!< "12 messages", or a failure
    Q_PROPERTY(QString history READ history NOTIFY historyChanged FINAL)
    Q_PROPERTY(bool fetching READ fetching NOTIFY historyChanged FINAL)

public:
    explicit SearchViewModel(const Words& words);

    void attach(client::session::Session* session); //!< null: nobody is signed in

    QString text() const { return m_text; }

    void setText(const QString& text);

    QString place() const { return m_place; }

    void setPlace(const QString& room);

    bool byRelevance() const { return m_byRelevance; }

    void setByRelevance(bool on);

    QAbstractItemModel* model() { return &m_model; }

    QString outcome() const { return m_outcome; }

    QString history() const { return m_history; }

    bool fetching() const { return m_fetching; }

    Q_INVOKABLE void more(); //!< the end of the list is near
    //! Puts a filter's name, and what it is followed by, at the end of the text.
    Q_INVOKABLE void addFilter(const QString& filter);
    Q_INVOKABLE void fetchHistory(const QString& room);
    Q_INVOKABLE void stopFetching(const QString& room);

Q_SIGNALS:
    void textChanged();
    void found();
    void historyChanged();

private:
    void look();
    client::Task<> runLook();
    client::Task<> runMore();
    client::Task<> runFetch(QString room);
    std::vector<SearchRow> commands() const;
    std::vector<SearchRow> namesOf(const client::engine::FoundNames& names) const;
    std::vector<SearchRow> messagesOf(const client::engine::SearchPage& page) const;
    client::engine::SearchRequest request() const;
    void follow(const client::session::HistoryProgress& progress);

    const Words* m_words;
    QPointer<client::session::Session> m_session;
    SearchModel m_model;
    QString m_text, m_place, m_outcome, m_history, m_before;
    QHash<QString, QString> m_roomNames;
    bool m_byRelevance = false, m_fetching = false;
    bool m_looking = false, m_again = false, m_loadingMore = false;
    client::TaskScope m_scope; // last member
};

} // namespace app
