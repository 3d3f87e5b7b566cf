// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rule: a thin line between two regions.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.Theme

Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.line
    Accessible.ignored: true
}
