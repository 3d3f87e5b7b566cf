// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ConfirmDeviceDialog: two ways of showing that this device is one's own.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Controls

FlowDialog {
    id: dialog

    property bool first: false
    property bool left: false

    signal byDevice
    signal byCode
    signal resetRequested
    signal later

    function show(atFirst: bool) {
        first = atFirst;
        left = false;
        open();
    }
    function leave(then: var) {
        left = true;
        close();
        then();
    }

    title: qsTr("Confirm this device")
    cancelAction: first ? qsTr("Later") : qsTr("Cancel")
    firstFocus: device
    onClosed: {
        if (first && !left) {
            later();
        }
    }

    Prose {
        text: qsTr("Your account is already in use elsewhere. Show that this device is yours: your contacts trust it, and you read your former messages.")
    }
    WayButton {
        id: device

        Layout.fillWidth: true
        glyph: "smartphone"
        text: qsTr("With another device")
        hint: qsTr("Compare seven symbols or scan a code with a device where you are signed in.")
        onClicked: dialog.leave(dialog.byDevice)
    }
    WayButton {
        Layout.fillWidth: true
        glyph: "password-copy"
        text: qsTr("With my recovery code")
        hint: qsTr("The code of 48 characters that you kept, or your passphrase.")
        onClicked: dialog.leave(dialog.byCode)
    }
    ActionButton {
        leftPadding: 0
        kind: ActionButton.Quiet
        text: qsTr("I have neither of them")
        onClicked: dialog.leave(dialog.resetRequested)
    }
}
