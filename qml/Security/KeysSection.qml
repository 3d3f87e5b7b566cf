// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// KeysSection: the keys of messages, into a file and from one.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

Section {
    id: section

    required property SecuritySheets sheets

    title: qsTr("Keys in a file")
    intro: qsTr("To take your locked messages from one program to another. Whoever has the file and its passphrase can read your messages.")

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        ActionButton {
            text: qsTr("Save the keys…")
            onClicked: section.sheets.exportKeys()
        }
        ActionButton {
            text: qsTr("Add keys from a file…")
            onClicked: section.sheets.importKeys()
        }
    }
}
