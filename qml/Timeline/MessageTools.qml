// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageTools: react, answer, more; shown beside the message under the pointer or the keyboard.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Controls
import Tchap.Theme

Rectangle {
    id: tools

    property bool writable: true

    signal reactRequested(Item at)
    signal replyRequested
    signal menuRequested(Item at)

    implicitWidth: buttons.implicitWidth + 4
    implicitHeight: buttons.implicitHeight + 4
    radius: Theme.radius
    color: Theme.overlay
    border {
        width: 1
        color: Theme.line
    }

    Row {
        id: buttons

        anchors.centerIn: parent

        IconButton {
            id: react

            implicitWidth: Theme.control - 6
            implicitHeight: Theme.control - 6
            visible: tools.writable
            focusPolicy: Qt.NoFocus
            name: qsTr("React")
            glyph: "smiley"
            glyphSize: Theme.glyph
            onClicked: tools.reactRequested(react)
        }
        IconButton {
            implicitWidth: Theme.control - 6
            implicitHeight: Theme.control - 6
            visible: tools.writable
            focusPolicy: Qt.NoFocus
            name: qsTr("Reply")
            glyph: "mail-reply-sender"
            glyphSize: Theme.glyph
            onClicked: tools.replyRequested()
        }
        IconButton {
            id: more

            implicitWidth: Theme.control - 6
            implicitHeight: Theme.control - 6
            focusPolicy: Qt.NoFocus
            name: qsTr("More actions")
            glyph: "overflow-menu"
            glyphSize: Theme.glyph
            onClicked: tools.menuRequested(more)
        }
    }
}
