// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Uploads: files on their way, each with how far it is and a way to stop it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Column {
    id: uploads

    required property ComposerViewModel composer

    visible: lines.count > 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Files being sent")

    Repeater {
        id: lines

        model: uploads.composer.uploads

        RowLayout {
            id: line

            required property string name
            required property real fraction
            required property string txnId

            width: uploads.width
            height: Theme.control
            spacing: Theme.space3
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, %2 % sent").arg(name).arg(Math.round(fraction * 100))

            Text {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space4
                text: qsTr("Sending %1").arg(line.name)
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                elide: Text.ElideMiddle
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Rectangle {
                Layout.preferredWidth: Math.min(160, uploads.width / 3)
                implicitHeight: 4
                radius: 2
                color: Theme.line
                Accessible.role: Accessible.ProgressBar
                Accessible.name: line.name

                Rectangle {
                    width: parent.width * Math.max(0.02, Math.min(1, line.fraction))
                    height: parent.height
                    radius: 2
                    color: Theme.accent
                }
            }
            IconButton {
                Layout.rightMargin: Theme.space2
                implicitWidth: Theme.control - 4
                implicitHeight: Theme.control - 4
                name: qsTr("Cancel sending %1").arg(line.name)
                glyph: "window-close"
                glyphSize: Theme.glyph
                onClicked: uploads.composer.cancelUpload(line.txnId)
            }
        }
    }
}
