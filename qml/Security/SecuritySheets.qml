// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SecuritySheets: every dialog of security, one of each, for whoever wants to open one.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App

Item {
    id: sheets

    required property App app
    //! This device is being confirmed: what is broken off leads back to the choice of ways.
    property bool confirming: false

    function setUp() {
        recovery.show(RecoveryDialog.SetUp, false);
    }
    function replaceCode() {
        recovery.show(RecoveryDialog.Replace, false);
    }
    function reset() {
        recovery.show(RecoveryDialog.Reset, false);
    }
    function confirm() {
        confirming = true;
        confirmDevice.show(false);
    }
    function restore() {
        restoreDialog.show(confirming);
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
    function signOutHere() {
        signOutHereDialog.show();
    }
    function exportKeys() {
        keys.pick(true);
    }
    function importKeys() {
        keys.pick(false);
    }
    function person(user: string, name: string, avatar: string, room: string) {
        personDialog.show(user, name, avatar, room);
    }
    function members(room: string) {
        membersDialog.show(room);
    }
    //! After a sign-in, or from a reminder: the one thing that is missing.
    function whatIsNeeded(first: bool) {
        switch (app.security.state) {
        case SecurityViewModel.State.SetUp:
            recovery.show(RecoveryDialog.SetUp, first);
            break;
        case SecurityViewModel.State.Confirm:
            confirming = true;
            confirmDevice.show(first);
            break;
        case SecurityViewModel.State.Restore:
            restoreDialog.show(false);
            break;
        }
    }
    //! A step of confirming has ended.
    function stepEnded(done: bool) {
        if (!confirming) {
            return;
        }
        if (done || app.security.state !== SecurityViewModel.State.Confirm) {
            confirming = false;
        } else {
            confirmDevice.show(confirmDevice.first);
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
            membersDialog.close();
            if (confirmDevice.opened) {
                confirmDevice.leave();
            }
            verification.open();
        }
    }
    Connections {
        target: sheets.app.security

        // By another of the person's devices, for example.
        function onStatusChanged() {
            if (recovery.opened && recovery.untouched && sheets.app.security.state === SecurityViewModel.State.Confirm) {
                recovery.give(() => sheets.whatIsNeeded(recovery.first));
            }
            if (confirmDevice.opened && sheets.app.security.state === SecurityViewModel.State.Well) {
                confirmDevice.leave();
                sheets.confirming = false;
            }
        }
    }
    RecoveryDialog {
        id: recovery

        security: sheets.app.security
        onLater: sheets.app.reminder.later()
        onFinished: done => sheets.stepEnded(done)
    }
    ConfirmDeviceDialog {
        id: confirmDevice

        onByDevice: sheets.app.verification.verifyOwn("")
        onByCode: sheets.restore()
        onResetRequested: sheets.reset()
        onPutOff: first => {
            sheets.confirming = false;
            if (first) {
                sheets.app.reminder.later();
            }
        }
    }
    RestoreDialog {
        id: restoreDialog

        security: sheets.app.security
        onResetRequested: sheets.reset()
        onFinished: done => sheets.stepEnded(done)
    }
    SignOutDevicesDialog {
        id: signOutDialog

        devices: sheets.app.devices
    }
    SignOutDialog {
        id: signOutHereDialog

        app: sheets.app
        onSetUpRequested: sheets.app.security.state === SecurityViewModel.State.SetUp ? sheets.setUp() : sheets.whatIsNeeded(false)
    }
    RenameDialog {
        id: renameDialog

        devices: sheets.app.devices
    }
    KeysDialog {
        id: keys

        files: sheets.app.keyFiles
    }
    MembersDialog {
        id: membersDialog

        app: sheets.app
        onPersonRequested: (user, name, avatar) => personDialog.show(user, name, avatar, "")
    }
    PersonDialog {
        id: personDialog

        app: sheets.app
        onVerifyRequested: (user, name, room) => sheets.app.verification.verify(user, name, "", room)
    }
    VerificationDialog {
        id: verification

        verification: sheets.app.verification
        camera: sheets.app.camera
        onFinished: done => sheets.stepEnded(done)
    }
}
