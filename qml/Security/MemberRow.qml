// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MemberRow: one person of a conversation.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.AbstractButton {
    id: row

    required property int index
    required property string user
    required property string name
    required property string organisation
    required property string avatar
    required property string warning
    required property bool invited
    required property bool me
    required property Words words
    readonly property bool current: ListView.isCurrentItem && ListView.view.activeFocus
    readonly property string facts: [me ? qsTr("You") : "", organisation, invited ? qsTr("Invited") : ""].filter(each => each.length > 0).join(" · ")

    implicitHeight: Math.round(56 * Theme.scale)
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: [name, facts, warning].filter(each => each.length > 0).join(", ")
    Accessible.onPressAction: row.clicked()
    contentItem: RowLayout {
        spacing: Theme.space3

        Avatar {
            size: Math.round(36 * Theme.scale)
            picture: row.avatar
            initials: row.words.initials(row.name)
            tone: row.words.colourIndex(row.user)
            ground: row.hovered ? Theme.hover : Theme.modal
        }
        ColumnLayout {
            spacing: 0

            Text {
                Layout.fillWidth: true
                text: row.name
                color: Theme.inkStrong
                font.family: Theme.family
                font.pixelSize: Theme.sizeLabel
                font.weight: Font.Medium
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                Layout.fillWidth: true
                visible: text.length > 0
                text: row.facts
                color: row.hovered || row.current ? Theme.ink : Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                Layout.fillWidth: true
                visible: text.length > 0
                text: row.warning
                color: Theme.warning
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
        Glyph {
            visible: row.warning.length > 0
            source: "qrc:/icons/shield-alert.svg"
            size: Theme.glyphTool
            color: Theme.warning
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"
    }

    FocusRing {
        inset: true
        corner: Theme.radius
        shown: row.current
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
