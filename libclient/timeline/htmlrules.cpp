// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/htmlrules.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::timeline {

namespace {

constexpr qsizetype maxAddress = 2048;

using Act = HtmlRule::Act;

QHash<QString, HtmlRule> makeRules()
{
    QHash<QString, HtmlRule> rules;
    for (const QString& tag :
         {u"b"_s,   u"i"_s,          u"u"_s,    u"s"_s,     u"sup"_s, u"sub"_s, u"code"_s, u"p"_s,
          u"pre"_s, u"blockquote"_s, u"ul"_s,   u"ol"_s,    u"li"_s,  u"br"_s,  u"hr"_s,   u"a"_s,
          u"div"_s, u"span"_s,       u"font"_s, u"table"_s, u"tr"_s,  u"th"_s,  u"td"_s}) {
        rules.insert(tag, {Act::Rename, tag});
    }
    const std::initializer_list<std::pair<QString, QString>> renamed{
        {u"strong"_s, u"b"_s},  {u"em"_s, u"i"_s},       {u"del"_s, u"s"_s}, {u"strike"_s, u"s"_s},
        {u"tt"_s, u"code"_s},   {u"h1"_s, u"h3"_s},      {u"h2"_s, u"h4"_s}, {u"h3"_s, u"h5"_s},
        {u"h4"_s, u"h5"_s},     {u"h5"_s, u"h6"_s},      {u"h6"_s, u"h6"_s}, {u"summary"_s, u"p"_s},
        {u"caption"_s, u"p"_s}, {u"details"_s, u"div"_s}};
    for (const auto& [tag, name] : renamed) {
        rules.insert(tag, {Act::Rename, name});
    }
    for (const QString& tag :
         {u"mx-reply"_s, u"script"_s,   u"style"_s,  u"head"_s,     u"title"_s,    u"iframe"_s,
          u"object"_s,   u"embed"_s,    u"applet"_s, u"noembed"_s,  u"noframes"_s, u"noscript"_s,
          u"template"_s, u"svg"_s,      u"math"_s,   u"textarea"_s, u"select"_s,   u"audio"_s,
          u"video"_s,    u"canvas"_s,   u"link"_s,   u"meta"_s,     u"base"_s,     u"frameset"_s,
          u"xmp"_s,      u"plaintext"_s}) {
        rules.insert(tag, {Act::Drop, {}});
    }
    rules.insert(u"img"_s, {Act::Picture, {}});
    return rules;
}

bool isDirectionControl(QChar sign)
{
    const char16_t code = sign.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool hasControls(const QString& text)
{
    return std::ranges::any_of(text, [](QChar sign) {
        return sign.category() == QChar::Other_Control || isDirectionControl(sign) ||
               sign.isSpace() || sign == u'\\';
    });
}

} // namespace

HtmlRule htmlRule(const QString& tag)
{
    static const QHash<QString, HtmlRule> rules = makeRules();
    return rules.value(tag);
}

std::optional<QString> safeLink(const QString& address)
{
    const QString text = address.trimmed();
    if (text.isEmpty() || text.size() > maxAddress || hasControls(text)) {
        return std::nullopt;
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid()) {
        return std::nullopt;
    }
    const QString scheme = url.scheme().toLower();
    const bool web = scheme == "https"_L1 || scheme == "http"_L1;
    if (web && (url.host().isEmpty() || !url.userInfo().isEmpty())) {
        return std::nullopt;
    }
    if (!web && scheme != "mailto"_L1 && scheme != "matrix"_L1) {
        return std::nullopt;
    }
    return QString::fromLatin1(url.toEncoded()).toHtmlEscaped();
}

QString linkHost(const QString& text)
{
    QString address = text.trimmed().left(maxAddress);
    if (address.startsWith("www."_L1, Qt::CaseInsensitive)) {
        address.prepend("https://"_L1);
    }
    const QUrl url(address);
    const QString scheme = url.scheme().toLower();
    const bool web = scheme == "https"_L1 || scheme == "http"_L1;
    return web ? url.host(QUrl::FullyEncoded).toLower() : QString();
}

std::optional<QString> safeColour(const QString& text)
{
    const bool fits = text.size() == 7 && text.front() == u'#';
    const bool isHex = std::ranges::all_of(text.mid(1), [](QChar sign) {
        return (sign >= u'0' && sign <= u'9') || (sign >= u'a' && sign <= u'f') ||
               (sign >= u'A' && sign <= u'F');
    });
    return fits && isHex ? std::optional(text.toLower()) : std::nullopt;
}

QString escapedText(const QString& text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar sign : text) {
        const bool isBreak = sign == u'\n' || sign == u'\t';
        if (!isDirectionControl(sign) && (isBreak || sign.category() != QChar::Other_Control)) {
            kept.append(sign);
        }
    }
    return kept.toHtmlEscaped();
}

} // namespace client::timeline
