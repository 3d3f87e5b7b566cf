// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Quote: the message that is answered, on one line; goes to it when pressed.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.AbstractButton {
    id: quote

    required property string name
    required property string body

    signal activated

    leftPadding: Theme.space2 + 3
    rightPadding: Theme.space2
    topPadding: 3
    bottomPadding: 3
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("In reply to %1: %2").arg(name).arg(body)
    Accessible.onPressAction: quote.activated()
    onClicked: activated()

    contentItem: Column {
        Text {
            width: Math.min(implicitWidth, parent.width)
            visible: text.length > 0
            text: quote.name
            color: Theme.inkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeCaption
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
        Text {
            width: parent.width
            text: quote.body.length > 0 ? quote.body : qsTr("Show the original message")
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.sizeCaption + 1
            elide: Text.ElideRight
            maximumLineCount: 1
            textFormat: Text.PlainText
        }
    }
    background: Rectangle {
        color: quote.hovered ? Theme.hover : "transparent"
        radius: 2

        Rectangle {
            width: 3
            height: parent.height
            radius: 1
            color: Theme.accent
        }
    }
}
