// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Remark: said in place of a message that is gone or cannot be read, with what may help.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Controls
import Tchap.Theme

Column {
    id: remark

    required property string glyph
    required property string text
    required property real widest
    property string title: ""
    property string action: ""

    signal acted

    spacing: 2

    Row {
        spacing: Theme.space2

        Glyph {
            y: Math.round((label.font.pixelSize * 1.25 - height) / 2)
            source: remark.glyph
            size: Theme.glyph
            color: Theme.inkSoft
        }
        Text {
            id: label

            width: Math.min(Math.ceil(implicitWidth), remark.widest - Theme.glyph - Theme.space2)
            text: remark.title.length > 0 ? remark.title : remark.text
            color: remark.title.length > 0 ? Theme.ink : Theme.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.sizeLabel
            font.weight: remark.title.length > 0 ? Font.Medium : Font.Normal
            font.italic: remark.title.length === 0
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
    Text {
        leftPadding: Theme.glyph + Theme.space2 // and no x: a column does not count it
        width: Math.min(Math.ceil(implicitWidth), remark.widest)
        visible: remark.title.length > 0
        text: remark.text
        color: Theme.inkSoft
        font.family: Theme.family
        font.pixelSize: Theme.sizeLabel
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    ActionButton {
        x: Theme.glyph
        visible: remark.action.length > 0
        implicitHeight: Theme.control - 8
        kind: ActionButton.Quiet
        focusPolicy: Qt.NoFocus // by the keyboard: in the message's menu
        text: remark.action
        onClicked: remark.acted()
    }
}
