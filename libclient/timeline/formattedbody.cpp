// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/formattedbody.h"

#include "timeline/htmlrules.h"

#include <QRegularExpression>
#include <QStringList>

#include <gumbo.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace client::timeline {

namespace {

constexpr qsizetype maxInput = 65'536;
constexpr qsizetype maxTags = 1200; // misnested formatting makes the parser square their number
constexpr int maxNodes = 20'000;
constexpr int maxDepth = 100;
constexpr int maxLinks = 500;

//! Writes the harmless part of a parsed tree.
class Writer {
public:
    QString take() { return std::move(m_out); }

    bool hasText() const { return m_hasText; }

    void write(const GumboNode& node, int depth)
    {
        if (++m_nodes > maxNodes) {
            return;
        }
        switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            writeText(QString::fromUtf8(node.v.text.text));
            return;
        case GUMBO_NODE_ELEMENT:
            if (depth < maxDepth) {
                writeElement(node, depth);
            }
            return;
        case GUMBO_NODE_DOCUMENT:
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_TEMPLATE:
            return;
        }
    }

    void writeChildren(const GumboNode& node, int depth)
    {
        const GumboVector& children = node.v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            write(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
        }
    }

private:
    static QString attribute(const GumboNode& node, const char* name)
    {
        const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
        return found == nullptr ? QString() : QString::fromUtf8(found->value);
    }

    static bool hasAttribute(const GumboNode& node, const char* name)
    {
        return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
    }

    static QString tagName(const GumboNode& node)
    {
        const GumboElement& element = node.v.element;
        if (element.tag != GUMBO_TAG_UNKNOWN) {
            return QString::fromLatin1(gumbo_normalized_tagname(element.tag));
        }
        GumboStringPiece piece = element.original_tag;
        gumbo_tag_from_original_text(&piece);
        return piece.data == nullptr
                   ? QString()
                   : QString::fromUtf8(piece.data, qsizetype(piece.length)).toLower();
    }

    void writeText(const QString& text)
    {
        m_hasText = m_hasText || !text.trimmed().isEmpty();
        m_out.append(escapedText(text));
    }

    void writeElement(const GumboNode& node, int depth)
    {
        const HtmlRule rule = node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML
                                  ? htmlRule(tagName(node))
                                  : HtmlRule{HtmlRule::Act::Drop, {}};
        switch (rule.act) {
        case HtmlRule::Act::Drop:
            return;
        case HtmlRule::Act::Picture:
            writeText(attribute(node, attribute(node, "alt").isEmpty() ? "title" : "alt"));
            return;
        case HtmlRule::Act::Unwrap:
            writeChildren(node, depth);
            return;
        case HtmlRule::Act::Rename:
            writeNamed(node, rule.name, depth);
            return;
        }
    }

    void writeNamed(const GumboNode& node, const QString& name, int depth)
    {
        if (name == "br"_L1 || name == "hr"_L1) {
            m_out.append(u"<%1/>"_s.arg(name));
        } else if (name == "a"_L1) {
            writeLink(node, depth);
        } else if (name == "span"_L1 || name == "font"_L1) {
            writeSpan(node, depth);
        } else {
            m_out.append(u"<%1%2>"_s.arg(name, name == "ol"_L1 ? startOf(node) : QString()));
            writeChildren(node, depth);
            m_out.append(u"</%1>"_s.arg(name));
        }
    }

    static QString startOf(const GumboNode& node)
    {
        bool isNumber = false;
        const int start = attribute(node, "start").toInt(&isNumber);
        return isNumber && start > 1 && start < 1'000'000 ? u" start=\"%1\""_s.arg(start)
                                                          : QString();
    }

    //! A text that names another host than the link leads to gets the true one beside it.
    void writeLink(const GumboNode& node, int depth)
    {
        const QString address = attribute(node, "href");
        const auto link = m_inLink ? std::nullopt : safeLink(address);
        if (!link) {
            writeChildren(node, depth);
            return;
        }
        m_inLink = true;
        m_out.append(u"<a href=\"%1\">"_s.arg(*link));
        writeChildren(node, depth);
        m_out.append("</a>"_L1);
        m_inLink = false;
        const QString claimed = linkHost(textOf(node, 0));
        const QString real = linkHost(address);
        if (!claimed.isEmpty() && claimed != real) {
            m_out.append(u" (%1)"_s.arg(escapedText(real.isEmpty() ? address : real)));
        }
    }

    static QString textOf(const GumboNode& node, int depth)
    {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
            return QString::fromUtf8(node.v.text.text);
        }
        QString text;
        if (node.type == GUMBO_NODE_ELEMENT && depth < maxDepth) {
            const GumboVector& children = node.v.element.children;
            for (unsigned i = 0; i < children.length; ++i) {
                text.append(textOf(*static_cast<const GumboNode*>(children.data[i]), depth + 1));
            }
        }
        return text;
    }

    void writeSpan(const GumboNode& node, int depth)
    {
        const bool spoiler = hasAttribute(node, "data-mx-spoiler");
        auto colour = safeColour(attribute(node, "data-mx-color"));
        if (!colour) {
            colour = safeColour(attribute(node, "color"));
        }
        m_out.append(spoiler ? "||"_L1 : ""_L1);
        if (colour) {
            m_out.append(u"<font color=\"%1\">"_s.arg(*colour));
        }
        writeChildren(node, depth);
        m_out.append(colour ? "</font>"_L1 : ""_L1);
        m_out.append(spoiler ? "||"_L1 : ""_L1);
    }

    QString m_out;
    int m_nodes = 0;
    bool m_hasText = false;
    bool m_inLink = false;
};

struct OutputDeleter {
    void operator()(GumboOutput* output) const
    {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};

//! Signs that end a sentence and not an address.
QString trimmedAddress(QString address)
{
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const bool opened = last == u')' && address.count(u'(') >= address.count(u')');
        if (opened || !u".,;:!?)]}'*_»”"_s.contains(last)) {
            break;
        }
        address.chop(1);
    }
    return address;
}

QString escapedPlain(const QString& text)
{
    QString escaped = escapedText(text);
    escaped.replace(u"  "_s, u"&nbsp; "_s);
    escaped.replace(u'\n', "<br/>"_L1);
    return escaped;
}

} // namespace

QString sanitizedHtml(const QString& formattedBody)
{
    if (formattedBody.size() > maxInput || formattedBody.count(u'<') > maxTags) {
        return {};
    }
    QString source = formattedBody;
    source.remove(QChar::Null);
    const QByteArray bytes = source.toUtf8();
    const std::unique_ptr<GumboOutput, OutputDeleter> parsed(
        gumbo_parse_with_options(&kGumboDefaultOptions, bytes.constData(), size_t(bytes.size())));
    if (parsed == nullptr || parsed->root == nullptr) {
        return {};
    }
    Writer writer;
    writer.write(*parsed->root, 0);
    return writer.hasText() ? writer.take().trimmed() : QString();
}

QString plainToHtml(const QString& text)
{
    static const QRegularExpression address(u"\\b(?:https?://|mailto:|matrix:)[^\\s<>\"]+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (text.size() > maxInput || !text.contains(u':')) {
        return {};
    }
    QString html;
    qsizetype written = 0;
    int links = 0;
    auto matches = address.globalMatch(text);
    while (matches.hasNext() && links < maxLinks) {
        const QRegularExpressionMatch match = matches.next();
        const QString found = trimmedAddress(match.captured());
        const auto link = safeLink(found);
        if (!link) {
            continue;
        }
        html.append(escapedPlain(text.mid(written, match.capturedStart() - written)));
        html.append(u"<a href=\"%1\">%2</a>"_s.arg(*link, escapedText(found)));
        written = match.capturedStart() + found.size();
        ++links;
    }
    return links == 0 ? QString() : html + escapedPlain(text.mid(written));
}

QString withoutReplyFallback(const QString& body)
{
    if (!body.startsWith("> <"_L1) && !body.startsWith("> * <"_L1)) {
        return body;
    }
    qsizetype at = 0;
    while (at < body.size() && QStringView(body).sliced(at).startsWith(u'>')) {
        const qsizetype end = body.indexOf(u'\n', at);
        at = end < 0 ? body.size() : end + 1;
    }
    if (at < body.size() && body.at(at) == u'\n') {
        ++at;
    }
    return body.mid(at);
}

} // namespace client::timeline
