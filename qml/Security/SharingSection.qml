// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SharingSection: who receives the keys of what one writes.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls

Section {
    id: section

    required property SecurityViewModel security

    title: qsTr("Who can read you")

    Toggle {
        Layout.fillWidth: true
        checked: section.security.verifiedOnly
        text: qsTr("Send to verified people only")
        hint: qsTr("Members of a conversation whom you have not verified yourself see your new messages as locked.")
        onToggled: {
            section.security.setVerifiedOnly(checked);
            checked = Qt.binding(() => section.security.verifiedOnly);
        }
    }
}
