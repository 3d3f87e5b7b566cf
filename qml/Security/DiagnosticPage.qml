// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DiagnosticPage: encryption in figures. It is shown and copied, never sent.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FormPage {
    id: page

    required property App app
    readonly property DiagnosticViewModel diagnostic: app.diagnostic

    title: qsTr("Diagnostic of encryption")
    backName: qsTr("Back to security")
    Component.onCompleted: {
        diagnostic.refresh();
        app.devices.refresh();
        focusFirst();
    }

    Section {
        Layout.fillWidth: true
        title: qsTr("Locked messages")
        intro: page.diagnostic.causes.length > 0 ? "" : qsTr("No message is locked on this device.")

        Repeater {
            model: page.diagnostic.causes

            ColumnLayout {
                id: cause

                required property var modelData

                spacing: 2
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2", "why messages are locked, then how many").arg(modelData.cause).arg(modelData.count) + ". " + modelData.help

                FactLine {
                    Layout.fillWidth: true
                    label: cause.modelData.cause
                    value: Number(cause.modelData.count).toLocaleString(Qt.locale(), "f", 0)
                    strong: true
                }
                Prose {
                    color: Theme.inkSoft
                    font.pixelSize: Theme.sizeLabel
                    text: cause.modelData.help
                    Accessible.ignored: true
                }
            }
        }
    }
    Section {
        Layout.fillWidth: true
        title: qsTr("Keys and backup")

        Repeater {
            model: page.diagnostic.facts

            FactLine {
                required property var modelData

                Layout.fillWidth: true
                label: modelData.label
                value: modelData.value
            }
        }
    }
    Section {
        Layout.fillWidth: true
        title: qsTr("Fingerprints")
        intro: qsTr("They name your keys. Compare them with what another device shows.")

        FingerprintBlock {
            Layout.fillWidth: true
            label: qsTr("Name of this device")
            value: page.app.devices.deviceId
            onCopyRequested: value => page.app.security.copyText(value)
        }
        FingerprintBlock {
            Layout.fillWidth: true
            label: qsTr("Fingerprint of this device")
            value: page.app.devices.fingerprint
            onCopyRequested: value => page.app.security.copyText(value)
        }
        FingerprintBlock {
            Layout.fillWidth: true
            label: qsTr("Fingerprint of the digital identity")
            value: page.diagnostic.identityFingerprint
            onCopyRequested: value => page.app.security.copyText(value)
        }
    }
    Section {
        Layout.fillWidth: true
        title: qsTr("Ask for help")
        intro: qsTr("The text holds these figures only: no name, no address, no fingerprint, no message.")

        ActionButton {
            icon.name: "edit-copy"
            text: qsTr("Copy as text")
            onClicked: page.diagnostic.copy()
        }
    }
}
