// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of HTML may stay: the lists and the checks of the sanitiser (formattedbody.h).
#pragma once

#include <QString>

#include <optional>

namespace client::timeline {

//! What to do with an element of a name.
struct HtmlRule {
    enum class Act {
        Rename,  //!< written as `name`
        Unwrap,  //!< its children stay, it goes
        Drop,    //!< it goes with everything in it
        Picture, //!< its alternative text stays
    };
    Act act = Act::Unwrap;
    QString name;
};

HtmlRule htmlRule(const QString& tag);

//! The address as it may stand in a link, encoded, or nullopt: http, https, mailto and matrix only,
//! no user in front of the host, no control characters.
std::optional<QString> safeLink(const QString& address);
//! Host of an http(s) address or of a text that looks like one; empty otherwise.
QString linkHost(const QString& text);
//! "#rrggbb" or nullopt.
std::optional<QString> safeColour(const QString& text);
//! Escaped, without characters that turn the direction of what follows.
QString escapedText(const QString& text);

} // namespace client::timeline
