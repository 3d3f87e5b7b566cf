// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ReadyPart: both want to verify: by symbols, by showing a code, or by a picture of the other's.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

ColumnLayout {
    id: part

    required property VerificationViewModel verification
    required property CameraViewModel camera
    readonly property bool qr: verification.canShowQr || verification.canScanQr
    property int way: 0

    signal told(Item sentence)

    // The camera is on only while its picture is looked at.
    onVisibleChanged: camera?.stop()
    onWayChanged: camera?.stop()

    spacing: Theme.space4

    Choices {
        Layout.fillWidth: true
        visible: part.qr && part.verification.canSas
        choices: [qsTr("Symbols"), qsTr("QR code")]
        current: part.way
        onChosen: index => part.way = index
    }
    ColumnLayout {
        visible: part.way === 0 && part.verification.canSas
        spacing: Theme.space4

        Prose {
            text: part.verification.own ? qsTr("Both devices show seven symbols. You compare them.") : qsTr("Both of you see seven symbols. Read them to each other by telephone or side by side, not by message.")
        }
        ActionButton {
            kind: ActionButton.Primary
            enabled: !part.verification.busy
            text: qsTr("Show the symbols")
            onClicked: part.verification.startEmoji()
        }
    }
    ColumnLayout {
        visible: part.qr && (part.way === 1 || !part.verification.canSas)
        spacing: Theme.space4

        Prose {
            visible: part.verification.canShowQr
            text: qsTr("Scan this code with the other device.")
        }
        QrPicture {
            Layout.alignment: Qt.AlignHCenter
            visible: part.verification.canShowQr
            rows: part.verification.qrRows
        }
        Prose {
            visible: part.verification.canScanQr
            text: part.verification.canShowQr ? qsTr("Or the other way round: read the code of the other device here.") : qsTr("Read the code of the other device here.")
        }
        CameraPart {
            Layout.fillWidth: true
            visible: part.verification.canScanQr
            camera: part.camera
            onTold: sentence => part.told(sentence)
        }
        Flow {
            Layout.fillWidth: true
            visible: part.verification.canScanQr
            spacing: Theme.space2

            ActionButton {
                icon.name: "document-open"
                enabled: !part.verification.busy
                text: qsTr("Open a picture…")
                onClicked: opener.open()
            }
            ActionButton {
                icon.name: "edit-paste"
                enabled: !part.verification.busy
                text: qsTr("Paste a picture")
                onClicked: part.verification.scanClipboard()
            }
        }
    }
    FileDialog {
        id: opener

        title: qsTr("Picture of a QR code")
        nameFilters: [qsTr("Pictures (%1)").arg("*.png *.jpg *.jpeg *.webp *.bmp *.gif")]
        onAccepted: part.verification.scanFile(selectedFile)
    }
}
