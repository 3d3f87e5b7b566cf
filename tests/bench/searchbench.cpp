// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tchap-search-bench FOLDER [MESSAGES]: how long searches take in a room of so many messages, over
// a real encrypted file. The first run fills the folder; a later one opens it cold.

#include "engine/engine.h"
#include "engine/search.h"
#include "support/wire.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace client;
using namespace testing;

namespace {

constexpr int perSync = 1000;
constexpr int vocabulary = 60'000;
constexpr int rounds = 9;

//! Words of a French sound, used as often as words of a language are.
class Words {
public:
    Words()
    {
        const QStringList starts = u"b c d f g l m n p r s t v ch qu br tr pl"_s.split(u' ');
        const QStringList ends = u"a e i o u an on ou eur er é"_s.split(u' ');
        std::vector<double> weights;
        for (int i = 0; i < vocabulary; ++i) {
            QString word;
            const int syllables = 1 + i % 4 + (i > 2000 ? 1 : 0);
            for (int s = 0; s < syllables; ++s) {
                word += starts.at(qsizetype(m_random() % size_t(starts.size()))) +
                        ends.at(qsizetype(m_random() % size_t(ends.size())));
            }
            m_words.append(word);
            weights.push_back(1.0 / (i + 3));
        }
        m_choice = std::discrete_distribution<int>(weights.begin(), weights.end());
    }

    const QString& at(int rank) const { return m_words.at(rank); }

    QString sentence()
    {
        QString text;
        for (size_t left = 2 + m_random() % 20; left > 0; --left) {
            text += m_words.at(m_choice(m_random)) + u' ';
        }
        return text;
    }

private:
    std::mt19937 m_random{7};
    QStringList m_words;
    std::discrete_distribution<int> m_choice;
};

QJsonObject event(int number, const QString& body)
{
    return {{u"type"_s, u"m.room.message"_s},
            // The last of each sync is one's own: what came before it has been read.
            {u"sender"_s, number % perSync == perSync - 1 ? u"@ann:x.fr"_s
                                                          : u"@person%1:x.fr"_s.arg(number % 300)},
            {u"event_id"_s, u"$event-with-an-id-of-the-usual-length-%1"_s.arg(number)},
            {u"origin_server_ts"_s, qint64(1'700'000'000'000) + qint64(number) * 31'000},
            {u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, body}}}};
}

void fill(engine::Engine& engine, Words& words, int messages)
{
    QElapsedTimer timer;
    timer.start();
    for (int from = 0; from < messages; from += perSync) {
        QJsonArray events;
        for (int i = from; i < std::min(from + perSync, messages); ++i) {
            events.append(event(i, words.sentence()));
        }
        const QJsonObject joined{{u"timeline"_s, QJsonObject{{u"events"_s, events}}}};
        must(engine.applySync(toJson(QJsonObject{
            {u"next_batch"_s, u"s%1"_s.arg(from)},
            {u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{u"!big:x.fr"_s, joined}}}}}})));
    }
    std::printf("filled by %d messages: %.1f s, %.1f us each\n", messages,
                double(timer.elapsed()) / 1e3, double(timer.nsecsElapsed()) / 1e3 / messages);
}

void search(engine::Engine& engine, const char* what, const QString& query,
            engine::SearchRequest::Order order = engine::SearchRequest::Order::Date)
{
    engine::SearchRequest request;
    request.text = query;
    request.order = order;
    std::vector<double> times;
    int64_t total = 0;
    double first = 0;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        total = must(engine.search().find(request)).total;
        const double took = double(timer.nsecsElapsed()) / 1e6;
        first = i == 0 ? took : first;
        times.push_back(took);
    }
    std::ranges::sort(times);
    std::printf("%-44s first %8.2f ms, median %7.2f, worst %7.2f  (%lld found)\n", what, first,
                times[rounds / 2], times.back(), static_cast<long long>(total));
}

QByteArray memory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at, text.indexOf('\n', at) - at);
}

void searches(engine::Engine& engine, const Words& words)
{
    using Order = engine::SearchRequest::Order;
    const QString common = words.at(0);
    search(engine, "the most common word", u'"' + common + u'"');
    search(engine, "beginning of two letters", words.at(4).left(2));
    search(engine, "beginning of three letters", words.at(7).left(3));
    search(engine, "beginning of four letters", words.at(3000).left(4));
    search(engine, "a rare word", words.at(50'000));
    search(engine, "no such word", u"zzyzx"_s);
    search(engine, "two common words", common + u' ' + words.at(1));
    search(engine, "common word and a beginning", common + u' ' + words.at(40).left(2));
    search(engine, "phrase of common words", u'"' + common + u' ' + words.at(1) + u'"');
    search(engine, "word of one person", u"from:@person7:x.fr "_s + words.at(2));
    search(engine, "word of one day", u"on:2024-02-01 "_s + words.at(2));
    search(engine, "all of one person", u"from:@person7:x.fr"_s);
    search(engine, "common word, by relevance", common, Order::Relevance);
    search(engine, "two words, by relevance", words.at(5) + u' ' + words.at(60), Order::Relevance);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_LOGGING_RULES", "tchap.*=false");
    if (argc < 2) {
        std::fprintf(stderr, "usage: tchap-search-bench FOLDER [MESSAGES]\n");
        return 64;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    Words words;
    QElapsedTimer timer;
    timer.start();
    auto engine = must(engine::Engine::open({folder, secret('r'), nullptr, "Europe/Paris"}));
    std::printf("opened in %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    if (!must(engine->account())) {
        engine::Account account;
        account.user = UserId(u"@ann:x.fr"_s);
        account.device = DeviceId(u"A"_s);
        account.homeserver = QUrl(u"https://x.fr"_s);
        account.accessToken = "token";
        must(engine->saveAccount(account));
        fill(*engine, words, argc > 2 ? std::atoi(argv[2]) : 1'000'000);
    }
    searches(*engine, words);
    timer.start();
    const auto size = must(engine->search().size());
    std::printf("index: %lld messages, file %.1f MB (asked in %.1f ms), %s\n",
                static_cast<long long>(size.messages), double(size.bytes) / 1e6,
                double(timer.nsecsElapsed()) / 1e6, memory().constData());
    return 0;
}
