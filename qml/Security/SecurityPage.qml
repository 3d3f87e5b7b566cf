// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SecurityPage: security and privacy of the account. All well is one line; else one thing to do.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FormPage {
    id: page

    required property App app
    required property SecuritySheets sheets
    readonly property SecurityViewModel security: app.security

    signal diagnosticRequested

    title: qsTr("Security and privacy")
    backName: qsTr("Back to the conversations")
    Component.onCompleted: {
        security.refresh();
        app.devices.refresh();
        focusFirst();
    }

    StatusCard {
        Layout.fillWidth: true
        security: page.security
        onSetUpRequested: page.sheets.setUp()
        onConfirmRequested: page.sheets.confirm()
        onRestoreRequested: page.sheets.restore()
        onSignOutRequested: page.sheets.signOutHere()
        onItWasMe: page.app.trust.acknowledge(page.app.userId)
        onItWasNotMe: page.sheets.reset()
    }
    BackupStrip {
        Layout.fillWidth: true
        radius: Theme.radius
        security: page.security
    }
    RecoverySection {
        Layout.fillWidth: true
        security: page.security
        onSetUpRequested: page.sheets.setUp()
        onReplaceRequested: page.sheets.replaceCode()
        onRestoreRequested: page.sheets.restore()
        onResetRequested: page.sheets.reset()
    }
    DevicesSection {
        Layout.fillWidth: true
        devices: page.app.devices
        verification: page.app.verification
        sheets: page.sheets
    }
    SharingSection {
        Layout.fillWidth: true
        security: page.security
    }
    KeysSection {
        Layout.fillWidth: true
        sheets: page.sheets
    }
    Section {
        Layout.fillWidth: true
        visible: page.security.canReset && page.security.state !== SecurityViewModel.State.KeysForeign
        title: qsTr("New digital identity")
        intro: qsTr("Only when you have lost your recovery code and all your other devices, or when somebody else may have your code.")

        ActionButton {
            text: qsTr("Reset the digital identity…")
            onClicked: page.sheets.reset()
        }
    }
    Section {
        Layout.fillWidth: true
        title: qsTr("State of encryption")
        intro: qsTr("Figures for whoever helps you when messages stay locked. Nothing is sent.")

        ActionButton {
            text: qsTr("Show the diagnostic")
            onClicked: page.diagnosticRequested()
        }
    }
}
