// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SlimScrollBar: a scroll bar that can be seen and grabbed in both themes.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.ScrollBar {
    id: bar

    implicitWidth: 12
    padding: 2
    minimumSize: 0.06
    policy: Basic.ScrollBar.AsNeeded
    Accessible.ignored: true
    contentItem: Rectangle {
        implicitWidth: 8
        radius: 4
        color: bar.pressed || bar.hovered ? Theme.ink : Theme.lineStrong
        opacity: bar.size < 1 ? (bar.active || bar.hovered ? 1 : 0.45) : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.base
            }
        }
    }
    background: null
}
