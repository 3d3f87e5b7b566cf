// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Avatar: a picture in a circle; until it is there, or without one, coloured initials.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Item {
    id: avatar

    //! mxc address, or empty.
    required property string picture
    required property string initials
    required property int tone
    property int size: 40
    property string mark: ""
    property color ground: Theme.paper

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        visible: image.status !== Image.Ready
        color: Theme.person(avatar.tone)

        Text {
            anchors.centerIn: parent
            text: avatar.initials
            color: Theme.peopleInk
            font.family: Theme.family
            font.pixelSize: Math.round(avatar.size * 0.38)
            font.weight: Font.DemiBold
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
    // The corners are covered, not cut: this works without a graphics card as well.
    Item {
        anchors.fill: parent
        visible: image.status === Image.Ready
        clip: true

        Image {
            id: image

            anchors.fill: parent
            asynchronous: true
            fillMode: Image.PreserveAspectCrop
            sourceSize: Qt.size(avatar.size * 2, avatar.size * 2)
            source: avatar.picture.startsWith("mxc://") ? "image://avatar/" + encodeURIComponent(avatar.picture.slice(6)) : ""
        }
        Rectangle {
            anchors.centerIn: parent
            width: parent.width + border.width * 2
            height: width
            radius: width / 2
            color: "transparent"
            border {
                width: Math.ceil(avatar.size * 0.25)
                color: avatar.ground
            }
        }
    }
    Rectangle {
        anchors {
            right: parent.right
            bottom: parent.bottom
            margins: -4
        }
        visible: avatar.mark.length > 0
        width: Theme.glyph + 4
        height: width
        radius: width / 2
        color: avatar.ground

        Glyph {
            anchors.centerIn: parent
            source: avatar.mark
            size: Theme.glyph - 2
            color: Theme.ink
        }
    }
}
