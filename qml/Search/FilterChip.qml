// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FilterChip: a filter as a button; one that stays on shows it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Controls
import Tchap.Theme

Basic.AbstractButton {
    id: chip

    implicitWidth: label.implicitWidth + Theme.space3 * 2
    implicitHeight: Math.round(30 * Theme.scale)
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.name: text
    Accessible.checked: checked
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Text {
        id: label

        text: chip.text
        color: chip.checked ? Theme.accent : Theme.ink
        font.family: Theme.family
        font.pixelSize: Theme.sizeLabel - 1
        font.weight: chip.checked ? Font.DemiBold : Font.Normal
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: height / 2
        color: chip.checked ? Theme.accentSoft : chip.down ? Theme.pressed : chip.hovered ? Theme.hover : "transparent"
        border {
            width: 1
            color: chip.checked ? Theme.accent : Theme.lineStrong
        }
    }
    FocusRing {
        corner: chip.height / 2
        shown: chip.visualFocus
    }
}
