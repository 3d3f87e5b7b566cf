// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Toggle: a switch with its sentence; below it what it means.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.Switch {
    id: toggle

    property string hint: ""

    padding: 0
    spacing: Theme.space3
    font.family: Theme.family
    font.pixelSize: Theme.sizeBody
    Accessible.name: text
    Accessible.description: hint
    Keys.onReturnPressed: click()
    indicator: Rectangle {
        implicitWidth: 40
        implicitHeight: 22
        y: 1
        radius: height / 2
        color: toggle.checked ? Theme.accent : Theme.paper
        border {
            width: toggle.checked ? 0 : 1
            color: Theme.linePlain
        }

        Rectangle {
            x: toggle.checked ? parent.width - width - 3 : 3
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: 16
            radius: 8
            color: toggle.checked ? Theme.accentInk : Theme.linePlain

            Behavior on x {
                NumberAnimation {
                    duration: Theme.fast
                }
            }
        }
        FocusRing {
            corner: 11
            shown: toggle.visualFocus
        }
    }
    contentItem: Column {
        leftPadding: toggle.indicator.width + toggle.spacing
        spacing: Theme.space1

        Text {
            width: toggle.availableWidth - toggle.indicator.width - toggle.spacing
            text: toggle.text
            font: toggle.font
            color: Theme.inkStrong
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Text {
            width: toggle.availableWidth - toggle.indicator.width - toggle.spacing
            visible: text.length > 0
            text: toggle.hint
            font.family: Theme.family
            font.pixelSize: Theme.sizeLabel
            color: Theme.inkSoft
            lineHeight: 1.2
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
}
