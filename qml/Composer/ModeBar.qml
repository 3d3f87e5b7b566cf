// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ModeBar: what is being answered or edited, and the way out of it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Rectangle {
    id: bar

    required property ComposerViewModel composer
    required property Words words

    visible: composer.replying || composer.editing
    implicitHeight: row.implicitHeight + Theme.space2 * 2
    color: Theme.paperAlt
    Accessible.role: Accessible.StaticText
    Accessible.name: title.text + (body.visible ? " " + body.text : "")

    Rule {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
        }
    }
    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space3
        spacing: Theme.space3

        Rectangle {
            Layout.fillHeight: true
            implicitWidth: 3
            radius: 1
            color: Theme.accent
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Text {
                id: title

                Layout.fillWidth: true
                text: bar.composer.editing ? qsTr("Editing your message") : qsTr("Reply to %1").arg(bar.words.personName(bar.composer.replyName))
                color: Theme.inkStrong
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                id: body

                Layout.fillWidth: true
                visible: bar.composer.replying && text.length > 0
                text: bar.composer.replyBody
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption + 1
                elide: Text.ElideRight
                maximumLineCount: 1
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
        IconButton {
            name: bar.composer.editing ? qsTr("Leave without saving") : qsTr("Do not reply")
            shortcutText: qsTr("Esc")
            glyph: "window-close"
            glyphSize: Theme.glyph
            hoverFill: Theme.hoverAlt
            onClicked: bar.composer.cancelMode()
        }
    }
}
