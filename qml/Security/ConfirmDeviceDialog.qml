// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ConfirmDeviceDialog: first step of confirming this device: by which way. The steps after it lead
// back here until the device is confirmed or the person puts it off.
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
    signal putOff(bool first)

    //! `atFirst`: by itself, after the sign-in.
    function show(atFirst: bool) {
        first = atFirst;
        left = false;
        open();
    }
    //! Another step goes on; nothing was put off.
    function leave() {
        left = true;
        close();
    }

    title: qsTr("Confirm this device")
    cancelAction: first ? qsTr("Later") : qsTr("Cancel")
    firstFocus: device
    onClosed: {
        if (!left) {
            putOff(first);
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
        onClicked: {
            dialog.leave();
            dialog.byDevice();
        }
    }
    WayButton {
        Layout.fillWidth: true
        glyph: "password-copy"
        text: qsTr("With my recovery code")
        hint: qsTr("The code of 48 characters that you kept, or your passphrase.")
        onClicked: {
            dialog.leave();
            dialog.byCode();
        }
    }
    ActionButton {
        leftPadding: 0
        kind: ActionButton.Quiet
        text: qsTr("I have neither of them")
        onClicked: {
            dialog.leave();
            dialog.resetRequested();
        }
    }
}
