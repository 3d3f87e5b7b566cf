// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/searchviewmodel.h"

#include "rooms/searchtext.h"
#include "session/session.h"
#include "text/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using client::RoomId;
using client::engine::SearchPage;
using client::engine::SearchRequest;
using client::session::HistoryProgress;
using client::session::Searching;

namespace app {

namespace {

constexpr int pageSize = 30;
constexpr int mostNames = 5;
constexpr qint64 historyStep = 10'000;

//! Escaped; what was found is bold.
QString styled(const client::rooms::SearchExtract& extract)
{
    QString text;
    qsizetype at = 0;
    for (const auto& [from, length] : extract.marks) {
        text += extract.text.mid(at, from - at).toHtmlEscaped();
        text += u"<b>"_s + extract.text.mid(from, length).toHtmlEscaped() + u"</b>"_s;
        at = from + length;
    }
    return text + extract.text.mid(at).toHtmlEscaped();
}

} // namespace

SearchViewModel::SearchViewModel(const Words& words) : m_words(&words) {}

void SearchViewModel::attach(client::session::Session* session)
{
    m_scope.cancelAll();
    m_looking = m_again = m_loadingMore = m_fetching = false;
    m_session = session;
    m_model.setRows({});
    m_roomNames.clear();
    m_text.clear();
    m_place.clear();
    m_outcome.clear();
    m_history.clear();
    Q_EMIT textChanged();
    Q_EMIT found();
    Q_EMIT historyChanged();
    if (session != nullptr) {
        connect(&session->searching(), &Searching::historyMoved, this, &SearchViewModel::follow);
    }
}

void SearchViewModel::setText(const QString& text)
{
    if (m_text != text) {
        m_text = text;
        Q_EMIT textChanged();
        look();
    }
}

void SearchViewModel::setPlace(const QString& room)
{
    if (m_place != room) {
        m_place = room;
        Q_EMIT textChanged();
        look();
    }
}

void SearchViewModel::setByRelevance(bool on)
{
    if (m_byRelevance != on) {
        m_byRelevance = on;
        Q_EMIT textChanged();
        look();
    }
}

void SearchViewModel::addFilter(const QString& filter)
{
    const bool spaced = m_text.isEmpty() || m_text.endsWith(u' ');
    setText(m_text + (spaced ? QString() : u" "_s) + filter);
}

//! One search at a time: what is typed meanwhile is looked for as soon as that one has answered.
void SearchViewModel::look()
{
    m_again = true;
    if (!m_looking && m_session) {
        m_looking = true;
        m_scope.start(runLook());
    }
}

SearchRequest SearchViewModel::request() const
{
    SearchRequest request;
    request.text = m_text;
    request.room = RoomId(m_place);
    request.limit = pageSize;
    request.order = m_byRelevance ? SearchRequest::Order::Relevance : SearchRequest::Order::Date;
    return request;
}

client::Task<> SearchViewModel::runLook()
{
    while (m_again) {
        m_again = false;
        if (m_roomNames.isEmpty()) {
            const auto rooms = co_await m_session->roomList();
            for (const auto& room : rooms.value_or(std::vector<client::rooms::RoomSummary>())) {
                m_roomNames.insert(room.roomId, m_words->roomName(room));
            }
        }
        const auto page = co_await m_session->searching().find(request());
        const auto names = co_await m_session->searching().names(m_text, mostNames);
        std::vector<SearchRow> rows;
        if (names && m_place.isEmpty()) {
            rows = namesOf(*names);
            std::ranges::move(commands(), std::back_inserter(rows));
        }
        if (page) {
            std::ranges::move(messagesOf(*page), std::back_inserter(rows));
            m_before = page->before;
            m_outcome = m_text.trimmed().isEmpty()
                            ? QString()
                            : m_words->messagesFound(page->total, page->totalIsLeast);
        } else {
            m_before.clear();
            m_outcome = m_words->error(page.error());
        }
        m_model.setRows(std::move(rows));
        Q_EMIT found();
    }
    m_looking = false;
    m_roomNames.clear();
}

void SearchViewModel::more()
{
    if (!m_before.isEmpty() && !m_loadingMore && !m_looking && m_session) {
        m_loadingMore = true;
        m_scope.start(runMore());
    }
}

client::Task<> SearchViewModel::runMore()
{
    SearchRequest next = request();
    next.before = m_before;
    const QString asked = m_text;
    const auto page = co_await m_session->searching().find(next);
    m_loadingMore = false;
    if (!page || asked != m_text || m_before != next.before) {
        co_return; // the list is another one by now
    }
    m_before = page->before;
    m_model.append(messagesOf(*page));
}

std::vector<SearchRow> SearchViewModel::namesOf(const client::engine::FoundNames& names) const
{
    std::vector<SearchRow> rows;
    for (const client::rooms::RoomSummary& room : names.rooms) {
        SearchRow row;
        row.kind = u"room"_s;
        row.id = row.room = room.roomId;
        row.title = row.name = m_words->roomName(room);
        row.tone = room.isDirect ? room.directUser : room.roomId;
        row.plain = client::rooms::searchExtract(room.topic, {}).text;
        row.detail = row.plain.toHtmlEscaped();
        row.avatar = room.avatar;
        rows.push_back(std::move(row));
    }
    for (const client::engine::FoundPerson& person : names.people) {
        SearchRow row;
        row.kind = u"person"_s;
        row.id = person.user.toString();
        row.room = person.direct.toString();
        row.title = row.name = m_words->personName(person.name);
        row.tone = row.id;
        row.plain = m_words->personOrganisation(person.name);
        row.detail = row.plain.toHtmlEscaped();
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<SearchRow> SearchViewModel::commands() const
{
    std::vector<SearchRow> rows;
    const QStringList wanted = client::rooms::searchWordList(m_text);
    for (const auto& [name, sentence] : m_words->commands()) {
        const QStringList words = client::rooms::searchWordList(sentence);
        const bool fits =
            !wanted.isEmpty() && std::ranges::all_of(wanted, [&](const QString& part) {
                return std::ranges::any_of(
                    words, [&part](const QString& word) { return word.startsWith(part); });
            });
        if (fits) {
            SearchRow row;
            row.kind = u"command"_s;
            row.id = name;
            row.title = sentence;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<SearchRow> SearchViewModel::messagesOf(const SearchPage& page) const
{
    std::vector<SearchRow> rows;
    for (const client::engine::FoundMessage& found : page.items) {
        SearchRow row;
        row.kind = u"message"_s;
        row.id = found.item.eventId;
        row.room = found.room.toString();
        row.title = row.name = m_words->personName(found.item.senderName);
        row.tone = found.item.sender;
        const QString room = m_roomNames.value(row.room);
        if (!room.isEmpty() && m_place.isEmpty()) {
            row.title += u" · "_s + m_words->personName(room);
        }
        row.detail = styled(found.extract);
        row.plain = found.extract.text;
        row.time = m_words->dayOrTime(found.item.timestamp);
        row.avatar = found.item.senderAvatar;
        rows.push_back(std::move(row));
    }
    return rows;
}

void SearchViewModel::fetchHistory(const QString& room)
{
    if (m_session && !room.isEmpty()) {
        m_scope.start(runFetch(room));
    }
}

client::Task<> SearchViewModel::runFetch(QString room)
{
    const auto begun = co_await m_session->searching().fetchHistory(RoomId(room), historyStep);
    if (!begun) {
        m_history = m_words->error(begun.error());
        Q_EMIT historyChanged();
    }
}

void SearchViewModel::stopFetching(const QString& room)
{
    if (m_session) {
        m_session->searching().stopFetching(RoomId(room));
    }
}

void SearchViewModel::follow(const HistoryProgress& progress)
{
    m_fetching = progress.running;
    m_history = progress.error && !progress.running
                    ? m_words->error(*progress.error)
                    : m_words->historyFetched(progress.fetched, progress.size.bytes,
                                              progress.running, progress.atStart);
    Q_EMIT historyChanged();
    if (!m_text.isEmpty()) {
        look();
    }
}

} // namespace app
