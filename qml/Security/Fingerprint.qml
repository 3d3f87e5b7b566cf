// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fingerprint: a long key in groups of four, to be read out or copied.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

RowLayout {
    id: line

    required property string value
    required property string purpose

    signal copyRequested(string value)

    spacing: Theme.space1

    Text {
        Layout.fillWidth: true
        text: line.value.length > 0 ? line.value : "—"
        color: Theme.inkStrong
        font.family: Theme.monoFamily
        font.pixelSize: Theme.sizeLabel
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    IconButton {
        Layout.alignment: Qt.AlignTop
        implicitWidth: Theme.control - 8
        implicitHeight: Theme.control - 8
        visible: line.value.length > 0
        name: qsTr("Copy: %1").arg(line.purpose)
        glyph: "edit-copy"
        glyphSize: Theme.glyph
        onClicked: line.copyRequested(line.value)
    }
}
