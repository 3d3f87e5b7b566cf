// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FieldFrame: fill and underline of a field of text.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Item {
    id: frame

    property bool focused: false
    property bool faulty: false

    Rectangle {
        anchors.fill: parent
        color: Theme.field
        radius: Theme.radius
    }
    Rectangle {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        height: Math.min(parent.height / 2, Theme.radius * 2)
        color: Theme.field
    }
    Rectangle {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        height: 2
        color: frame.faulty ? Theme.error : frame.focused ? Theme.focus : Theme.linePlain
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -4
        visible: frame.focused
        color: "transparent"
        radius: Theme.radius + 2
        border {
            width: 2
            color: Theme.focus
        }
    }
}
