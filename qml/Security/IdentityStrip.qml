// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// IdentityStrip: above the composer: whose digital identity has changed, and what can be done.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App
import Tchap.Controls

Strip {
    id: strip

    required property TrustViewModel trust
    readonly property bool blocks: trust.blocksSending

    signal detailsRequested(string user)
    signal verifyRequested(string user, string name)

    visible: trust.changedCount > 0
    tone: blocks ? Strip.Error : Strip.Warning
    text: {
        if (trust.changedCount === 0) {
            return "";
        }
        if (blocks) {
            return qsTr("The digital identity of %1, which you had verified, has changed. Nothing is sent here until that is settled.").arg(trust.changedName);
        }
        return trust.changedCount === 1 ? qsTr("The digital identity of %1 has changed.").arg(trust.changedName) : qsTr("The digital identity of %1 and of %n other person(s) has changed.", "", trust.changedCount - 1).arg(trust.changedName);
    }
    action: blocks ? qsTr("Verify again") : qsTr("Continue")
    otherAction: blocks ? qsTr("Withdraw the verification") : qsTr("Details")
    onActed: blocks ? verifyRequested(trust.changedUser, trust.changedName) : trust.acknowledge(trust.changedUser)
    onActedOther: blocks ? trust.acknowledge(trust.changedUser) : detailsRequested(trust.changedUser)
    onTextChanged: {
        if (text.length > 0) {
            Accessible.announce(text, Accessible.Polite);
        }
    }
}
