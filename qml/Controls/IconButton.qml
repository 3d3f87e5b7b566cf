// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// IconButton: a tool. Its name is read aloud and shown as a tooltip.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.AbstractButton {
    id: button

    required property string name
    required property string glyph
    property color ink: Theme.ink
    property color inkHovered: Theme.inkStrong
    property color hoverFill: Theme.hover
    property color pressedFill: Theme.pressed
    property int glyphSize: Theme.glyphTool
    property string shortcutText: ""

    implicitWidth: Theme.control
    implicitHeight: Theme.control
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: name
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Item {
        Glyph {
            anchors.centerIn: parent
            source: button.glyph
            size: button.glyphSize
            color: !button.enabled ? Theme.inkDisabled : button.hovered ? button.inkHovered : button.ink
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down || button.checked ? button.pressedFill : button.hovered ? button.hoverFill : "transparent"
    }

    HoverTip {
        visible: button.hovered && !button.down
        text: button.shortcutText.length > 0 ? qsTr("%1 (%2)", "name of a tool, then its keys").arg(button.name).arg(button.shortcutText) : button.name
    }
    FocusRing {
        shown: button.visualFocus
    }
}
