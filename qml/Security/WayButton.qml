// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// WayButton: one of a few ways, as a large button: what it is, what one needs for it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

Basic.AbstractButton {
    id: button

    required property string glyph
    required property string hint

    implicitHeight: contentItem.implicitHeight + Theme.space3 * 2
    padding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    contentItem: RowLayout {
        spacing: Theme.space3

        Glyph {
            source: button.glyph
            size: Math.round(24 * Theme.scale)
            color: Theme.accent
        }
        ColumnLayout {
            spacing: 2

            Text {
                Layout.fillWidth: true
                text: button.text
                color: Theme.inkStrong
                font.family: Theme.family
                font.pixelSize: Theme.sizeBody
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                Layout.fillWidth: true
                text: button.hint
                color: button.hovered ? Theme.ink : Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeLabel
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
        Glyph {
            source: "go-next"
            size: Theme.glyph
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.pressed : button.hovered ? Theme.hover : Theme.paper
        border {
            width: 1
            color: Theme.linePlain
        }
    }

    FocusRing {
        shown: button.visualFocus
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
