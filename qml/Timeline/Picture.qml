// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Picture: an image inside a message; its place is kept before it is there.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.AbstractButton {
    id: picture

    required property timelineItem item
    required property string roomId
    required property real widest

    signal activated

    readonly property real ratio: item.file.width > 0 && item.file.height > 0 ? item.file.width / item.file.height : 4 / 3
    readonly property real maxWidth: Math.min(420, widest)
    readonly property real natural: item.file.width > 0 ? Math.min(item.file.width, maxWidth) : maxWidth
    readonly property real shownWidth: Math.max(Math.min(96, maxWidth), Math.min(natural, 320 * ratio))

    implicitWidth: shownWidth
    implicitHeight: Math.min(320, Math.max(64, shownWidth / ratio))
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Show the picture %1").arg(item.file.name)
    Accessible.onPressAction: picture.activated()
    onClicked: activated()

    contentItem: Item {
        Rectangle {
            anchors.fill: parent
            visible: image.status !== Image.Ready
            color: Theme.field
            radius: Theme.radius

            Column {
                anchors.centerIn: parent
                width: parent.width - Theme.space4
                spacing: Theme.space1

                Glyph {
                    anchors.horizontalCenter: parent.horizontalCenter
                    source: "image-x-generic"
                    size: 32
                    color: Theme.inkSoft
                }
                Text {
                    width: parent.width
                    visible: image.status === Image.Error
                    text: qsTr("The picture could not be loaded")
                    color: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: Theme.sizeCaption
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                }
            }
        }
        Image {
            id: image

            anchors.fill: parent
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            mipmap: true
            sourceSize: Qt.size(picture.width * 2, picture.height * 2)
            source: picture.item.eventId.length > 0 ? "image://media/" + encodeURIComponent(picture.roomId) + "/" + encodeURIComponent(picture.item.eventId) + "?thumbnail" : ""
        }
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
