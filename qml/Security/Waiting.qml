// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Waiting: something is under way, and what.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic as Basic
import Tchap.Theme

RowLayout {
    id: line

    required property string text

    Layout.fillWidth: true
    spacing: Theme.space3

    Basic.BusyIndicator {
        implicitWidth: Math.round(28 * Theme.scale)
        implicitHeight: implicitWidth
        running: line.visible && !Theme.still
        palette.dark: Theme.accent
        Accessible.ignored: true
    }
    Prose {
        text: line.text
    }
}
