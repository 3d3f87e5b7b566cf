// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AccountStrips: what concerns the whole account: keys of another's, an older profile, replaced
// identity, new sign-in, a backup that is not wanted elsewhere, a gentle reminder.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls

ColumnLayout {
    id: strips

    required property App app
    required property SecuritySheets sheets
    readonly property bool foreign: app.security.state === SecurityViewModel.State.KeysForeign
    readonly property bool replaced: app.security.state === SecurityViewModel.State.IdentityReplaced

    signal pageRequested

    spacing: 1 // so that one can tell them apart

    Strip {
        Layout.fillWidth: true
        tone: Strip.Error
        text: strips.foreign ? qsTr("This device must be signed in again: the server has keys for it that are not its own. Nothing is sent from here.") : ""
        action: qsTr("See what to do")
        onActed: strips.pageRequested()
        onTextChanged: {
            if (text.length > 0) {
                Accessible.announce(text, Accessible.Polite);
            }
        }
    }
    Strip {
        Layout.fillWidth: true
        visible: strips.replaced
        tone: Strip.Error
        text: qsTr("Your digital identity was replaced. If it was not you, somebody knows your password.")
        action: qsTr("See what to do")
        onActed: strips.pageRequested()
    }
    Strip {
        Layout.fillWidth: true
        visible: strips.app.security.restored
        glyph: "qrc:/icons/shield-alert.svg"
        text: qsTr("An older copy of your data was put back on this computer. New messages are protected by new keys; some recent ones may be missing or stay unreadable.")
        action: qsTr("Understood")
        onActed: strips.app.security.restoredSeen()
    }
    Strip {
        id: fresh

        Layout.fillWidth: true
        visible: strips.app.devices.freshDevice.length > 0
        tone: Strip.Warning
        text: visible ? qsTr("New sign-in: %1. Was it you?").arg(strips.app.devices.freshName) : ""
        action: qsTr("Yes")
        otherAction: qsTr("No, sign it out")
        onActed: {
            const device = strips.app.devices.freshDevice;
            strips.app.devices.seen();
            strips.app.verification.verifyOwn(device);
        }
        onActedOther: strips.sheets.strangerSignedIn(strips.app.devices.freshDevice, strips.app.devices.freshName)
        onTextChanged: {
            if (text.length > 0) {
                Accessible.announce(text, Accessible.Polite);
            }
        }
    }
    BackupStrip {
        Layout.fillWidth: true
        security: strips.app.security
    }
    Strip {
        Layout.fillWidth: true
        visible: strips.app.reminder.shown && !strips.replaced && !fresh.visible
        glyph: "qrc:/icons/shield-alert.svg"
        text: strips.app.security.state === SecurityViewModel.State.SetUp ? qsTr("Set up a recovery code, or you lose your messages with this computer.") : qsTr("Confirm this device to read your former messages.")
        action: strips.app.security.state === SecurityViewModel.State.SetUp ? qsTr("Set up recovery") : qsTr("Confirm")
        otherAction: qsTr("Later")
        onActed: strips.sheets.whatIsNeeded(false)
        onActedOther: strips.app.reminder.later()
    }
}
