// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace client {

namespace {

//! Depth of nesting without building anything; strings are skipped.
bool isShallow(const QByteArray& text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inString = false;
            }
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxJsonDepth) {
                return false;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return true;
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray& text)
{
    if (!isShallow(text)) {
        return fail(Error::Kind::Malformed, u"JSON nested too deeply"_s);
    }
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(Error::Kind::Malformed, u"not JSON: "_s + error.errorString());
    }
    if (!document.isObject()) {
        return fail(Error::Kind::Malformed, u"not a JSON object"_s);
    }
    return document.object();
}

Result<QJsonArray> parseArray(const QByteArray& text)
{
    const auto object = parseObject("{\"all\":" + text + "}");
    if (!object || !object->value(QLatin1StringView("all")).isArray() || object->size() != 1) {
        return fail(Error::Kind::Malformed, u"not a JSON array"_s);
    }
    return object->value(QLatin1StringView("all")).toArray();
}

QByteArray toJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace client
