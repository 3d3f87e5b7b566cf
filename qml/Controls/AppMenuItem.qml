// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AppMenuItem: one line of a menu.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.MenuItem {
    id: entry

    property bool dangerous: false
    readonly property color inkColor: !enabled ? Theme.inkDisabled : highlighted ? Theme.inkStrong : dangerous ? Theme.alert : Theme.ink

    implicitHeight: visible ? Theme.control : 0
    height: implicitHeight
    activeFocusOnTab: visible && enabled
    leftPadding: Theme.space3
    rightPadding: Theme.space4
    spacing: Theme.space3
    font.family: Theme.family
    font.pixelSize: Theme.sizeLabel
    Accessible.name: text
    indicator: null
    arrow: null
    contentItem: Row {
        spacing: entry.spacing

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            source: entry.checkable ? (entry.checked ? "dialog-ok-apply" : "") : entry.icon.name
            size: Theme.glyph
            color: entry.inkColor
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: entry.text
            font: entry.font
            color: entry.inkColor
            textFormat: Text.PlainText
        }
    }
    background: Rectangle {
        color: entry.down ? Theme.pressed : entry.highlighted ? Theme.hover : "transparent"

        FocusRing {
            inset: true
            shown: entry.highlighted && entry.visualFocus
        }
    }
}
