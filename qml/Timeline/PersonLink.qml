// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PersonLink: over a picture or a name, the way to the person's sheet; the message's menu is the
// way of the keyboard.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: link

    required property string name

    signal clicked

    Accessible.role: Accessible.Button
    Accessible.name: qsTr("About %1").arg(name)
    Accessible.onPressAction: clicked()

    TapHandler {
        onTapped: link.clicked()
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
