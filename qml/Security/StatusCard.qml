// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StatusCard: how safe one's messages are, in one line, and at most one thing to do.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Rectangle {
    id: card

    required property SecurityViewModel security
    readonly property int state_: security.state
    readonly property bool well: state_ === SecurityViewModel.State.Well
    readonly property bool waiting: state_ === SecurityViewModel.State.Loading
    readonly property bool replaced: state_ === SecurityViewModel.State.IdentityReplaced
    readonly property bool grave: replaced || state_ === SecurityViewModel.State.KeysForeign || state_ === SecurityViewModel.State.Failed
    readonly property color inkColor: well ? Theme.success : grave ? Theme.error : waiting ? Theme.inkSoft : Theme.warning

    signal setUpRequested
    signal confirmRequested
    signal restoreRequested
    signal signOutRequested
    signal itWasMe
    signal itWasNotMe

    readonly property string title: {
        switch (state_) {
        case SecurityViewModel.State.Well:
            return qsTr("Your messages are protected");
        case SecurityViewModel.State.SetUp:
            return qsTr("Protect your messages");
        case SecurityViewModel.State.Confirm:
            return qsTr("Confirm this device");
        case SecurityViewModel.State.Restore:
            return qsTr("Unlock your former messages");
        case SecurityViewModel.State.KeysForeign:
            return qsTr("This device must be signed in again");
        case SecurityViewModel.State.IdentityReplaced:
            return qsTr("Your digital identity was replaced");
        case SecurityViewModel.State.Failed:
            return qsTr("The state of your account is not known");
        default:
            return qsTr("Looking at your account…");
        }
    }
    readonly property string sentence: {
        switch (state_) {
        case SecurityViewModel.State.SetUp:
            return qsTr("Without a recovery code, your encrypted messages are lost when you lose this computer.");
        case SecurityViewModel.State.Confirm:
            return qsTr("Until it is confirmed, your contacts see a warning and your former messages stay locked.");
        case SecurityViewModel.State.Restore:
            return qsTr("Their keys are in your backup. Your recovery code opens it.");
        case SecurityViewModel.State.KeysForeign:
            return qsTr("The server has keys for it that are not its own. Nothing is sent from here, so that your messages stay safe. Sign out, then in again. If it comes back, tell your security contact.");
        case SecurityViewModel.State.IdentityReplaced:
            return qsTr("Somebody who knows your password made a new one. If it was not you, change your password, tell your security contact and make a new identity.");
        case SecurityViewModel.State.Failed:
            return security.statusError;
        default:
            return "";
        }
    }
    readonly property string action: {
        switch (state_) {
        case SecurityViewModel.State.SetUp:
            return qsTr("Set up recovery");
        case SecurityViewModel.State.Confirm:
            return qsTr("Confirm this device");
        case SecurityViewModel.State.Restore:
            return qsTr("Enter the recovery code");
        case SecurityViewModel.State.KeysForeign:
            return qsTr("Sign out…");
        case SecurityViewModel.State.IdentityReplaced:
            return qsTr("It was not me");
        case SecurityViewModel.State.Failed:
            return qsTr("Try again");
        default:
            return "";
        }
    }

    function act() {
        switch (state_) {
        case SecurityViewModel.State.SetUp:
            return setUpRequested();
        case SecurityViewModel.State.Confirm:
            return confirmRequested();
        case SecurityViewModel.State.Restore:
            return restoreRequested();
        case SecurityViewModel.State.KeysForeign:
            return signOutRequested();
        case SecurityViewModel.State.IdentityReplaced:
            return itWasNotMe();
        default:
            return security.refresh();
        }
    }

    implicitHeight: row.implicitHeight + Theme.space4 * 2
    radius: Theme.radiusLarge
    color: well ? Theme.paperAlt : grave ? Theme.errorSoft : waiting ? Theme.paperAlt : Theme.warningSoft

    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
            margins: Theme.space4
        }
        spacing: Theme.space3

        Glyph {
            Layout.alignment: card.sentence.length > 0 ? Qt.AlignTop : Qt.AlignVCenter
            source: card.well ? "qrc:/icons/shield-check.svg" : card.waiting ? "view-refresh" : "qrc:/icons/shield-alert.svg"
            size: Math.round(24 * Theme.scale)
            color: card.inkColor
        }
        ColumnLayout {
            spacing: Theme.space1

            Text {
                Layout.fillWidth: true
                text: card.title
                color: Theme.inkStrong
                font.family: Theme.family
                font.pixelSize: Theme.sizeTitleS
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Prose {
                visible: text.length > 0
                text: card.sentence
            }
            Flow {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                visible: card.action.length > 0
                spacing: Theme.space2

                ActionButton {
                    kind: ActionButton.Primary
                    text: card.action
                    onClicked: card.act()
                }
                ActionButton {
                    visible: card.replaced
                    text: qsTr("It was me")
                    onClicked: card.itWasMe()
                }
            }
        }
    }
}
