// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures: what happened in the runs, counted; and Chance and Weather, which decide what happens.
#pragma once

#include <QString>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace simulator {

struct Figures {
    std::map<std::string, long> events, faults, lies;
    std::vector<std::string> violations;
    long scenarios = 0;
    std::vector<std::string>* trace = nullptr; //!< of the run under way; null: not wanted

    void event(const char* name) { ++events[name]; }

    void note(const QString& line) const
    {
        if (trace != nullptr) {
            trace->push_back(line.toStdString());
        }
    }

    void violation(const QString& what)
    {
        violations.push_back(what.toStdString());
        note(QStringLiteral("VIOLATION ") + what);
    }
};

class Chance {
public:
    explicit Chance(uint64_t seed) : m_random(seed) {}

    size_t below(size_t limit) { return limit == 0 ? 0 : size_t(m_random() % limit); }

    bool percent(unsigned likely) { return m_random() % 100 < likely; }

    template <class T>
    auto& pick(T& things)
    {
        return things[below(things.size())];
    }

private:
    std::mt19937_64 m_random;
};

//! How likely each fault is in a run; which faults a run knows is drawn at its beginning.
class Weather {
public:
    Weather(Chance& chance, Figures& figures) : m_chance(chance), m_figures(figures) {}

    void set(const char* fault, unsigned percent) { m_percent[fault] = percent; }

    void calm() { m_percent.clear(); }

    bool strikes(const char* fault)
    {
        const auto found = m_percent.find(fault);
        if (found == m_percent.end() || !m_chance.percent(found->second)) {
            return false;
        }
        ++m_figures.faults[fault];
        m_figures.note(QStringLiteral("fault: ") + QString::fromLatin1(fault));
        return true;
    }

private:
    Chance& m_chance;
    Figures& m_figures;
    std::map<std::string, unsigned> m_percent;
};

} // namespace simulator
