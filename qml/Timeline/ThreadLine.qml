// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ThreadLine: below the message that begins a thread: how many replies, the last one, what is new.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.AbstractButton {
    id: line

    required property threadInfo thread
    required property Words words

    readonly property string last: thread.lastSender.length === 0 ? "" : thread.lastBody.length > 0 ? qsTr("%1: %2").arg(words.personName(thread.lastSenderName)).arg(thread.lastBody) : words.personName(thread.lastSenderName)

    Accessible.ignored: !visible
    implicitHeight: Math.round(28 * Theme.scale)
    implicitWidth: leftPadding + rightPadding + content.implicitWidth
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.NoFocus // by the keyboard: T on the message, or its menu
    text: qsTr("%n repl(y/ies)", "in a thread", thread.count)
    Accessible.role: Accessible.Button
    Accessible.name: thread.unread > 0 ? qsTr("%1, %n unread", "replies of a thread", thread.unread).arg(text) : text
    Accessible.description: last
    Accessible.onPressAction: line.clicked()

    contentItem: RowLayout {
        id: content

        spacing: Theme.space2

        Glyph {
            source: "dialog-messages"
            size: Theme.glyph
            color: Theme.accent
        }
        Text {
            text: line.text
            color: Theme.accent
            font.family: Theme.family
            font.pixelSize: Theme.sizeLabel - 1
            font.weight: Font.DemiBold
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Text {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            visible: text.length > 0
            text: line.last
            color: Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.sizeLabel - 1
            elide: Text.ElideRight
            maximumLineCount: 1
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Badge {
            count: line.thread.unread
            mention: line.thread.highlights > 0
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: line.hovered ? Theme.hover : "transparent"
    }
}
