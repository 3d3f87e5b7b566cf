// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SignOutDevicesDialog: signs devices out; the password shows that it is their owner who asks.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls

FlowDialog {
    id: dialog

    required property DevicesViewModel devices
    property list<string> ids: []
    property string name: ""
    property bool stranger: false

    //! `stranger`: it was somebody else who signed in.
    function show(ids: list<string>, name: string, stranger: bool) {
        dialog.ids = ids;
        dialog.name = name;
        dialog.stranger = stranger;
        password.clear();
        devices.begin();
        open();
    }

    title: stranger ? qsTr("Sign this device out now") : name.length > 0 ? qsTr("Sign out “%1”?").arg(name) : qsTr("Sign out %n device(s)?", "", ids.length)
    busy: devices.busy
    dangerous: true
    mainAction: qsTr("Sign out")
    mainEnabled: password.text.length > 0
    onOpened: password.grab()
    onMainRequested: devices.signOut(ids, password.text)
    onClosed: {
        password.clear();
        devices.begin();
    }

    Connections {
        target: dialog.devices
        enabled: dialog.opened

        function onDone() {
            dialog.close();
        }
        function onActChanged() {
            if (dialog.devices.actError.length > 0) {
                password.grab();
            }
        }
    }

    Prose {
        text: dialog.stranger ? qsTr("“%1” loses access to your messages at once. Then change your password: whoever signed in knows it.").arg(dialog.name) : qsTr("It loses access to your messages. Messages whose keys are only there stay locked.")
    }
    Field {
        id: password

        Layout.fillWidth: true
        label: qsTr("Password of your account")
        secret: true
        readOnly: dialog.devices.busy
        fault: dialog.devices.actError
        onAccepted: dialog.ask()
    }
}
