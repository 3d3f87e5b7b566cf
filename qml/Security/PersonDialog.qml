// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PersonDialog: one person: who they are, whether their digital identity is known, their devices.
// Where all is well it says little.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FlowDialog {
    id: dialog

    required property App app
    readonly property TrustViewModel trust: app.trust
    property string room: ""
    property string avatar: ""
    property bool detailed: false
    readonly property bool me: trust.personId === app.userId
    readonly property bool verifiable: trust.personLoaded && trust.personHasIdentity && !me && (!trust.personVerified || trust.personBlocks)

    signal verifyRequested(string user, string name, string room)

    //! `room`: the direct conversation with the person, or empty.
    function show(user: string, name: string, avatar: string, room: string) {
        dialog.room = room;
        dialog.avatar = avatar;
        detailed = false;
        trust.showPerson(user, name);
        open();
    }

    title: trust.personName
    mainAction: !verifiable ? "" : trust.personBlocks ? qsTr("Verify again") : qsTr("Verify")
    cancelAction: qsTr("Close")
    onMainRequested: {
        close();
        verifyRequested(trust.personId, trust.personName, room);
    }

    RowLayout {
        spacing: Theme.space3

        Avatar {
            size: Math.round(48 * Theme.scale)
            picture: dialog.avatar
            initials: dialog.app.words.initials(dialog.trust.personName)
            tone: dialog.app.words.colourIndex(dialog.trust.personId)
            ground: Theme.modal
        }
        ColumnLayout {
            spacing: 0

            Prose {
                visible: text.length > 0
                text: dialog.trust.personOrganisation
            }
            Prose {
                color: Theme.inkSoft
                font.pixelSize: Theme.sizeLabel
                wrapMode: Text.WrapAnywhere
                text: dialog.trust.personId
            }
        }
    }
    Fault {
        text: dialog.trust.personError
    }
    Waiting {
        visible: !dialog.trust.personLoaded
        text: qsTr("Looking at the devices…")
    }
    IdentityLine {
        visible: dialog.trust.personLoaded && dialog.trust.personError.length === 0
        trust: dialog.trust
        me: dialog.me
    }
    ActionButton {
        visible: dialog.trust.personIdentityChanged && !dialog.me
        text: dialog.trust.personBlocks ? qsTr("Withdraw the verification") : qsTr("Accept the new identity")
        onClicked: dialog.trust.acknowledge(dialog.trust.personId)
    }
    ActionButton {
        Layout.leftMargin: -Theme.space2
        visible: dialog.trust.personLoaded
        kind: ActionButton.Quiet
        icon.name: dialog.detailed ? "arrow-up" : "arrow-down"
        text: dialog.detailed ? qsTr("Hide devices and fingerprints") : qsTr("Show devices and fingerprints")
        Accessible.role: Accessible.Button
        Accessible.checkable: true
        Accessible.checked: dialog.detailed
        onClicked: dialog.detailed = !dialog.detailed
    }
    FingerprintBlock {
        Layout.fillWidth: true
        visible: dialog.detailed && dialog.trust.personHasIdentity
        label: qsTr("Fingerprint of the digital identity")
        value: dialog.trust.personFingerprint
        onCopyRequested: value => dialog.app.security.copyText(value)
    }
    ColumnLayout {
        visible: dialog.detailed && dialog.trust.personLoaded
        spacing: 0

        Caption {
            text: qsTr("Devices")
        }
        Prose {
            Layout.topMargin: Theme.space2
            visible: dialog.trust.deviceCount === 0
            color: Theme.inkSoft
            text: qsTr("No device is known yet.")
        }
        Repeater {
            model: dialog.trust.devices

            OtherDeviceRow {
                Layout.fillWidth: true
                mine: dialog.me
                onBlockRequested: on => dialog.trust.block(device, on)
            }
        }
    }
}
