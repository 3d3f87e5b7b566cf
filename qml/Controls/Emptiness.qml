// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Emptiness: what a place says when there is nothing in it, and what can be done.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

ColumnLayout {
    id: place

    property string glyph: ""
    required property string text
    property string hint: ""
    default property alias actions: buttons.data

    spacing: Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: hint.length > 0 ? text + " " + hint : text

    Glyph {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.space2
        visible: place.glyph.length > 0
        source: place.glyph
        size: Math.round(48 * Theme.scale)
        color: Theme.inkSoft
    }
    Text {
        Layout.fillWidth: true
        text: place.text
        color: Theme.inkStrong
        font.family: Theme.family
        font.pixelSize: Theme.sizeTitleS
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    Text {
        Layout.fillWidth: true
        visible: text.length > 0
        text: place.hint
        color: Theme.inkSoft
        font.family: Theme.family
        font.pixelSize: Theme.sizeLabel
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1.25
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    ColumnLayout {
        id: buttons

        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space3
        spacing: Theme.space2
    }
}
