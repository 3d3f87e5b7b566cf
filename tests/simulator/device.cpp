// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "device.h"

#include "fixedrandom.h"
#include "freshfiles.h"

#include <QFile>

using namespace client;
using crypto::OlmMachine;
using Kind = crypto::OutgoingRecord::Kind;

namespace simulator {

namespace {

//! Whom a request is about.
QString namesIn(const QJsonObject& body)
{
    QStringList names;
    for (const auto key : {"device_keys"_L1, "one_time_keys"_L1, "messages"_L1}) {
        const QJsonObject people = body.value(key).toObject();
        for (const QString& user : people.keys()) {
            if (user.startsWith(u'@')) {
                names.append(user + u'/' + people.value(user).toObject().keys().join(u','));
            }
        }
    }
    return names.join(u' ');
}

} // namespace

Device::Device(Place place, QString user, QString id)
    : m_place(std::move(place))
    , m_user(std::move(user))
    , m_id(std::move(id))
    , m_file(m_place.folder + u'/' + QString(m_user).remove(u':').remove(u'.') + m_id)
{
    clock.time = m_place.server.time;
    freshFile(m_user, m_id, m_file);
    seedRandomness(m_place.chance.below(SIZE_MAX)); // whether or not the file was made just now
    open();
    m_place.figures.event("devices");
}

void Device::open()
{
    m_machine.reset();
    m_tables.reset();
    m_database.reset();
    m_database = must(store::Database::open(m_file, testing::secret('k')));
    m_tables = std::make_unique<store::CryptoTables>(*m_database);
    m_machine = std::make_unique<OlmMachine>(UserId(m_user), DeviceId(m_id), *m_tables, clock,
                                             testing::secret('p'));
    QByteArray next;
    {
        auto transaction = must(m_database->begin());
        next = must(m_machine->beginGeneration(m_beside));
        must(m_machine->ensureAccount());
        must(transaction.commit());
    }
    if (m_place.weather.strikes("killed before the generation was kept")) {
        return; // and started once more: the same file meets what lay there before
    }
    m_beside = next;
    if (m_place.weather.strikes("killed when the generation was kept")) {
        return;
    }
    auto transaction = must(m_database->begin());
    must(m_machine->generationKept());
    must(transaction.commit());
}

Device::Copy Device::copy()
{
    return {.file = copyOfFile(), .token = token, .views = views, .waiting = waiting};
}

void Device::putBack(const Copy& copy)
{
    m_place.figures.note(name() + u" is put back"_s);
    openFrom(copy.file);
    token = copy.token;
    views = copy.views;
    waiting = copy.waiting;
    wasPutBack = true;
}

bool Device::isNoticed()
{
    return !must(m_tables->value(u"profileRestored"_s)).isEmpty();
}

QString Device::copyOfFile()
{
    const QString copy = m_file.section(u'.', 0, 0) + u".%1"_s.arg(++m_lives);
    for (const QString& part : {u""_s, u"-wal"_s}) {
        QFile::copy(m_file + part, copy + part);
    }
    return copy;
}

void Device::openFrom(const QString& file)
{
    m_machine.reset();
    m_tables.reset();
    m_database.reset();
    for (const QString& part : {u""_s, u"-wal"_s, u".keycheck"_s, u".lock"_s}) {
        QFile::remove(m_file + part);
    }
    m_file = file;
    m_late.clear();
    open();
}

void Device::crash()
{
    m_place.figures.note(u"crash of "_s + name());
    openFrom(copyOfFile());
}

bool Device::act(const std::function<void()>& work)
{
    const bool dies = m_place.weather.strikes("crash before the commit");
    const bool fails = !dies && m_place.weather.strikes("commit fails");
    QString image;
    {
        auto transaction = must(m_database->begin());
        work();
        if (dies) {
            image = copyOfFile();
        } else if (!fails) {
            must(transaction.commit());
            return true;
        }
    }
    if (dies) {
        openFrom(image);
    }
    return false;
}

events::Event Device::eventOf(const HomeServer::Event& event) const
{
    events::Event result;
    result.id = EventId(event.id);
    result.sender = UserId(event.sender);
    result.type = event.type;
    result.originServerTs = event.ts;
    result.content = event.content;
    return result;
}

bool Device::shares(const std::map<QString, View>& all, const QString& user) const
{
    return user == m_user || std::ranges::any_of(all, [&](const auto& room) {
               const auto& members = room.second.members;
               const auto found = members.find(user);
               return members.at(m_user) == "join"_L1 && found != members.end() &&
                      found->second != "leave"_L1;
           });
}

//! As the engine's StateKeeper does it.
void Device::apply(std::map<QString, View>& next, const HomeServer::Event& event, bool overHole)
{
    const RoomId room(event.room);
    const bool isNew = !next.contains(event.room);
    View& view = next[event.room];
    if (isNew || (event.user == m_user && event.membership == "join"_L1)) {
        enter(next, event.room);
    }
    const QString before = view.members[event.user];
    view.members[event.user] = event.membership;
    if (event.membership != "leave"_L1) {
        must(m_machine->trackUsers({UserId(event.user)}));
    } else if (overHole || before != "leave"_L1) {
        must(m_machine->memberLeft(room, UserId(event.user)));
        untrackStrangers(next, view);
    }
}

void Device::untrackStrangers(const std::map<QString, View>& all, const View& view)
{
    for (const auto& [user, membership] : view.members) {
        if (!shares(all, user)) {
            must(m_machine->untrackUsers({UserId(user)}));
        }
    }
}

//! The whole state comes, also of those who left meanwhile.
void Device::enter(std::map<QString, View>& next, const QString& id)
{
    const RoomId room(id);
    View& view = next[id];
    const HomeServer::Room& there = m_place.server.rooms[id];
    view.visibility = there.visibility;
    view.members = there.members;
    must(m_machine->setRoomEncryption(room, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                             {u"rotation_period_msgs"_s, there.rotation}}));
    must(m_machine->setHistoryVisibility(room, view.visibility));
    for (const auto& [user, membership] : there.members) {
        if (membership == "leave"_L1) {
            must(m_machine->memberLeft(room, UserId(user)));
        } else {
            must(m_machine->trackUsers({UserId(user)}));
        }
    }
    untrackStrangers(next, view); // who left in a hole, as the list of members tells
}

bool Device::sync(HomeServer::Limits limits)
{
    auto answer = m_place.server.sync(m_user, m_id, token, limits);
    m_place.figures.event("syncs");
    if (m_place.weather.strikes("sync answer lost")) {
        return true;
    }
    answer.changes.leftUsers.removeIf([&](const QString& user) { return shares(views, user); });
    auto next = views;
    const bool kept = act([&] {
        must(m_machine->receiveSync(answer.changes));
        for (const auto& event : answer.state) {
            apply(next, event, true);
        }
        for (const auto& event : answer.timeline) {
            if (!event.user.isEmpty()) {
                apply(next, event, answer.limited);
            }
        }
    });
    say(u"syncs: %1 to-device, changed %2, left %3, %4 events%5%6"_s
            .arg(answer.changes.toDevice.size())
            .arg(answer.changes.changedUsers.join(u' '), answer.changes.leftUsers.join(u' '))
            .arg(answer.timeline.size() + answer.state.size() + answer.older.size())
            .arg(answer.limited ? u", limited"_s : QString(), kept ? QString() : u", dropped"_s));
    if (!kept) {
        return true;
    }
    m_place.figures.events["to-device messages handed out"] += long(answer.changes.toDevice.size());
    const bool moved = token.events != answer.next.events || token.lists != answer.next.lists ||
                       !answer.changes.toDevice.empty();
    token = answer.next;
    views = std::move(next);
    noteLeft(answer);
    for (const auto* list : {&answer.older, &answer.timeline}) {
        std::ranges::copy_if(*list, std::back_inserter(waiting),
                             [](const auto& event) { return event.user.isEmpty(); });
    }
    return moved;
}

//! What somebody has who is known to have left must not encrypt anything any more.
void Device::noteLeft(const HomeServer::Sync& answer)
{
    for (const auto* list : {&answer.state, &answer.timeline}) {
        for (const HomeServer::Event& event : *list) {
            for (const auto& [session, users] : givenTo) {
                if (event.membership == "leave"_L1 && event.user != m_user &&
                    users.contains(event.room + event.user)) {
                    spent.insert(session);
                }
            }
        }
    }
}

bool Device::couldNotReach(const QString& user, const QString& device) const
{
    return m_unknownLists.contains(user) || m_failedClaims.contains(user + u' ' + device);
}

void Device::noteReach(const crypto::OutgoingRecord& request, const QJsonObject& answer)
{
    if (request.kind == Kind::KeysQuery) {
        for (const QString& user : request.body.value("device_keys"_L1).toObject().keys()) {
            if (answer.value("device_keys"_L1).toObject().contains(user)) {
                m_unknownLists.erase(user);
            } else {
                m_unknownLists.insert(user);
            }
        }
    }
    if (request.kind == Kind::KeysClaim) {
        const QJsonObject wanted = request.body.value("one_time_keys"_L1).toObject();
        const QJsonObject given = answer.value("one_time_keys"_L1).toObject();
        for (const QString& user : wanted.keys()) {
            for (const QString& device : wanted.value(user).toObject().keys()) {
                if (given.value(user).toObject().contains(device)) {
                    m_failedClaims.erase(user + u' ' + device);
                } else {
                    m_failedClaims.insert(user + u' ' + device);
                }
            }
        }
    }
}

bool Device::report(const crypto::OutgoingRecord& request, const QJsonObject& answer)
{
    bool counts = false; // a second answer of the same request is not listened to
    const bool kept = act([&] {
        counts = must(m_tables->outgoingById(request.id)).has_value();
        must(m_machine->markSent(request.id, answer));
    });
    say(u"hears the answer of %1%2"_s.arg(request.id.left(6), kept ? QString() : u", dropped"_s));
    if (kept && counts) {
        noteReach(request, answer);
    }
    return kept;
}

void Device::say(const QString& line) const
{
    m_place.figures.note(name() + u' ' + line);
}

bool Device::pump()
{
    std::vector<crypto::OutgoingRecord> requests;
    if (!act([&] { requests = must(m_machine->outgoingRequests()); })) {
        return true;
    }
    std::erase_if(requests, [this](const auto& request) { // it is on its way
        return std::ranges::any_of(
            m_late, [&](const Answer& late) { return late.request.id == request.id; });
    });
    for (const auto& request : requests) {
        m_place.figures.event("requests");
        say(u"asks %1: kind %2 %3 %4"_s.arg(request.id.left(6))
                .arg(int(request.kind))
                .arg(request.eventType, namesIn(request.body)));
        if (m_place.weather.strikes("request lost")) {
            break;
        }
        auto answer = m_place.server.handle(m_user, m_id, request);
        if (answer && m_place.weather.strikes("request repeated")) {
            answer = m_place.server.handle(m_user, m_id, request);
        }
        if (!answer || m_place.weather.strikes("answer lost")) {
            break;
        }
        if (m_place.weather.strikes("answer late")) {
            m_late.push_back({request, *answer});
            continue;
        }
        if (!report(request, *answer)) {
            break;
        }
    }
    return !requests.empty();
}

void Device::answerLate()
{
    for (const Answer& answer : std::exchange(m_late, {})) {
        if (!report(answer.request, answer.body)) {
            return;
        }
    }
}

} // namespace simulator
