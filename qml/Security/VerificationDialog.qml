// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// VerificationDialog: one verification from the request to its end.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FlowDialog {
    id: dialog

    required property VerificationViewModel verification
    required property CameraViewModel camera
    readonly property int step: verification.state
    readonly property bool asked: step === VerificationViewModel.State.Requested && verification.incoming
    readonly property bool choosing: step === VerificationViewModel.State.Ready
    readonly property bool comparing: step === VerificationViewModel.State.Sas
    readonly property bool ended: [VerificationViewModel.State.Done, VerificationViewModel.State.Cancelled, VerificationViewModel.State.Failed].includes(step)
    readonly property string who: verification.own ? qsTr("your other device") : verification.personName

    signal finished(bool done)

    //! What had the keyboard is gone with the step before.
    function leadFocus() {
        if (!opened) {
            return;
        }
        if (comparing) {
            symbols.focusFirst();
        } else if (ended || step === VerificationViewModel.State.Confirmed) {
            focusWayOut();
        } else {
            contentItem.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
        }
    }

    readonly property string waiting: {
        switch (step) {
        case VerificationViewModel.State.Starting:
            return qsTr("Sending the request…");
        case VerificationViewModel.State.Requested:
            return asked ? "" : verification.own ? qsTr("Accept the request on your other device. Open Tchap there if nothing appears.") : qsTr("Waiting for %1 to accept. Call them so that they look now.").arg(who);
        case VerificationViewModel.State.Started:
            return qsTr("Preparing the symbols…");
        case VerificationViewModel.State.Confirmed:
            return qsTr("Waiting for %1 to confirm.").arg(who);
        default:
            return "";
        }
    }

    width: Math.min(Math.round((comparing ? 620 : 500) * Theme.scale), (parent ? parent.width : 500) - Theme.space6)
    title: {
        switch (step) {
        case VerificationViewModel.State.Done:
            return verification.own ? qsTr("The device is verified") : qsTr("%1 is verified").arg(who);
        case VerificationViewModel.State.Cancelled:
        case VerificationViewModel.State.Failed:
            return qsTr("Not verified");
        case VerificationViewModel.State.Sas:
            return symbols.numbers ? qsTr("Do you see the same numbers?") : qsTr("Do you see the same symbols?");
        case VerificationViewModel.State.Scanned:
            return qsTr("Does the other device say that it worked?");
        default:
            return verification.own ? qsTr("Verify a device") : qsTr("Verify %1").arg(who);
        }
    }
    onStepChanged: Qt.callLater(leadFocus)
    busy: verification.busy
    mainAction: ended ? "" : asked ? qsTr("Accept") : comparing ? qsTr("They match") : step === VerificationViewModel.State.Scanned ? qsTr("Yes") : ""
    cancelAction: ended ? qsTr("Close") : asked ? qsTr("Decline") : comparing ? qsTr("They do not match") : step === VerificationViewModel.State.Scanned ? qsTr("No") : qsTr("Cancel")
    onMainRequested: asked ? verification.accept() : verification.match()
    // The way out means something else where a comparison is asked for.
    leavesBy: () => {
        if (comparing || step === VerificationViewModel.State.Scanned) {
            verification.mismatch();
        } else {
            close();
        }
    }
    onClosed: {
        const done = step === VerificationViewModel.State.Done;
        camera.stop();
        verification.close();
        finished(done);
    }
    onTitleChanged: {
        if (opened) {
            title_.announce();
        }
    }

    Item {
        id: title_

        function announce() {
            Accessible.announce(dialog.title, Accessible.Assertive);
        }

        visible: false
    }
    Fault {
        text: dialog.verification.errorText
    }
    Waiting {
        visible: dialog.waiting.length > 0
        text: dialog.waiting
    }
    Prose {
        visible: dialog.asked
        text: dialog.verification.own ? qsTr("Another of your devices asks to be verified. Accept only when you have started this yourself.") : qsTr("%1 (%2) wants to verify with you. Call each other, so that you know who is there.").arg(dialog.who).arg(dialog.verification.userId)
    }
    ReadyPart {
        Layout.fillWidth: true
        visible: dialog.choosing
        verification: dialog.verification
        camera: dialog.camera
        onTold: sentence => dialog.reveal(sentence)
    }
    EmojiPart {
        id: symbols

        Layout.minimumWidth: 0 // narrower than seven symbols in a row
        Layout.fillWidth: true
        visible: dialog.comparing
        verification: dialog.verification
        who: dialog.who
    }
    Prose {
        visible: dialog.step === VerificationViewModel.State.Scanned
        text: qsTr("The code was scanned by %1. Answer yes only when the screen there shows that it succeeded.").arg(dialog.who)
    }
    RowLayout {
        visible: dialog.step === VerificationViewModel.State.Done
        spacing: Theme.space3

        Glyph {
            source: "qrc:/icons/shield-check.svg"
            size: Math.round(32 * Theme.scale)
            color: Theme.success
        }
        Prose {
            text: dialog.verification.own ? qsTr("Your devices trust each other, and your former messages are being unlocked.") : qsTr("From now on you are warned when the digital identity of %1 changes.").arg(dialog.who)
        }
    }
    RowLayout {
        visible: dialog.step === VerificationViewModel.State.Cancelled
        spacing: Theme.space3

        Glyph {
            Layout.alignment: Qt.AlignTop
            source: dialog.verification.alarming ? "qrc:/icons/warning.svg" : "qrc:/icons/info.svg"
            size: Math.round(24 * Theme.scale)
            color: dialog.verification.alarming ? Theme.error : Theme.inkSoft
        }
        Prose {
            text: dialog.verification.endText
        }
    }
}
