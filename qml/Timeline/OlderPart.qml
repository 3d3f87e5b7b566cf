// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OlderPart: above the oldest row: that older ones are coming, or why they are not.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Item {
    id: part

    required property RoomViewModel room
    readonly property bool failed: room.olderError.length > 0 && !room.loadingOlder

    // One height in every state but the last: what is read does not move.
    height: room.atStart ? Theme.space2 : Theme.header

    Text {
        anchors.centerIn: parent
        visible: part.room.loadingOlder
        text: qsTr("Loading older messages…")
        color: Theme.inkSoft
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Strip {
        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        visible: part.failed
        tone: Strip.Warning
        text: part.room.olderError
        action: qsTr("Try again")
        onActed: part.room.loadOlder()
    }
}
