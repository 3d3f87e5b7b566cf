// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RestoreDialog: the recovery code, or the passphrase, brings identity and former messages here.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FlowDialog {
    id: dialog

    required property SecurityViewModel security
    property int way: 0
    readonly property Field field: way === 0 ? code : passphrase
    readonly property bool working: security.step === SecurityViewModel.Step.Working
    readonly property bool done: security.step === SecurityViewModel.Step.Done

    property bool step: false
    property bool left: false

    signal resetRequested
    signal finished(bool done)

    //! `ofConfirming`: the way out leads back to the choice of ways.
    function show(ofConfirming: bool) {
        step = ofConfirming;
        left = false;
        way = 0;
        code.clear();
        passphrase.clear();
        security.begin();
        open();
    }
    function act() {
        if (done) {
            close();
        } else if (mainEnabled && !working) {
            security.restore(way === 0 ? code.text : "", way === 1 ? passphrase.text : "");
        }
    }

    title: done ? qsTr("This device is confirmed") : qsTr("Enter your recovery code")
    busy: working
    canLeave: !working && !done
    mainAction: done ? qsTr("Finish") : qsTr("Continue")
    mainEnabled: done || field.text.trim().length > 0
    onOpened: field.grab()
    onMainRequested: act()
    cancelAction: step ? qsTr("Back") : ""
    onClosed: {
        const well = done;
        code.clear();
        passphrase.clear();
        if (!working) {
            security.begin();
        }
        if (!left) {
            finished(well);
        }
    }

    Connections {
        target: dialog.security
        enabled: dialog.opened

        function onFlowChanged() {
            if (dialog.security.step === SecurityViewModel.Step.Refused) {
                dialog.field.grab();
            }
        }
    }

    ColumnLayout {
        visible: !dialog.working && !dialog.done
        spacing: Theme.space4

        Choices {
            Layout.fillWidth: true
            choices: [qsTr("Recovery code"), qsTr("Passphrase")]
            current: dialog.way
            onChosen: index => {
                dialog.way = index;
                dialog.security.begin();
            }
        }
        Field {
            id: code

            Layout.fillWidth: true
            visible: dialog.way === 0
            label: qsTr("Recovery code")
            hint: qsTr("48 characters; spaces do not matter, capitals do.")
            inputHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            fault: dialog.way === 0 ? dialog.security.errorText : ""
            onAccepted: dialog.act()
        }
        Field {
            id: passphrase

            Layout.fillWidth: true
            visible: dialog.way === 1
            label: qsTr("Passphrase")
            hint: qsTr("The one that you chose with your recovery code.")
            secret: true
            fault: dialog.way === 1 ? dialog.security.errorText : ""
            onAccepted: dialog.act()
        }
        ActionButton {
            leftPadding: 0
            kind: ActionButton.Quiet
            text: qsTr("I have neither of them")
            onClicked: {
                dialog.left = true;
                dialog.close();
                dialog.resetRequested();
            }
        }
    }
    Waiting {
        visible: dialog.working
        text: qsTr("Opening your backup…")
    }
    Prose {
        visible: dialog.done
        text: qsTr("Your former messages are being unlocked. This goes on while you use the program.")
    }
}
