// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AppMenuRule: a line between two groups of a menu.
pragma ComponentBehavior: Bound

import QtQuick.Controls.Basic as Basic
import Tchap.Theme

Basic.MenuSeparator {
    height: visible ? implicitHeight : 0
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    contentItem: Rule {
        implicitWidth: 120
    }
}
