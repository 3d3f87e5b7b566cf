// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DetailsSection: what somebody who helps asks for: fingerprint, messages that stay locked and why.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Theme

Section {
    id: section

    required property SecurityViewModel security
    required property DevicesViewModel devices

    title: qsTr("Details")

    GridLayout {
        Layout.fillWidth: true
        columns: width > 480 * Theme.scale ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space2

        Prose {
            Layout.fillWidth: false
            Layout.alignment: Qt.AlignTop
            color: Theme.inkSoft
            text: qsTr("Name of this device")
        }
        Fingerprint {
            Layout.fillWidth: true
            value: section.devices.deviceId
            purpose: qsTr("name of this device")
            onCopyRequested: value => section.security.copyText(value)
        }
        Prose {
            Layout.fillWidth: false
            Layout.alignment: Qt.AlignTop
            color: Theme.inkSoft
            text: qsTr("Fingerprint of this device")
        }
        Fingerprint {
            Layout.fillWidth: true
            value: section.devices.fingerprint
            purpose: qsTr("fingerprint of this device")
            onCopyRequested: value => section.security.copyText(value)
        }
        Prose {
            Layout.fillWidth: false
            Layout.alignment: Qt.AlignTop
            color: Theme.inkSoft
            text: qsTr("Locked messages")
        }
        ColumnLayout {
            spacing: 0

            Prose {
                text: section.security.locked > 0 ? qsTr("%n locked message(s)", "", section.security.locked) : qsTr("None")
            }
            Repeater {
                model: section.security.lockedCauses

                Prose {
                    required property var modelData

                    color: Theme.inkSoft
                    font.pixelSize: Theme.sizeLabel
                    text: qsTr("%1: %2", "why messages are locked, then how many").arg(modelData.cause).arg(modelData.count)
                }
            }
        }
    }
}
