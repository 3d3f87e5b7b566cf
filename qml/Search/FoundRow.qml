// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FoundRow: one find: a room, a person, a command or a message with what was found in it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.ItemDelegate {
    id: row

    required property int index
    required property string kind
    required property string target
    required property string room
    required property string title
    required property string name
    required property string tone
    required property string detail
    required property string plain
    required property string time
    required property string avatar
    required property Words words
    required property bool current

    implicitHeight: Math.max(Math.round(44 * Theme.scale), inner.implicitHeight + Theme.space2 * 2)
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: [title, plain, time].filter(each => each.length > 0).join(", ")
    Accessible.selectable: true
    Accessible.selected: current
    Accessible.onPressAction: row.clicked()

    contentItem: RowLayout {
        id: inner

        spacing: Theme.space3

        Avatar {
            visible: row.kind !== "command"
            size: Math.round(28 * Theme.scale)
            picture: row.avatar
            initials: row.words.initials(row.name)
            tone: row.words.colourIndex(row.tone)
            ground: face.color
        }
        Glyph {
            visible: row.kind === "command"
            Layout.preferredWidth: Math.round(28 * Theme.scale)
            source: "system-run"
            color: Theme.ink
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                spacing: Theme.space2

                Text {
                    Layout.fillWidth: true
                    text: row.title
                    color: row.kind === "message" ? Theme.inkSoft : Theme.inkStrong
                    font.family: Theme.family
                    font.pixelSize: row.kind === "message" ? Theme.sizeCaption : Theme.sizeLabel
                    elide: Text.ElideRight
                    maximumLineCount: 1
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
                Text {
                    visible: text.length > 0
                    text: row.time
                    color: Theme.inkSoft
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeCaption
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
            }
            Text {
                Layout.fillWidth: true
                visible: row.detail.length > 0
                text: row.detail
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.sizeLabel
                elide: Text.ElideRight
                wrapMode: Text.Wrap
                maximumLineCount: row.kind === "message" ? 2 : 1
                textFormat: Text.StyledText
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        id: face

        color: row.current ? Theme.accentSoft : row.hovered ? Theme.hover : Theme.modal
    }
}
