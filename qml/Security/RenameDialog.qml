// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RenameDialog: another name for a device. Contacts can see it.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls

FlowDialog {
    id: dialog

    required property DevicesViewModel devices
    property string device: ""

    function show(device: string, name: string) {
        dialog.device = device;
        field.text = name;
        devices.begin();
        open();
    }

    title: qsTr("Rename the device")
    busy: devices.busy
    mainAction: qsTr("Rename")
    mainEnabled: field.text.trim().length > 0
    onOpened: field.grab()
    onMainRequested: devices.rename(device, field.text)

    Connections {
        target: dialog.devices
        enabled: dialog.opened

        function onDone() {
            dialog.close();
        }
    }

    Field {
        id: field

        Layout.fillWidth: true
        label: qsTr("Name")
        hint: qsTr("Your contacts can see it.")
        readOnly: dialog.devices.busy
        fault: dialog.devices.actError
        onAccepted: dialog.ask()
    }
}
