// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FactLine: what something is called, and what it is; on two lines where the place is narrow.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

GridLayout {
    id: line

    required property string label
    required property string value
    property bool strong: false

    columns: width > 300 * Theme.scale ? 2 : 1
    columnSpacing: Theme.space4
    rowSpacing: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2", "a label, then its value").arg(label).arg(value)

    Prose {
        color: line.strong ? Theme.inkStrong : Theme.ink
        font.weight: line.strong ? Font.DemiBold : Font.Normal
        text: line.label
        Accessible.ignored: true
    }
    Prose {
        Layout.fillWidth: false
        Layout.maximumWidth: Math.max(0, line.width * 0.5)
        Layout.alignment: Qt.AlignTop
        color: Theme.inkStrong
        font.weight: line.strong ? Font.DemiBold : Font.Normal
        font.features: ({
                "tnum": 1
            })
        text: line.value
        Accessible.ignored: true
    }
}
