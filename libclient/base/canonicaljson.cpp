// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/canonicaljson.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace client {

namespace {

constexpr double maxInteger = 9007199254740991.0; // 2^53 - 1
constexpr int maxDepth = 200;

std::unexpected<Error> refuse(const QString& why)
{
    return fail(Error::Kind::Malformed, u"canonical JSON: "_s + why);
}

Result<> writeValue(const QJsonValue& value, QByteArray& out, int depth);

Result<> writeString(const QString& text, QByteArray& out)
{
    if (!text.isValidUtf16()) {
        return refuse(u"lone surrogate"_s);
    }
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (uchar(c) < 0x20) {
                out += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
            } else {
                out += c;
            }
        }
    }
    out += '"';
    return {};
}

Result<> writeObject(const QJsonObject& object, QByteArray& out, int depth)
{
    // UTF-8 sorts by code point; QJsonObject sorts by UTF-16 unit, which differs beyond U+FFFF.
    QList<std::pair<QByteArray, QString>> keys;
    for (const QString& key : object.keys()) {
        keys.emplaceBack(key.toUtf8(), key);
    }
    std::ranges::sort(keys, {}, &std::pair<QByteArray, QString>::first);
    out += '{';
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0) {
            out += ',';
        }
        if (auto done = writeString(keys[i].second, out); !done) {
            return done;
        }
        out += ':';
        if (auto done = writeValue(object.value(keys[i].second), out, depth + 1); !done) {
            return done;
        }
    }
    out += '}';
    return {};
}

Result<> writeArray(const QJsonArray& array, QByteArray& out, int depth)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0) {
            out += ',';
        }
        if (auto done = writeValue(array.at(i), out, depth + 1); !done) {
            return done;
        }
    }
    out += ']';
    return {};
}

Result<> writeNumber(double number, QByteArray& out)
{
    if (std::trunc(number) != number || std::abs(number) > maxInteger) {
        return refuse(u"not an integer in range"_s);
    }
    out += QByteArray::number(qint64(number));
    return {};
}

Result<> writeValue(const QJsonValue& value, QByteArray& out, int depth)
{
    if (depth > maxDepth) {
        return refuse(u"nested too deeply"_s);
    }
    switch (value.type()) {
    case QJsonValue::Null:
        out += "null";
        return {};
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return {};
    case QJsonValue::Double:
        return writeNumber(value.toDouble(), out);
    case QJsonValue::String:
        return writeString(value.toString(), out);
    case QJsonValue::Array:
        return writeArray(value.toArray(), out, depth);
    case QJsonValue::Object:
        return writeObject(value.toObject(), out, depth);
    default:
        return refuse(u"undefined value"_s);
    }
}

} // namespace

Result<QByteArray> canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    if (auto done = writeValue(value, out, 0); !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<QByteArray> signableJson(QJsonObject object)
{
    object.remove("signatures"_L1);
    object.remove("unsigned"_L1);
    return canonicalJson(object);
}

} // namespace client
