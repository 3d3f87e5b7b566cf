// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SearchExtract: the part of a text in which a search found something, in one line. Pure.
#pragma once

#include "rooms/searchquery.h"

#include <utility>

namespace client::rooms {

struct SearchExtract {
    QString text;
    //! Begin and length of what was found, in UTF-16 units, ascending, none over another.
    std::vector<std::pair<qsizetype, qsizetype>> marks;
    bool operator==(const SearchExtract&) const = default;
};

//! Around the first find; from the beginning where nothing is found.
SearchExtract searchExtract(const QString& text, const SearchQuery& query, qsizetype limit = 160);

//! How well a folded text answers: whole words before beginnings of words, words side by side
//! before scattered ones, short texts before long ones. At least 0.
double searchScore(const QStringList& words, const SearchQuery& query);

} // namespace client::rooms
