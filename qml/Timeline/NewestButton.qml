// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// NewestButton: goes to the newest message, and says how many have come.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Controls
import Tchap.Theme

Basic.AbstractButton {
    id: button

    required property int count

    text: count > 0 ? qsTr("%n new message(s)", "", count) : qsTr("Go to the newest message")
    implicitWidth: count > 0 ? inner.implicitWidth + Theme.space4 * 2 : implicitHeight
    implicitHeight: Math.round(40 * Theme.scale)
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: click()

    contentItem: Item {
        Row {
            id: inner

            anchors.centerIn: parent
            spacing: Theme.space2

            Glyph {
                anchors.verticalCenter: parent.verticalCenter
                source: "go-down"
                color: button.count > 0 ? Theme.accentInk : Theme.inkStrong
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.count > 0
                text: button.text
                color: Theme.accentInk
                font.family: Theme.family
                font.pixelSize: Theme.sizeLabel
                font.weight: Font.Medium
                textFormat: Text.PlainText
            }
        }
    }
    background: Rectangle {
        radius: height / 2
        color: button.count > 0 ? (button.hovered ? Theme.accentHover : Theme.accent) : button.hovered ? Theme.hover : Theme.overlay
        border {
            width: button.count > 0 ? 0 : 1
            color: Theme.lineStrong
        }
    }
    HoverTip {
        visible: button.hovered && button.count === 0
        text: button.text
    }
    FocusRing {
        corner: button.height / 2
        shown: button.visualFocus
    }
}
