// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RecoveryDialog: sets up recovery, or makes a new identity: password, then the code to be kept.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FlowDialog {
    id: dialog

    enum Purpose {
        SetUp,
        Replace, //!< a new code in place of one that was lost; nothing else changes
        Reset
    }

    required property SecurityViewModel security
    property int purpose: RecoveryDialog.SetUp
    property bool understood: false
    readonly property bool resetting: purpose === RecoveryDialog.Reset
    readonly property bool replacing: purpose === RecoveryDialog.Replace
    property bool first: false
    readonly property bool working: security.step === SecurityViewModel.Step.Working
    readonly property bool showsCode: security.step === SecurityViewModel.Step.ShowCode
    readonly property bool warns: resetting && !understood
    readonly property bool differ: again.text.length > 0 && again.text !== passphrase.text

    //! Nothing was asked for yet: what is needed may still turn out to be another thing.
    readonly property bool untouched: purpose === RecoveryDialog.SetUp && security.step === SecurityViewModel.Step.Idle
    property bool given: false

    signal later
    signal finished(bool done)

    function show(wanted: int, atFirst: bool) {
        purpose = wanted;
        given = false;
        first = atFirst;
        understood = false;
        consequences.checked = false;
        code.kept = false;
        extra.checked = false;
        for (const each of [password, passphrase, again]) {
            each.clear();
        }
        security.begin();
        open();
    }
    //! Gives way to another dialog; nothing was put off.
    function give(then: var) {
        given = true;
        close();
        then();
    }
    function act() {
        if (working) {
            return;
        }
        if (showsCode) {
            if (code.kept) {
                security.finish();
                close();
            }
        } else if (warns) {
            understood = consequences.checked;
            Qt.callLater(password.grab);
        } else if (mainEnabled) {
            const words = extra.checked ? passphrase.text : "";
            if (resetting) {
                security.reset(password.text, words);
            } else {
                security.setUp(password.text, words);
            }
        }
    }

    title: showsCode ? qsTr("Your recovery code") : resetting ? qsTr("Reset the digital identity?") : replacing ? qsTr("New recovery code") : qsTr("Protect your messages")
    busy: working
    canLeave: !working && !showsCode
    cancelAction: first ? qsTr("Later") : ""
    dangerous: resetting && !showsCode
    mainAction: showsCode ? qsTr("Finish") : warns ? qsTr("Continue") : resetting ? qsTr("Make a new identity") : replacing ? qsTr("Make a new code") : qsTr("Make my recovery code")
    mainEnabled: showsCode ? code.kept : warns ? consequences.checked : password.text.length > 0 && (!extra.checked || passphrase.text.length >= 8 && again.text === passphrase.text)
    onOpened: {
        if (warns) {
            consequences.forceActiveFocus(Qt.TabFocusReason);
        } else {
            password.grab();
        }
    }
    onMainRequested: act()
    onClosed: {
        for (const each of [password, passphrase, again]) {
            each.clear();
        }
        const done = security.step === SecurityViewModel.Step.Done;
        if (!working && !done) {
            if (first && !given) {
                later();
            }
            security.begin();
        }
        finished(done);
    }

    Connections {
        target: dialog.security
        enabled: dialog.opened

        function onFlowChanged() {
            if (dialog.security.step === SecurityViewModel.Step.Refused) {
                password.grab();
            } else if (dialog.showsCode) {
                code.focusFirst();
            }
        }
    }

    ColumnLayout {
        visible: dialog.warns && !dialog.showsCode
        spacing: Theme.space3

        Prose {
            text: qsTr("You get a new identity and a new recovery code in place of the old ones.")
        }
        Repeater {
            model: [qsTr("Former messages whose keys are only in your backup stay locked for ever."), qsTr("Your contacts see a warning and must verify you again."), qsTr("Your other devices must be confirmed again.")]

            RowLayout {
                id: line

                required property string modelData

                spacing: Theme.space2

                Glyph {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 2
                    source: "qrc:/icons/warning.svg"
                    size: Theme.glyph
                    color: Theme.warning
                }
                Prose {
                    text: line.modelData
                }
            }
        }
        Tick {
            id: consequences

            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            text: qsTr("I understand that this cannot be undone")
        }
    }
    ColumnLayout {
        visible: !dialog.warns && !dialog.working && !dialog.showsCode
        spacing: Theme.space4

        Prose {
            text: dialog.resetting ? qsTr("Your password shows that it is you.") : dialog.replacing ? qsTr("The code that you have lost stops working. Your messages and devices stay as they are. Your password shows that it is you.") : qsTr("Your messages are encrypted: only your devices can read them. A recovery code lets you read them again when you lose this computer. Your password is asked for once.")
        }
        Field {
            id: password

            Layout.fillWidth: true
            label: qsTr("Password of your account")
            secret: true
            fault: dialog.security.errorText
            onAccepted: dialog.act()
        }
        Tick {
            id: extra

            Layout.fillWidth: true
            text: qsTr("Add a passphrase that I can remember (optional)")
        }
        Field {
            id: passphrase

            Layout.fillWidth: true
            visible: extra.checked
            label: qsTr("Passphrase")
            hint: qsTr("At least 8 characters, and not your password. It works like the code.")
            secret: true
            onAccepted: again.grab()
        }
        Field {
            id: again

            Layout.fillWidth: true
            visible: extra.checked
            label: qsTr("The same passphrase again")
            secret: true
            fault: dialog.differ ? qsTr("The two passphrases differ.") : ""
            onAccepted: dialog.act()
        }
    }
    Waiting {
        visible: dialog.working
        text: qsTr("Making your keys… This takes a few seconds.")
    }
    CodePart {
        id: code

        visible: dialog.showsCode
        security: dialog.security
    }
}
