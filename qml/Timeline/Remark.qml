// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Remark: a sentence in the place of words that are not there: deleted, or locked.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Controls
import Tchap.Theme

Row {
    id: remark

    required property string glyph
    required property string text
    required property real widest

    spacing: Theme.space2

    Glyph {
        y: Math.round((label.font.pixelSize * 1.25 - height) / 2)
        source: remark.glyph
        size: Theme.glyph
        color: Theme.inkSoft
    }
    Text {
        id: label

        width: Math.min(implicitWidth, remark.widest - Theme.glyph - remark.spacing)
        text: remark.text
        color: Theme.inkSoft
        font.family: Theme.family
        font.pixelSize: Theme.sizeLabel
        font.italic: true
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
