// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/formattedbody.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStringList>

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace Qt::StringLiterals;
using namespace client::timeline;

namespace {

//! Every tag of the output is one of these, letter for letter.
void checkHarmless(const QString& html)
{
    static const QRegularExpression tag(u"<[^>]*>?"_s);
    static const QRegularExpression allowed(
        u"^<(?:/?(?:b|i|u|s|sup|sub|code|p|pre|blockquote|ul|li|h3|h4|h5|h6|div|table|tr|th|td)"
        "|(?:br|hr)/|ol(?: start=\"[0-9]{1,6}\")?|/ol|/a|/font|font color=\"#[0-9a-f]{6}\""
        "|a href=\"(?:https?://|mailto:|matrix:)[^\"<>\\s]*\")>$"_s);
    INFO(html.toStdString());
    auto tags = tag.globalMatch(html);
    while (tags.hasNext()) {
        const QString found = tags.next().captured();
        INFO(found.toStdString());
        CHECK(allowed.match(found).hasMatch());
    }
}

const QStringList corpus{
    u"<script>alert(1)</script>x"_s,
    u"<scr<script>ipt>1</scr</script>ipt>x"_s,
    u"<img src=http://evil/x.png>x"_s,
    u"<img src=\"mxc://x/1\" alt='<img src=http://e>'>x"_s,
    u"<IMG SRC=JaVaScRiPt:alert(1)>x"_s,
    u"<img/src=x/onerror=alert(1)>x"_s,
    u"<a href='javascript:alert(1)'>x</a>"_s,
    u"<a href=' &#106;avascript:alert(1)'>x</a>"_s,
    u"<a href='java\tscript:alert(1)'>x</a>"_s,
    u"<a href='data:text/html,<script>1</script>'>x</a>"_s,
    u"<a href='file:///etc/passwd'>x</a>"_s,
    u"<a href='ftp://x/'>x</a><a href='magnet:?xt=1'>y</a>"_s,
    u"<a href='//evil/x'>x</a><a href='evil'>y</a>"_s,
    u"<a href='https://x\"onmouseover=\"alert(1)'>x</a>"_s,
    u"<a href=\"https://good.fr@evil.fr/\">x</a>"_s,
    u"<p style='background:url(http://evil)'>x</p>"_s,
    u"<body background='http://evil/x.png'>x"_s,
    u"<table background='http://evil'><tr><td background=http://evil>x</table>"_s,
    u"<div onclick=alert(1) class=x id=y>x</div>"_s,
    u"<svg><script>alert(1)</script><image href=http://evil></svg>x"_s,
    u"<math><mtext><img src=http://evil></mtext></math>x"_s,
    u"<style>@import 'http://evil';</style>x"_s,
    u"<link rel=stylesheet href=http://evil>x"_s,
    u"<meta http-equiv=refresh content='0;url=http://evil'>x"_s,
    u"<base href=http://evil>x"_s,
    u"<iframe src=http://evil></iframe>x"_s,
    u"<object data=http://evil></object><embed src=http://evil>x"_s,
    u"<video src=http://evil poster=http://evil></video>x"_s,
    u"<input type=image src=http://evil>x"_s,
    u"<ol start='1\" onclick=\"x'><li>x</ol>"_s,
    u"<font color='#fff;background:url(http://evil)'>x</font>"_s,
    u"<span data-mx-color='red\"><img src=x>'>x</span>"_s,
    u"<!--<img src='--><img src=http://evil>x"_s,
    u"<![CDATA[<img src=http://evil>]]>x"_s,
    u"<noscript><p title='</noscript><img src=http://evil>'>x"_s,
    u"<template><img src=http://evil></template>x"_s,
    u"<textarea><img src=http://evil></textarea>x"_s,
    u"<xmp><img src=http://evil></xmp>x"_s,
    u"<p>unclosed <b>bold <i>both</p> x"_s,
    u"<<b>>x&lt;img src=http://evil&gt;"_s,
    u"&#60;img src=http://evil&#62;x"_s,
    u"x<plaintext><img src=http://evil>"_s,
    u"<a\u0000 href='https://x.fr'>x</a>"_s,
    u"</p></b></table>x"_s,
};

} // namespace

TEST_CASE("nothing of the known tricks survives the sanitiser")
{
    for (const QString& trick : corpus) {
        INFO(trick.toStdString());
        const QString html = sanitizedHtml(trick);
        checkHarmless(html);
        CHECK_FALSE(html.contains("alert"_L1));
        CHECK(html.contains(u'x'));
    }
}

TEST_CASE("no random mixture of the tricks survives the sanitiser")
{
    std::mt19937 random(11);
    const QString all = corpus.join(QString());
    for (int round = 0; round < 500; ++round) {
        QString mixed;
        for (int piece = 0; piece < 20; ++piece) {
            mixed.append(all.mid(qsizetype(random()) % all.size(), qsizetype(random()) % 40));
        }
        checkHarmless(sanitizedHtml(mixed));
    }
}

TEST_CASE("what people write stays as they wrote it")
{
    CHECK(sanitizedHtml(u"<strong>a</strong> <em>b</em> <del>c</del>"_s) ==
          "<b>a</b> <i>b</i> <s>c</s>"_L1);
    CHECK(sanitizedHtml(u"<pre><code class=\"language-c\">a &lt; b\n</code></pre>"_s) ==
          "<pre><code>a &lt; b\n</code></pre>"_L1);
    CHECK(sanitizedHtml(u"<ol start=3><li>a</li></ol>"_s) == "<ol start=\"3\"><li>a</li></ol>"_L1);
    CHECK(sanitizedHtml(u"<a href=\"https://x.fr/?a=1&amp;b=2\">x</a>"_s) ==
          "<a href=\"https://x.fr/?a=1&amp;b=2\">x</a>"_L1);
    CHECK(sanitizedHtml(u"<span data-mx-color=\"#FF0000\">x</span>"_s) ==
          "<font color=\"#ff0000\">x</font>"_L1);
    CHECK(sanitizedHtml(u"<span data-mx-spoiler>x</span>"_s) == "||x||"_L1);
    CHECK(sanitizedHtml(u"<img src=\"mxc://x/1\" alt=\":smile:\">"_s) == ":smile:"_L1);
}

TEST_CASE("the reply fallback is not part of the message")
{
    CHECK(sanitizedHtml(u"<mx-reply><blockquote>forged</blockquote></mx-reply>mine"_s) ==
          "mine"_L1);
    CHECK(withoutReplyFallback(u"> <@a:x> one\n> two\n\nmine\n> kept"_s) == "mine\n> kept"_L1);
    CHECK(withoutReplyFallback(u"> <@a:x> only"_s).isEmpty());
    CHECK(withoutReplyFallback(u"plain"_s) == "plain"_L1);
}

TEST_CASE("a link that names another host than it leads to shows the true one")
{
    CHECK(sanitizedHtml(u"<a href=\"https://evil.fr\">https://gouv.fr</a>"_s) ==
          "<a href=\"https://evil.fr\">https://gouv.fr</a> (evil.fr)"_L1);
    CHECK(sanitizedHtml(u"<a href=\"https://gouv.fr/a\">https://gouv.fr</a>"_s) ==
          "<a href=\"https://gouv.fr/a\">https://gouv.fr</a>"_L1);
}

TEST_CASE("deep, large and misnested input is bounded")
{
    QElapsedTimer timer;
    timer.start();
    CHECK(sanitizedHtml(QString(1'000'000, u'a')).isEmpty());
    CHECK(sanitizedHtml(u"<b>"_s.repeated(10'000) + u"x"_s).isEmpty());
    checkHarmless(sanitizedHtml(u"<blockquote>"_s.repeated(1000) + u"x"_s));
    QString misnested;
    for (int i = 0; i < 590; ++i) {
        misnested.append(u"<b id=%1>"_s.arg(i));
    }
    checkHarmless(sanitizedHtml(misnested + u"<p>x"_s.repeated(590)));
    CHECK(timer.elapsed() < 5000);
}

TEST_CASE("plain text with links becomes HTML and without stays plain")
{
    CHECK(plainToHtml(u"no links: <b>"_s).isEmpty());
    CHECK(plainToHtml(u"see <https://x.fr/a_(b)>.\nBye & \"thanks\""_s) ==
          "see &lt;<a href=\"https://x.fr/a_(b)\">https://x.fr/a_(b)</a>&gt;.<br/>"
          "Bye &amp; &quot;thanks&quot;"_L1);
    CHECK(plainToHtml(u"(https://x.fr)."_s) == "(<a href=\"https://x.fr\">https://x.fr</a>)."_L1);
    CHECK(plainToHtml(u"javascript:alert(1) file:///x"_s).isEmpty());
    CHECK(plainToHtml(u"https://good.fr@evil.fr/"_s).isEmpty());
}
