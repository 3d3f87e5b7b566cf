// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"
#include "events/encryption.h"
#include "events/member.h"
#include "events/message.h"
#include "events/receipt.h"
#include "events/relation.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client;
using events::Message;
using events::Relation;

namespace {

QJsonObject json(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    REQUIRE_FALSE(object.isEmpty());
    return object;
}

//! The example of the specification with a key, iv and hash of the right lengths.
const QByteArray fileJson = R"({"v":"v2","url":"mxc://x.fr/abc","key":{"alg":"A256CTR","ext":true,
 "k":"aWF6-32KGYaC3A_FEUCk1Bt0JA37zP0wrStgmdCaW-0","key_ops":["encrypt","decrypt"],"kty":"oct"},
 "iv":"w+sE15fzSc0AAAAAAAAAAA","hashes":{"sha256":"fdSLu/YkRx3Wyh3KQabP3rd6+SFiKg5lsJZQHtkSAYA"}})";

QJsonObject changed(const QString& key, const QJsonValue& value)
{
    QJsonObject file = json(fileJson);
    file.insert(key, value);
    return file;
}

} // namespace

TEST_CASE("an encrypted file of the specification's example is read and written back")
{
    const auto file = events::parseEncryptedFile(json(fileJson));
    REQUIRE(file.has_value());
    CHECK(file->key.size() == 32);
    CHECK(file->iv.size() == 16);
    CHECK(file->sha256.size() == 32);
    CHECK(events::toJson(*file) == json(fileJson));
}

TEST_CASE("an encrypted file with anything wrong in it is refused")
{
    CHECK_FALSE(events::parseEncryptedFile(changed(u"v"_s, u"v1"_s)).has_value());
    CHECK_FALSE(events::parseEncryptedFile(changed(u"url"_s, u"https://x.fr/abc"_s)).has_value());
    CHECK_FALSE(events::parseEncryptedFile(changed(u"iv"_s, u"AAAA"_s)).has_value());
    CHECK_FALSE(events::parseEncryptedFile(changed(u"iv"_s, 5)).has_value());
    CHECK_FALSE(events::parseEncryptedFile(changed(u"hashes"_s, QJsonObject())).has_value());
    CHECK_FALSE(
        events::parseEncryptedFile(changed(u"hashes"_s, QJsonObject{{u"sha256"_s, u"AAAA"_s}}))
            .has_value());
    for (const auto& [key, value] :
         {std::pair(u"alg"_s, u"A128CTR"_s), std::pair(u"kty"_s, u"RSA"_s),
          std::pair(u"k"_s, u"AAAA"_s), std::pair(u"k"_s, u"é"_s)}) {
        QJsonObject jwk = json(fileJson).value("key"_L1).toObject();
        jwk.insert(key, value);
        CHECK_FALSE(events::parseEncryptedFile(changed(u"key"_s, jwk)).has_value());
    }
}

TEST_CASE("a broken encrypted file is not replaced by the clear address beside it")
{
    QJsonObject content =
        json(R"({"msgtype":"m.image","body":"a.png","url":"mxc://evil/clear","file":{"v":"v1"}})");
    const auto message = events::parseMessage(content);
    REQUIRE(message.has_value());
    CHECK_FALSE(message->attachment.isPresent());
}

TEST_CASE("a file's body is its caption only when a name stands beside it")
{
    const auto named = events::parseMessage(
        json(R"({"msgtype":"m.file","body":"see this","filename":"a.pdf","url":"mxc://x/1"})"));
    REQUIRE(named.has_value());
    CHECK(named->fileName == "a.pdf"_L1);
    CHECK(named->caption == "see this"_L1);
    const auto bare =
        events::parseMessage(json(R"({"msgtype":"m.file","body":"a.pdf","url":"mxc://x/1"})"));
    CHECK(bare->fileName == "a.pdf"_L1);
    CHECK(bare->caption.isEmpty());
}

TEST_CASE("sizes that cannot be are unknown sizes")
{
    const auto message = events::parseMessage(json(
        R"({"msgtype":"m.image","body":"a","url":"mxc://x/1",
            "info":{"w":-4,"h":1e12,"size":-1,"mimetype":"IMAGE/PNG"}})"));
    REQUIRE(message.has_value());
    CHECK(message->attachment.width == 0);
    CHECK(message->attachment.height == 0);
    CHECK(message->attachment.size == -1);
    CHECK(message->attachment.mimetype == "image/png"_L1);
}

TEST_CASE("a message without a type or a textual body is malformed")
{
    CHECK_FALSE(events::parseMessage({}).has_value());
    CHECK_FALSE(events::parseMessage(json(R"({"msgtype":"m.text"})")).has_value());
    CHECK_FALSE(events::parseMessage(json(R"({"msgtype":"m.text","body":{}})")).has_value());
    CHECK_FALSE(events::parseMessage(json(R"({"msgtype":1,"body":"b"})")).has_value());
    const auto unknown = events::parseMessage(json(R"({"msgtype":"org.new","body":"b"})"));
    REQUIRE(unknown.has_value());
    CHECK(unknown->kind == Message::Kind::Unknown);
}

TEST_CASE("HTML counts only in the format of the specification")
{
    const auto other = events::parseMessage(
        json(R"({"msgtype":"m.text","body":"b","format":"x","formatted_body":"<b>b</b>"})"));
    CHECK(other->formattedBody.isEmpty());
}

TEST_CASE("relations are read with their reply, malformed ones count as none")
{
    const Relation edit =
        events::parseRelation(json(R"({"m.relates_to":{"rel_type":"m.replace","event_id":"$o"}})"));
    CHECK(edit.kind == Relation::Kind::Replace);
    CHECK(edit.target == EventId(u"$o"_s));
    const Relation thread = events::parseRelation(json(
        R"({"m.relates_to":{"rel_type":"m.thread","event_id":"$r","is_falling_back":true,
            "m.in_reply_to":{"event_id":"$p"}}})"));
    CHECK(thread.kind == Relation::Kind::Thread);
    CHECK(thread.isFallback);
    CHECK(thread.replyTo == EventId(u"$p"_s));
    for (const QByteArray& text :
         {R"({"m.relates_to":5})"_ba, R"({"m.relates_to":{"rel_type":"m.replace"}})"_ba,
          R"({"m.relates_to":{"rel_type":"m.replace","event_id":"no sigil"}})"_ba,
          R"({"m.relates_to":{"rel_type":"m.annotation","event_id":"$o"}})"_ba,
          R"({"m.relates_to":{"rel_type":"m.annotation","event_id":"$o","key":["a"]}})"_ba,
          R"({"m.relates_to":{"m.in_reply_to":"$o"}})"_ba}) {
        INFO(text.toStdString());
        CHECK(events::parseRelation(json(text)) == Relation());
    }
}

TEST_CASE("a redaction names its event in the old place or in the new one")
{
    CHECK(events::redactedId(json(R"({"redacts":"$a","content":{}})")) == EventId(u"$a"_s));
    CHECK(events::redactedId(json(R"({"content":{"redacts":"$b"}})")) == EventId(u"$b"_s));
    CHECK(events::redactedId(json(R"({"redacts":7,"content":5})")).isEmpty());
}

TEST_CASE("rotation settings are kept within their bounds")
{
    const auto wild = events::parseEncryption(json(
        R"({"algorithm":"m.megolm.v1.aes-sha2","rotation_period_msgs":-5,"rotation_period_ms":1})"));
    CHECK(wild.rotationMessages == 100);
    CHECK(wild.rotationMs == 3'600'000);
    CHECK(events::parseEncryption({}).algorithm.isEmpty());
}

TEST_CASE("receipts of hostile shapes are skipped, the others read")
{
    const auto receipts = events::parseReceipts(json(
        R"({"$1":{"m.read":{"@a:x":{"ts":5},"nobody":{"ts":5},"@b:x":7},
                  "m.read.private":{"@c:x":{"ts":-1,"thread_id":"main"}}},
            "nothing":{"m.read":{"@d:x":{}}},"$2":[],"$3":{"m.read":[]}})"));
    REQUIRE(receipts.size() == 2);
    CHECK(receipts[0].user == UserId(u"@a:x"_s));
    CHECK(receipts[1].isPrivate);
    CHECK(receipts[1].thread == "main"_L1);
    CHECK(receipts[1].ts == 0);
}

TEST_CASE("a member needs a membership of the specification")
{
    CHECK_FALSE(events::parseMember(json(R"({"membership":"king"})")).has_value());
    const auto member = events::parseMember(
        json(R"({"membership":"join","displayname":5,"avatar_url":"http://evil/x.png"})"));
    REQUIRE(member.has_value());
    CHECK(member->displayName.isEmpty());
    CHECK(member->avatar.isEmpty());
}
