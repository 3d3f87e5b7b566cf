// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tchap-simulator: random runs and named scenarios of encryption machines against a model server.

#include "fixedrandom.h"
#include "scenarios.h"
#include "schedule.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace simulator;

namespace {

void print(const char* title, const std::map<std::string, long>& counts)
{
    std::printf("%s\n", title);
    for (const auto& [name, count] : counts) {
        std::printf("  %9ld  %s\n", count, name.c_str());
    }
}

//! A random run, or the named scenario. True: every promise was kept.
bool runSeed(uint64_t seed, const Scenario* scenario, bool trace, int length, Figures& all)
{
    Figures figures;
    std::vector<std::string> lines;
    figures.trace = trace ? &lines : nullptr;
    try {
        if (scenario == nullptr) {
            Schedule(seed, figures).run();
        } else {
            World world(seed, figures);
            world.length = length;
            scenario->play(world);
        }
    } catch (const std::exception& fault) {
        figures.violation(u"seed %1: %2"_s.arg(seed).arg(QString::fromUtf8(fault.what())));
    }
    for (const std::string& line : lines) {
        std::printf("    %s\n", line.c_str());
    }
    const auto add = [](auto& to, const auto& from) {
        for (const auto& [name, count] : from) {
            to[name] += count;
        }
    };
    add(all.events, figures.events);
    add(all.faults, figures.faults);
    add(all.lies, figures.lies);
    all.scenarios += figures.scenarios;
    for (const std::string& what : figures.violations) {
        std::printf("VIOLATION %s: %s\n", scenario == nullptr ? "random" : scenario->name,
                    what.c_str());
        all.violations.push_back(what);
    }
    (void)std::fflush(stdout);
    return figures.violations.empty();
}

void runAll(const QCommandLineParser& options, Figures& all)
{
    const bool only = options.isSet(u"seed"_s);
    const uint64_t from = options.value(only ? u"seed"_s : u"from"_s).toULongLong();
    const uint64_t runs = only ? 1 : options.value(u"runs"_s).toULongLong();
    const QString wanted = options.value(u"scenario"_s);
    std::vector<const Scenario*> chosen;
    for (const Scenario& scenario : scenarios()) {
        if (wanted == "all"_L1 ||
            (!wanted.isEmpty() && QString::fromLatin1(scenario.name).startsWith(wanted + u' '))) {
            chosen.push_back(&scenario);
        }
    }
    if (wanted.isEmpty()) {
        chosen.push_back(nullptr);
    }
    if (chosen.empty()) {
        all.violation(u"no such scenario"_s);
    }
    for (const Scenario* scenario : chosen) {
        for (uint64_t seed = from; seed < from + runs; ++seed) {
            if (!runSeed(seed, scenario, options.isSet(u"trace"_s),
                         options.value(u"length"_s).toInt(), all)) {
                std::printf("again with: --seed %llu --trace\n",
                            static_cast<unsigned long long>(seed));
            }
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(u"Encryption machines in random company"_s);
    options.addHelpOption();
    options.addOptions({{u"from"_s, u"first seed"_s, u"seed"_s, u"0"_s},
                        {u"runs"_s, u"how many random runs"_s, u"count"_s, u"500"_s},
                        {u"seed"_s, u"this run only"_s, u"seed"_s},
                        {u"scenario"_s, u"a named one, as S1, or all"_s, u"name"_s},
                        {u"length"_s, u"messages of S30"_s, u"count"_s, u"300"_s},
                        {u"trace"_s, u"what happened, line by line"_s}});
    options.process(app);
    QLoggingCategory::setFilterRules(options.isSet(u"trace"_s) ? u"*.debug=false"_s : u"*=false"_s);
    useFixedRandomness();
    Figures all;
    QElapsedTimer timer;
    timer.start();
    runAll(options, all);
    print("events", all.events);
    print("faults", all.faults);
    print("lies told, none believed", all.lies);
    std::printf("%ld scenarios in %.1f s, %zu violations\n", all.scenarios,
                double(timer.elapsed()) / 1000, all.violations.size());
    return all.violations.empty() ? 0 : 1;
}
