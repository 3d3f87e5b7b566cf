// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DevicesSection: one's own devices; several of them can be signed out at once.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Section {
    id: section

    required property DevicesViewModel devices
    required property VerificationViewModel verification
    required property SecuritySheets sheets
    property bool choosing: false
    property list<string> chosen: []

    function choose(device: string, on: bool) {
        const rest = chosen.filter(each => each !== device);
        chosen = on ? rest.concat([device]) : rest;
    }

    title: qsTr("My devices")
    intro: qsTr("Where you are signed in. Sign out what you no longer use or do not know.")

    Fault {
        text: section.devices.errorText
        action: qsTr("Try again")
        onActed: section.devices.refresh()
    }
    Skeleton {
        Layout.fillWidth: true
        visible: !section.devices.loaded && section.devices.errorText.length === 0
        rows: 2
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: section.devices.loaded
        spacing: 0

        Repeater {
            model: section.devices.model

            DeviceRow {
                Layout.fillWidth: true
                choosing: section.choosing
                chosen: section.chosen.includes(device)
                onChosenChanged2: on => section.choose(device, on)
                onRenameRequested: section.sheets.rename(device, name)
                onVerifyRequested: section.verification.verifyOwn(device)
                onSignOutRequested: section.sheets.signOut([device], name)
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        visible: section.devices.others > 1
        spacing: Theme.space2

        ActionButton {
            visible: !section.choosing
            text: qsTr("Sign out several…")
            onClicked: {
                section.chosen = [];
                section.choosing = true;
            }
        }
        ActionButton {
            visible: section.choosing
            kind: ActionButton.Danger
            enabled: section.chosen.length > 0
            text: section.chosen.length > 0 ? qsTr("Sign out %n device(s)", "", section.chosen.length) : qsTr("Choose devices")
            onClicked: section.sheets.signOut(section.chosen, "")
        }
        ActionButton {
            visible: section.choosing
            text: qsTr("Cancel")
            onClicked: section.choosing = false
        }
    }
    Connections {
        target: section.devices

        function onDone() {
            section.choosing = false;
            section.chosen = [];
        }
    }
}
