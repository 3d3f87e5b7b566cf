// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prose: a paragraph that a screen reader reads.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

Text {
    Layout.fillWidth: true
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.sizeBody
    lineHeight: 1.25
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
