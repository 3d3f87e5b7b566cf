// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// IdentityLine: what is to be known of a person's digital identity, with one mark.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

RowLayout {
    id: line

    required property TrustViewModel trust
    required property bool me
    readonly property bool doubtful: trust.personIdentityChanged || !trust.personHasIdentity
    readonly property string sentence: {
        if (trust.personBlocks) {
            return qsTr("This identity has changed since you verified it. Nothing is sent until you verify it again or withdraw the verification.");
        }
        if (trust.personIdentityChanged) {
            return qsTr("This identity is new: the person has reinstalled everything, or somebody else is using the account. Ask the person by telephone.");
        }
        if (!trust.personHasIdentity) {
            return qsTr("This person has no digital identity yet: their devices cannot be verified.");
        }
        if (me) {
            return qsTr("This is you.");
        }
        return trust.personVerified ? qsTr("You have verified this person.") : qsTr("Not verified. To be sure who is there, verify each other.");
    }

    spacing: Theme.space3

    Glyph {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 2
        source: line.doubtful ? "qrc:/icons/warning.svg" : line.trust.personVerified || line.me ? "qrc:/icons/shield-check.svg" : "qrc:/icons/info.svg"
        size: Theme.glyphTool
        color: line.trust.personBlocks ? Theme.error : line.doubtful ? Theme.warning : line.trust.personVerified || line.me ? Theme.success : Theme.inkSoft
    }
    Prose {
        text: line.sentence
    }
}
