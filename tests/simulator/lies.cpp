// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lies.h"

#include "base/canonicaljson.h"
#include "crypto/machine/crosssigning.h"
#include "crypto/machine/keybackup.h"
#include "crypto/olm/olmaccount.h"

using namespace client;
using crypto::MachineParts;

namespace simulator {

namespace {

//! What the machine says of an event, in a transaction of its own.
bool isAccepted(Device& victim, const QString& room, const events::Event& event)
{
    bool accepted = false;
    victim.act([&] {
        const auto result = victim.machine().decrypt(RoomId(room), event);
        accepted = result.has_value();
    });
    return accepted;
}

//! A message that `victim` has read, or (none given) any.
const HomeServer::Event* someMessage(World& world, const Device* victim = nullptr)
{
    std::vector<const HomeServer::Event*> all;
    for (const HomeServer::Event& event : world.server.events) {
        if (!event.txn.isEmpty() && (victim == nullptr || victim->read.contains(event.id))) {
            all.push_back(&event);
        }
    }
    return all.empty() ? nullptr : world.chance.pick(all);
}

void mustRefuse(World& world, Device& victim, const char* name, bool accepted)
{
    ++world.figures.lies[name];
    if (accepted) {
        world.figures.violation(u"seed %1: %2 believed: %3"_s.arg(world.seed)
                                    .arg(victim.name(), QString::fromLatin1(name)));
    }
}

void twistEvent(World& world, Device& victim)
{
    const HomeServer::Event* real = someMessage(world, &victim);
    if (real == nullptr || !isAccepted(victim, real->room, victim.eventOf(*real))) {
        return;
    }
    events::Event event = victim.eventOf(*real);
    QString room = real->room;
    switch (world.chance.below(4)) {
    case 0:
        event.sender = UserId(u"@mallory:x.fr"_s);
        mustRefuse(world, victim, "sender rewritten", isAccepted(victim, room, event));
        break;
    case 1:
        room = u"!autre:x.fr"_s;
        mustRefuse(world, victim, "event moved to another room", isAccepted(victim, room, event));
        break;
    case 2:
        event.id = EventId(u"$again"_s);
        mustRefuse(world, victim, "event replayed", isAccepted(victim, room, event));
        break;
    default:
        event.originServerTs += 1;
        mustRefuse(world, victim, "event replayed at another time",
                   isAccepted(victim, room, event));
        break;
    }
}

void tell(Device& victim, const QString& sender, const QString& type, const QJsonObject& content)
{
    victim.act([&] {
        crypto::SyncChanges changes;
        changes.toDevice = {{{u"sender"_s, sender}, {u"type"_s, type}, {u"content"_s, content}}};
        changes.oneTimeKeyCount = 50;
        changes.unusedFallback = true;
        must(victim.machine().receiveSync(changes));
    });
}

//! The key may come later: then it counts, and the notice was nothing.
void withhold(World& world, Device& victim)
{
    if (const HomeServer::Event* event = someMessage(world)) {
        ++world.figures.lies["forged withheld notice"];
        tell(victim, event->sender, u"m.room_key.withheld"_s,
             {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
              {u"room_id"_s, event->room},
              {u"session_id"_s, event->content.value("session_id"_L1)},
              {u"code"_s, u"m.blacklisted"_s}});
    }
}

void sendSecret(World& world, Device& victim)
{
    const QString name = u"m.megolm_backup.v1"_s;
    tell(victim, victim.user(), u"m.secret.send"_s,
         {{u"request_id"_s, u"1"_s}, {u"secret"_s, QString(43, u'A')}});
    bool has = false;
    victim.act([&] {
        must(victim.machine().use([&](MachineParts& parts) {
            has = !parts.context.secret(name).isEmpty();
            return true;
        }));
    });
    mustRefuse(world, victim, "secret unasked", has);
}

void offerBackup(World& world, Device& victim)
{
    bool trusted = false;
    victim.act([&] {
        must(victim.machine().use([&](MachineParts& parts) {
            const auto account = must(crypto::Account::create());
            parts.backup.serverVersion(
                {{u"version"_s, u"9"_s},
                 {u"algorithm"_s, u"m.megolm_backup.v1.curve25519-aes-sha2"_s},
                 {u"auth_data"_s,
                  QJsonObject{{u"public_key"_s, QString::fromLatin1(account.curve25519())}}}});
            trusted = parts.backup.isTrusted() || parts.backup.nextUpload().has_value();
            return true;
        }));
    });
    mustRefuse(world, victim, "foreign backup key", trusted);
}

void weaken(World& world, Device& victim)
{
    ++world.figures.lies["encryption state weakened"]; // K9 is checked in the end
    victim.act([&] {
        const RoomId room(world.room);
        if (must(victim.machine().roomEncryption(room))) {
            must(victim.machine().setRoomEncryption(
                room,
                {{u"algorithm"_s, world.chance.percent(50) ? u"none"_s : u"m.megolm.v1.aes-sha2"_s},
                 {u"rotation_period_msgs"_s, 1'000'000}}));
        }
    });
}

//! A device of a person with an identity that did not sign it: it must never get a payload.
void addDevice(World& world, Device& victim)
{
    const QString user = victim.user();
    if (!world.withIdentity.contains(user)) {
        return;
    }
    ++world.figures.lies["unsigned device added"];
    const auto account = must(crypto::Account::create());
    QJsonObject object{
        {u"user_id"_s, user},
        {u"device_id"_s, u"FALSE"_s},
        {u"algorithms"_s, QJsonArray{u"m.olm.v1.curve25519-aes-sha2"_s, u"m.megolm.v1.aes-sha2"_s}},
        {u"keys"_s, QJsonObject{{u"curve25519:FALSE"_s, QString::fromLatin1(account.curve25519())},
                                {u"ed25519:FALSE"_s, QString::fromLatin1(account.ed25519())}}}};
    const QByteArray signature = must(account.sign(must(signableJson(object))));
    object.insert(
        u"signatures"_s,
        QJsonObject{{user, QJsonObject{{u"ed25519:FALSE"_s, QString::fromLatin1(signature)}}}});
    world.server.falseDevices.emplace(user, object);
    world.server.lists.push_back(user);
}

} // namespace

void lie(World& world, Device& victim)
{
    using Lie = void (*)(World&, Device&);
    constexpr Lie lies[]{twistEvent, twistEvent,  twistEvent, withhold,
                         sendSecret, offerBackup, weaken,     addDevice};
    lies[world.chance.below(std::size(lies))](world, victim);
}

} // namespace simulator
