// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Band: the coloured half of the front pages.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Rectangle {
    id: band

    color: Theme.band
    clip: true
    Accessible.ignored: true

    Column {
        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        anchors.margins: Theme.space8 * 2
        spacing: Theme.space4

        Image {
            source: "qrc:/icons/mark-light.svg"
            sourceSize: Qt.size(72, 72)
        }
        Text {
            width: parent.width
            text: Application.displayName
            color: Theme.bandInkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeDisplay
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
        Row {
            Repeater {
                model: [Theme.brandBlue, Theme.brandWhite, Theme.brandRed]

                Rectangle {
                    required property color modelData

                    width: 32
                    height: 4
                    color: modelData
                }
            }
        }
        Text {
            width: parent.width
            text: qsTr("Messages between public servants, encrypted from end to end.")
            color: Theme.bandInk
            font.family: Theme.family
            font.pixelSize: Theme.sizeTitleS
            lineHeight: 1.3
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
    }
    Text {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        anchors.margins: Theme.space6
        anchors.leftMargin: Theme.space8 * 2
        text: qsTr("Free and independent software")
        color: Theme.bandInk
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
