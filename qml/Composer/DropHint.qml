// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DropHint: says that what is being dragged may be let go here.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Controls
import Tchap.Theme

Rectangle {
    color: Theme.accentSoft
    opacity: 0.95
    border {
        width: 2
        color: Theme.accent
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.space8
        spacing: Theme.space2

        Glyph {
            anchors.horizontalCenter: parent.horizontalCenter
            source: "mail-attachment"
            size: 32
            color: Theme.accent
        }
        Text {
            width: parent.width
            text: qsTr("Drop the files here to attach them")
            color: Theme.inkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeTitleS
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
    }
}
