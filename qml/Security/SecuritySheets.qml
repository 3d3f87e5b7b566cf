// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SecuritySheets: every sheet about security, opened from wherever it is needed.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App

Item {
    id: sheets

    required property App app

    function setUp() {
        recovery.show(false, false);
    }
    function reset() {
        recovery.show(true, false);
    }
    function confirm() {
        confirmDevice.show(false);
    }
    function restore() {
        restoreDialog.show();
    }
    function rename(device: string, name: string) {
        renameDialog.show(device, name);
    }
    function signOut(devices: list<string>, name: string) {
        signOutDialog.show(devices, name, false);
    }
    function strangerSignedIn(device: string, name: string) {
        signOutDialog.show([device], name, true);
    }
    function exportKeys() {
        keys.pick(true);
    }
    function importKeys() {
        keys.pick(false);
    }
    function person(user: string, name: string, room: string) {
        personDialog.show(user, name, room);
    }
    //! After a sign-in, or from the reminder: the one thing that is missing.
    function whatIsNeeded(first: bool) {
        switch (app.security.state) {
        case SecurityViewModel.State.SetUp:
            recovery.show(false, first);
            break;
        case SecurityViewModel.State.Confirm:
            confirmDevice.show(first);
            break;
        case SecurityViewModel.State.Restore:
            restoreDialog.show();
            break;
        }
    }

    Connections {
        target: sheets.app.reminder

        function onWelcome() {
            sheets.whatIsNeeded(true);
        }
    }
    Connections {
        target: sheets.app.verification

        function onWanted() {
            personDialog.close();
            verification.open();
        }
    }
    RecoveryDialog {
        id: recovery

        security: sheets.app.security
        onLater: sheets.app.reminder.later()
    }
    ConfirmDeviceDialog {
        id: confirmDevice

        onByDevice: sheets.app.verification.verifyOwn("")
        onByCode: sheets.restore()
        onResetRequested: sheets.reset()
        onLater: sheets.app.reminder.later()
    }
    RestoreDialog {
        id: restoreDialog

        security: sheets.app.security
        onResetRequested: sheets.reset()
    }
    SignOutDevicesDialog {
        id: signOutDialog

        devices: sheets.app.devices
    }
    RenameDialog {
        id: renameDialog

        devices: sheets.app.devices
    }
    KeysDialog {
        id: keys

        security: sheets.app.security
    }
    PersonDialog {
        id: personDialog

        trust: sheets.app.trust
        security: sheets.app.security
        onVerifyRequested: (user, name, room) => sheets.app.verification.verify(user, name, "", room)
    }
    VerificationDialog {
        id: verification

        verification: sheets.app.verification
    }
}
