// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Badge: how many are unread; with an at sign when one is named.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Rectangle {
    id: badge

    required property int count
    property bool mention: false

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.space2 + 4)
    implicitHeight: Math.round(20 * Theme.scale)
    radius: height / 2
    visible: count > 0
    color: mention ? Theme.alert : Theme.accent

    Text {
        id: label

        anchors.centerIn: parent
        text: (badge.mention ? "@\u2009" : "") + (badge.count > 99 ? "99+" : badge.count)
        color: badge.mention ? Theme.alertInk : Theme.accentInk
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        font.weight: Font.DemiBold
        font.features: ({
                "tnum": 1
            })
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
