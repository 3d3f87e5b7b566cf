// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HoverTip: a tooltip in the colours of the theme.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.ToolTip {
    id: tip

    delay: 600
    padding: Theme.space2
    contentItem: Text {
        text: tip.text
        color: Theme.tooltipInk
        font.family: Theme.family
        font.pixelSize: Theme.sizeCaption
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        color: Theme.tooltip
        radius: Theme.radius
    }
}
