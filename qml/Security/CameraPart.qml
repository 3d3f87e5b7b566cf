// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CameraPart: the camera's picture, in which a QR code is looked for; or why there is none.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

ColumnLayout {
    id: part

    required property CameraViewModel camera

    //! That there is no camera; it may be below what the dialog shows.
    signal told(Item sentence)

    spacing: Theme.space3

    ActionButton {
        visible: !part.camera.running
        icon.name: "camera-photo"
        text: qsTr("Scan with the camera")
        onClicked: part.camera.start()
    }
    Fault {
        id: trouble

        tone: Strip.Info
        text: part.camera.trouble
        onVisibleChanged: {
            if (visible) {
                part.told(trouble);
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.round(Math.min(width * 0.75, 280 * Theme.scale))
        visible: part.camera.running
        radius: Theme.radius
        color: Theme.field
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Picture of the camera")

        clip: true

        Image {
            anchors.fill: parent
            fillMode: Image.PreserveAspectCrop
            cache: false
            source: part.camera.frame > 0 ? "image://camera/" + part.camera.frame : ""
        }
    }
    Prose {
        visible: part.camera.running
        text: qsTr("Hold the other device’s code in front of the camera.")
    }
    ActionButton {
        visible: part.camera.running
        text: qsTr("Stop the camera")
        onClicked: part.camera.stop()
    }
}
