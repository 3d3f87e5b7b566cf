// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Device that writes, sends and reads messages.

#include "device.h"

using namespace client;
using crypto::OlmMachine;

namespace simulator {

std::set<UserId> Device::recipients(const QString& room) const
{
    std::set<UserId> people{UserId(m_user)};
    const auto view = views.find(room);
    if (view == views.end()) {
        return people;
    }
    for (const auto& [user, membership] : view->second.members) {
        if (membership == "join"_L1 ||
            (membership == "invite"_L1 && view->second.visibility != "joined"_L1)) {
            people.insert(UserId(user));
        }
    }
    return people;
}

bool Device::writeNext()
{
    const auto letter =
        std::ranges::find_if(letters, [](const Letter& l) { return l.wire.isEmpty(); });
    if (letter == letters.end()) {
        return false;
    }
    if (views[letter->room].members[m_user] != "join"_L1) {
        letters.erase(letter);
        return true;
    }
    QJsonObject wire;
    const RoomId room(letter->room);
    const bool kept = act([&] {
        if (must(m_machine->prepareToEncrypt(room, recipients(letter->room))) ==
            OlmMachine::Readiness::Ready) {
            wire = must(m_machine->encrypt(room, u"m.room.message"_s, {{u"body"_s, letter->body}}));
        }
    });
    if (kept && !wire.isEmpty()) {
        letter->wire = wire;
        m_place.figures.event("messages encrypted");
        encrypted(*this, *letter);
    }
    return true;
}

bool Device::sendNext()
{
    if (letters.empty() || letters.front().wire.isEmpty()) {
        return false;
    }
    const Letter letter = letters.front();
    if (m_place.weather.strikes("request lost")) {
        return true;
    }
    m_place.server.send(m_user, m_id, letter.room, letter.txn, letter.wire);
    if (!m_place.weather.strikes("answer lost")) {
        letters.erase(letters.begin());
    }
    return true;
}

bool Device::decryptNext(size_t most)
{
    const size_t count = std::min(most, waiting.size());
    std::map<QString, QString> opened;
    std::map<QString, QString> ended;
    const bool kept = act([&] {
        for (size_t i = 0; i < count; ++i) {
            const auto result = m_machine->decrypt(RoomId(waiting[i].room), eventOf(waiting[i]));
            if (result) {
                opened[waiting[i].id] = result->content.value("body"_L1).toString();
            } else if (!result.error().waiting) {
                ended[waiting[i].id] = result.error().reason;
            }
        }
    });
    if (!kept) {
        return true;
    }
    m_place.figures.events["messages decrypted"] += long(opened.size());
    read.insert(opened.begin(), opened.end());
    refused.insert(ended.begin(), ended.end());
    const size_t before = waiting.size();
    std::erase_if(waiting, [&](const auto& event) {
        return opened.contains(event.id) || ended.contains(event.id);
    });
    std::ranges::rotate(waiting, waiting.begin() + long(std::min(waiting.size(), count)));
    return waiting.size() != before;
}

} // namespace simulator
