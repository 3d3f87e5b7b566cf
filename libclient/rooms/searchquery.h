// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SearchQuery: what a person typed into the search field, as a value. Pure: nothing in it is a
// language of the store.
#pragma once

#include <QDate>
#include <QStringList>

#include <optional>
#include <set>
#include <vector>

namespace client::rooms {

//! Words that must stand next to each other, as rooms/searchtext makes them.
struct SearchTerm {
    QStringList words;
    bool prefix = false; //!< the last one may go on
    bool operator==(const SearchTerm&) const = default;
};

struct SearchQuery {
    enum class Has { File, Image, Video, Audio, Link };

    std::vector<SearchTerm> terms; //!< all of them
    QStringList from;              //!< people, any of them: parts of a name, or an id, or "me"
    QStringList in;                //!< rooms, any of them: parts of a name, an id or an alias
    std::optional<QDate> since;    //!< the first day
    std::optional<QDate> before;   //!< the day after the last
    std::set<Has> has;             //!< all of them

    bool isEmpty() const
    {
        return terms.empty() && from.isEmpty() && in.isEmpty() && !since && !before && has.empty();
    }

    bool operator==(const SearchQuery&) const = default;
};

//! Never fails: what is no filter is text. Filters: de: from: dans: in: avant: before: après:
//! after: le: on: a: has:; a value with spaces stands in quotes. The last word is the beginning of
//! one, and each that ends in an asterisk. At most 1,000 characters and 24 terms are looked at.
SearchQuery parseSearch(const QString& text, const QDate& today);

} // namespace client::rooms
