// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RecoverySection: the recovery code: set up, used, lost.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Section {
    id: section

    required property SecurityViewModel security
    readonly property bool restoring: security.restoringTotal > 0
    readonly property bool working: security.step === SecurityViewModel.Step.Working

    signal setUpRequested
    signal replaceRequested
    signal restoreRequested
    signal resetRequested

    title: qsTr("Recovery code")
    intro: security.recovery ? qsTr("It opens your messages on a new device. Keep it outside of this computer: nobody can give it to you again.") : qsTr("With a recovery code you read your messages again on another device, even when you have lost this one.")

    Prose {
        visible: section.security.recovery && section.security.roomKeys > 0 && !section.restoring
        color: Theme.inkSoft
        font.pixelSize: Theme.sizeLabel
        text: qsTr("%1 of %2 message keys are in your backup.").arg(section.security.backedUp).arg(section.security.roomKeys)
    }
    ColumnLayout {
        visible: section.restoring
        spacing: Theme.space1

        Prose {
            color: Theme.inkSoft
            font.pixelSize: Theme.sizeLabel
            text: qsTr("Restoring your messages: %1 of %2").arg(section.security.restoringDone).arg(section.security.restoringTotal)
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 4
            radius: 2
            color: Theme.line

            Rectangle {
                width: parent.width * section.security.restoringDone / Math.max(1, section.security.restoringTotal)
                height: parent.height
                radius: 2
                color: Theme.accent
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        visible: section.security.state !== SecurityViewModel.State.KeysForeign
        spacing: Theme.space2

        ActionButton {
            visible: !section.security.recovery && section.security.state === SecurityViewModel.State.SetUp
            text: qsTr("Set up recovery")
            onClicked: section.setUpRequested()
        }
        ActionButton {
            visible: section.security.recovery && section.security.state === SecurityViewModel.State.Well && !section.restoring
            enabled: !section.working
            text: qsTr("Restore all messages")
            onClicked: section.security.restoreHistory()
        }
        ActionButton {
            visible: section.security.recovery && section.security.state !== SecurityViewModel.State.Well
            text: qsTr("Enter the recovery code")
            onClicked: section.restoreRequested()
        }
        ActionButton {
            visible: section.security.recovery
            kind: ActionButton.Quiet
            text: qsTr("I have lost my code")
            // Where this device can read the backup a new code is made and nothing is lost.
            onClicked: section.security.state === SecurityViewModel.State.Well ? section.replaceRequested() : section.resetRequested()
        }
    }
}
