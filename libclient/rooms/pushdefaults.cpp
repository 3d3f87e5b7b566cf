// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/pushdefaults.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

// %1: own user id, %2: its local part; both are put in as JSON texts.
constexpr QByteArrayView overrides = R"([
{"rule_id":".m.rule.master","enabled":false,"conditions":[],"actions":[]},
{"rule_id":".m.rule.suppress_notices","conditions":[
  {"kind":"event_match","key":"content.msgtype","pattern":"m.notice"}],"actions":[]},
{"rule_id":".m.rule.invite_for_me","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.room.member"},
  {"kind":"event_match","key":"content.membership","pattern":"invite"},
  {"kind":"event_match","key":"state_key","pattern":"%1"}],
 "actions":["notify",{"set_tweak":"sound","value":"default"}]},
{"rule_id":".m.rule.member_event","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.room.member"}],"actions":[]},
{"rule_id":".m.rule.is_user_mention","conditions":[
  {"kind":"event_property_contains","key":"content.m\\.mentions.user_ids","value":"%1"}],
 "actions":["notify",{"set_tweak":"sound","value":"default"},{"set_tweak":"highlight"}]},
{"rule_id":".m.rule.contains_display_name","conditions":[{"kind":"contains_display_name"}],
 "actions":["notify",{"set_tweak":"sound","value":"default"},{"set_tweak":"highlight"}]},
{"rule_id":".m.rule.is_room_mention","conditions":[
  {"kind":"event_property_is","key":"content.m\\.mentions.room","value":true},
  {"kind":"sender_notification_permission","key":"room"}],
 "actions":["notify",{"set_tweak":"highlight"}]},
{"rule_id":".m.rule.roomnotif","conditions":[
  {"kind":"event_match","key":"content.body","pattern":"@room"},
  {"kind":"sender_notification_permission","key":"room"}],
 "actions":["notify",{"set_tweak":"highlight"}]},
{"rule_id":".m.rule.tombstone","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.room.tombstone"},
  {"kind":"event_match","key":"state_key","pattern":""}],
 "actions":["notify",{"set_tweak":"highlight"}]},
{"rule_id":".m.rule.reaction","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.reaction"}],"actions":[]},
{"rule_id":".m.rule.room.server_acl","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.room.server_acl"},
  {"kind":"event_match","key":"state_key","pattern":""}],"actions":[]},
{"rule_id":".m.rule.suppress_edits","conditions":[
  {"kind":"event_property_is","key":"content.m\\.relates_to.rel_type","value":"m.replace"}],
 "actions":[]}
])";

constexpr QByteArrayView contents = R"([
{"rule_id":".m.rule.contains_user_name","pattern":"%2",
 "actions":["notify",{"set_tweak":"sound","value":"default"},{"set_tweak":"highlight"}]}
])";

constexpr QByteArrayView underrides = R"([
{"rule_id":".m.rule.call","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.call.invite"}],
 "actions":["notify",{"set_tweak":"sound","value":"ring"}]},
{"rule_id":".m.rule.encrypted_room_one_to_one","conditions":[
  {"kind":"room_member_count","is":"2"},
  {"kind":"event_match","key":"type","pattern":"m.room.encrypted"}],
 "actions":["notify",{"set_tweak":"sound","value":"default"}]},
{"rule_id":".m.rule.room_one_to_one","conditions":[
  {"kind":"room_member_count","is":"2"},
  {"kind":"event_match","key":"type","pattern":"m.room.message"}],
 "actions":["notify",{"set_tweak":"sound","value":"default"}]},
{"rule_id":".m.rule.message","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.room.message"}],"actions":["notify"]},
{"rule_id":".m.rule.encrypted","conditions":[
  {"kind":"event_match","key":"type","pattern":"m.room.encrypted"}],"actions":["notify"]}
])";

QByteArray quoted(const QString& text)
{
    QByteArray escaped = text.toUtf8();
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return escaped;
}

QJsonArray filled(QByteArrayView rules, const UserId& own)
{
    QByteArray text = rules.toByteArray();
    text.replace("%2", quoted(localPart(own.toString())));
    text.replace("%1", quoted(own.toString()));
    return QJsonDocument::fromJson(text).array();
}

} // namespace

QJsonObject predefinedRules(const UserId& own)
{
    return {{u"override"_s, filled(overrides, own)},
            {u"content"_s, filled(contents, own)},
            {u"underride"_s, filled(underrides, own)}};
}

bool isLegacyMention(const QString& ruleId)
{
    return ruleId == ".m.rule.contains_display_name"_L1 ||
           ruleId == ".m.rule.contains_user_name"_L1 || ruleId == ".m.rule.roomnotif"_L1;
}

} // namespace client::rooms
