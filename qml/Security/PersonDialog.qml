// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PersonDialog: behind the shield: a person's digital identity and devices.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FlowDialog {
    id: dialog

    required property TrustViewModel trust
    required property SecurityViewModel security
    property string room: ""

    signal verifyRequested(string user, string name, string room)

    //! `room`: the direct conversation with the person, or empty.
    function show(user: string, name: string, room: string) {
        dialog.room = room;
        trust.showPerson(user, name);
        open();
    }

    readonly property string sentence: {
        if (!trust.personLoaded) {
            return "";
        }
        if (trust.personBlocks) {
            return qsTr("This identity has changed since you verified it. Nothing is sent until you verify it again or withdraw the verification.");
        }
        if (trust.personIdentityChanged) {
            return qsTr("This identity is new: the person has reinstalled everything, or somebody else is using the account. Ask the person by telephone.");
        }
        if (trust.personVerified) {
            return qsTr("You have verified this identity.");
        }
        return trust.personHasIdentity ? qsTr("You have not verified this identity. It is the one that was seen first.") : qsTr("This person has no digital identity yet: their devices cannot be verified.");
    }

    title: trust.personName
    mainAction: trust.personBlocks || !trust.personVerified && trust.personHasIdentity && room.length > 0 ? (trust.personBlocks ? qsTr("Verify again") : qsTr("Verify")) : ""
    cancelAction: qsTr("Close")
    onMainRequested: {
        close();
        verifyRequested(trust.personId, trust.personName, room);
    }

    Prose {
        color: Theme.inkSoft
        font.pixelSize: Theme.sizeLabel
        text: dialog.trust.personId
    }
    Fault {
        text: dialog.trust.personError
    }
    Waiting {
        visible: !dialog.trust.personLoaded
        text: qsTr("Looking at the devices…")
    }
    RowLayout {
        visible: dialog.sentence.length > 0
        spacing: Theme.space3

        Glyph {
            Layout.alignment: Qt.AlignTop
            source: dialog.trust.personIdentityChanged || !dialog.trust.personHasIdentity ? "qrc:/icons/warning.svg" : dialog.trust.personVerified ? "qrc:/icons/shield-check.svg" : "qrc:/icons/info.svg"
            color: dialog.trust.personBlocks ? Theme.error : dialog.trust.personIdentityChanged || !dialog.trust.personHasIdentity ? Theme.warning : dialog.trust.personVerified ? Theme.success : Theme.inkSoft
        }
        Prose {
            text: dialog.sentence
        }
    }
    Flow {
        Layout.fillWidth: true
        visible: dialog.trust.personIdentityChanged
        spacing: Theme.space2

        ActionButton {
            text: dialog.trust.personBlocks ? qsTr("Withdraw the verification") : qsTr("Accept the new identity")
            onClicked: dialog.trust.acknowledge(dialog.trust.personId)
        }
    }
    ColumnLayout {
        visible: dialog.trust.personHasIdentity
        spacing: Theme.space1

        Caption {
            text: qsTr("Fingerprint of the digital identity")
        }
        Fingerprint {
            Layout.fillWidth: true
            value: dialog.trust.personFingerprint
            purpose: qsTr("fingerprint of the digital identity")
            onCopyRequested: value => dialog.security.copyText(value)
        }
    }
    ColumnLayout {
        visible: dialog.trust.personLoaded
        spacing: 0

        Caption {
            text: qsTr("Devices")
        }
        Repeater {
            model: dialog.trust.devices

            OtherDeviceRow {
                Layout.fillWidth: true
                onBlockRequested: on => dialog.trust.block(device, on)
            }
        }
    }
}
