// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Section: a part of the page: its heading, what it is for, and what can be done there.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

ColumnLayout {
    id: section

    required property string title
    property string intro: ""

    spacing: Theme.space3

    Text {
        Layout.fillWidth: true
        text: section.title
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
        text: section.intro
    }
}
