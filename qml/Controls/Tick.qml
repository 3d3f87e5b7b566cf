// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tick: a box to tick, with its sentence.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.CheckBox {
    id: tick

    padding: 0
    spacing: Theme.space2
    font.family: Theme.family
    font.pixelSize: Theme.sizeLabel
    Accessible.name: text
    indicator: Rectangle {
        implicitWidth: 20
        implicitHeight: 20
        y: 2
        radius: Theme.radius
        color: tick.checked ? Theme.accent : Theme.paper
        border {
            width: tick.checked ? 0 : 1
            color: Theme.linePlain
        }

        Glyph {
            anchors.centerIn: parent
            visible: tick.checked
            source: "dialog-ok-apply"
            size: 16
            color: Theme.accentInk
        }
        FocusRing {
            shown: tick.visualFocus
        }
    }
    contentItem: Text {
        leftPadding: tick.indicator.width + tick.spacing
        text: tick.text
        font: tick.font
        color: Theme.ink
        wrapMode: Text.Wrap
        lineHeight: 1.2
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
    }
}
