// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/ids.h"

#include <algorithm>

namespace client {

namespace {

constexpr qsizetype maxBytes = 255;

bool isPlain(const QString& text)
{
    return !text.isEmpty() && text.size() <= maxBytes && text.toUtf8().size() <= maxBytes &&
           std::ranges::none_of(text, [](QChar c) {
               return c.unicode() < 0x20 || c.unicode() == 0x7f || c == QChar(u' ');
           });
}

//! Host name, IPv4 or bracketed IPv6, with an optional port.
bool isServerName(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') ||
               u == u'.' || u == u'-' || u == u':' || u == u'[' || u == u']';
    });
}

bool hasServer(const QString& text, char16_t sigil)
{
    if (!isPlain(text) || text.front() != QChar(sigil)) {
        return false;
    }
    const qsizetype colon = text.indexOf(u':');
    return colon > 1 && isServerName(QStringView(text).sliced(colon + 1));
}

bool isMediaId(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') ||
               u == u'-' || u == u'_';
    });
}

} // namespace

bool UserTag::isValid(const QString& text)
{
    return hasServer(text, u'@');
}

bool AliasTag::isValid(const QString& text)
{
    return hasServer(text, u'#');
}

bool RoomTag::isValid(const QString& text)
{
    // Since room version 12 a room id has no server part.
    return isPlain(text) && text.size() > 1 && text.front() == u'!';
}

bool EventTag::isValid(const QString& text)
{
    return isPlain(text) && text.size() > 1 && text.front() == u'$';
}

bool DeviceTag::isValid(const QString& text)
{
    return isPlain(text);
}

bool TxnTag::isValid(const QString& text)
{
    return isPlain(text);
}

bool MxcTag::isValid(const QString& text)
{
    static constexpr QLatin1StringView scheme("mxc://");
    if (!isPlain(text) || !text.startsWith(scheme)) {
        return false;
    }
    const QStringView rest = QStringView(text).sliced(scheme.size());
    const qsizetype slash = rest.indexOf(u'/');
    return slash > 0 && isServerName(rest.first(slash)) && isMediaId(rest.sliced(slash + 1));
}

QString serverName(const QString& id)
{
    const qsizetype colon = id.indexOf(u':');
    return colon < 0 ? QString() : id.sliced(colon + 1);
}

QString localPart(const QString& id)
{
    const qsizetype colon = id.indexOf(u':');
    return id.isEmpty() ? QString() : id.sliced(1, (colon < 0 ? id.size() : colon) - 1);
}

std::pair<QString, QString> mediaParts(const MxcUri& uri)
{
    if (!uri.isValid()) {
        return {};
    }
    const QString rest = uri.toString().sliced(6);
    const qsizetype slash = rest.indexOf(u'/');
    return {rest.first(slash), rest.sliced(slash + 1)};
}

} // namespace client
