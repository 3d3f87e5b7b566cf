// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text as it is searched for: one way for what is kept and for what is asked. Pure.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace client::rooms {

//! A word without case, accents, ligatures and elision, and where it stands in the text.
struct SearchWord {
    QString word;
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const SearchWord&) const = default;
};

//! Letters and digits make words; each sign of a script that is written without spaces is one.
//! What stands before an elision's apostrophe (l', d', qu' …) is none. A word is cut at 64 signs.
std::vector<SearchWord> searchWords(const QString& text);
//! The same, one space between two words.
QString searchText(const QString& text);
QStringList searchWordList(const QString& text);

} // namespace client::rooms
