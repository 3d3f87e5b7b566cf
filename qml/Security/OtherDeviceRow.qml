// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OtherDeviceRow: a device of somebody else: its fingerprint, who signed it, whether it is blocked.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

Item {
    id: row

    required property string device
    required property string name
    required property string trust
    required property string warning
    required property string fingerprint
    required property bool blocked
    property bool mine: false
    readonly property string signer: trust === "verified" ? qsTr("Signed by the identity that you verified") : trust === "signed" ? qsTr("Signed by its owner’s identity") : warning

    signal blockRequested(bool on)

    implicitHeight: line.implicitHeight + Theme.space3 * 2

    RowLayout {
        id: line

        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.space2

        ColumnLayout {
            spacing: 2
            Accessible.role: Accessible.StaticText
            Accessible.name: [row.name, row.signer, row.fingerprint].join(", ")

            Text {
                Layout.fillWidth: true
                text: row.name
                color: Theme.inkStrong
                font.family: Theme.family
                font.pixelSize: Theme.sizeLabel
                font.weight: Font.Medium
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                Layout.fillWidth: true
                text: row.signer
                color: row.warning.length > 0 ? Theme.warning : Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Text {
                Layout.fillWidth: true
                visible: text.length > 0
                text: row.fingerprint
                color: Theme.inkSoft
                font.family: Theme.monoFamily
                font.pixelSize: Theme.sizeCaption
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
        }
        ActionButton {
            Layout.alignment: Qt.AlignTop
            visible: !row.mine
            kind: ActionButton.Quiet
            text: row.blocked ? qsTr("Unblock") : qsTr("Block")
            Accessible.description: row.name
            onClicked: row.blockRequested(!row.blocked)
        }
    }
    Rule {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
    }
}
