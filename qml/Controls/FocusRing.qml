// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FocusRing: shows where the keyboard is. Outside of a control, or inset in a row that touches edges.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Rectangle {
    property bool shown: false
    property bool inset: false
    property int corner: Theme.radius

    anchors.fill: parent
    anchors.margins: inset ? 2 : -4
    z: 100
    visible: shown
    color: "transparent"
    radius: inset ? corner : corner + 2
    border.width: 2
    border.color: inset ? Theme.inkStrong : Theme.focus
}
