// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words of the search.

#include "text/words.h"

using namespace Qt::StringLiterals;

namespace app {

QString Words::messagesFound(qint64 total, bool isLeast) const
{
    if (total == 0) {
        return tr("No messages found");
    }
    return isLeast ? tr("More than %n message(s)", "", int(total))
                   : tr("%n message(s) found", "", int(total));
}

QString Words::historyFetched(qint64 events, qint64 bytes, bool running, bool atStart) const
{
    if (running) {
        return tr("%n event(s) fetched; %1 on this computer", "", int(events)).arg(fileSize(bytes));
    }
    return atStart
               ? tr("The whole conversation is on this computer (%1 in all).").arg(fileSize(bytes))
               : tr("%n event(s) fetched; there is more.", "", int(events));
}

std::vector<std::pair<QString, QString>> Words::commands() const
{
    return {{u"new"_s, tr("New conversation")},
            {u"security"_s, tr("Security and recovery")},
            {u"attach"_s, tr("Attach a file")},
            {u"light"_s, tr("Appearance: light")},
            {u"dark"_s, tr("Appearance: dark")},
            {u"system"_s, tr("Appearance: like the system")},
            {u"unread"_s, tr("Next unread conversation")},
            {u"signOut"_s, tr("Sign out")}};
}

} // namespace app
