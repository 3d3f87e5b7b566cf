// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/answerjson.h"

namespace client {

namespace {

//! One pass, nothing is built; strings are skipped. Brackets are counted, not matched: text that is
//! not JSON stays so.
QByteArray cut(const QByteArray& text)
{
    QByteArray out;
    qsizetype kept = 0; // what is before it lies in `out`
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth == maxJsonDepth + 1) {
                out += QByteArrayView(text).sliced(kept, i - kept);
                out += "null";
            }
        } else if (c == '}' || c == ']') {
            if (depth-- == maxJsonDepth + 1) {
                kept = i + 1;
            }
        }
    }
    if (depth <= maxJsonDepth) {
        out += QByteArrayView(text).sliced(kept);
    }
    return out;
}

} // namespace

Result<QJsonObject> parseAnswer(const QByteArray& text)
{
    auto object = parseObject(text);
    return object || object.error().kind != Error::Kind::Malformed ? std::move(object)
                                                                   : parseObject(cut(text));
}

} // namespace client
