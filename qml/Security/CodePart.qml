// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CodePart: the recovery code in groups, copied or saved; it must be kept before one goes on.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtCore
import Tchap.App
import Tchap.Controls
import Tchap.Theme

ColumnLayout {
    id: part

    required property SecurityViewModel security
    property alias kept: tick.checked

    function focusFirst() {
        copy.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space4

    Prose {
        text: qsTr("Write it down or save it outside of this computer, for example in your password safe. It is shown only now.")
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: groups.implicitHeight + Theme.space4 * 2
        radius: Theme.radius
        color: Theme.field
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Recovery code: %1").arg(part.security.recoveryCode)

        Flow {
            id: groups

            readonly property int perLine: Math.max(1, Math.floor((parent.width - Theme.space4 * 2 + spacing) / (metrics.width + spacing)))

            anchors.centerIn: parent
            width: Math.min(4, perLine) * (metrics.width + spacing) - spacing + 1
            spacing: Theme.space6

            Repeater {
                model: part.security.recoveryCode.length > 0 ? part.security.recoveryCode.split(" ") : []

                Text {
                    required property string modelData

                    width: metrics.width
                    text: modelData
                    color: Theme.inkStrong
                    font: metrics.font
                    textFormat: Text.PlainText
                    Accessible.ignored: true
                }
            }
        }
        TextMetrics {
            id: metrics

            text: "M".repeat(4)
            font.family: Theme.monoFamily
            font.pixelSize: Theme.sizeTitleM
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        ActionButton {
            id: copy

            icon.name: "edit-copy"
            text: qsTr("Copy")
            onClicked: part.security.copyCode()
        }
        ActionButton {
            icon.name: "document-save"
            text: qsTr("Save to a file…")
            onClicked: saver.open()
        }
    }
    Tick {
        id: tick

        Layout.fillWidth: true
        text: qsTr("I have kept my recovery code in a safe place")
    }
    FileDialog {
        id: saver

        title: qsTr("Save the recovery code")
        fileMode: FileDialog.SaveFile
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        selectedFile: currentFolder + "/" + encodeURIComponent(qsTr("recovery-code.txt"))
        onAccepted: part.security.saveCode(selectedFile)
    }
}
