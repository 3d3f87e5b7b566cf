// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Skeleton: grey shapes in the place of rows that are on their way.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.Theme

Column {
    id: skeleton

    property int rows: 3
    property int rowHeight: Theme.roomRow

    Accessible.ignored: true

    Repeater {
        model: skeleton.rows

        RowLayout {
            id: shape

            required property int index

            width: skeleton.width
            height: skeleton.rowHeight
            spacing: Theme.space3

            Rectangle {
                Layout.leftMargin: Theme.space3
                implicitWidth: 40
                implicitHeight: 40
                radius: 20
                color: Theme.line
            }
            Column {
                Layout.fillWidth: true
                Layout.rightMargin: Theme.space6
                spacing: Theme.space2

                Rectangle {
                    width: parent.width * [0.55, 0.4, 0.7][shape.index % 3]
                    height: 10
                    radius: 4
                    color: Theme.line
                }
                Rectangle {
                    width: parent.width * [0.85, 0.95, 0.6][shape.index % 3]
                    height: 10
                    radius: 4
                    color: Theme.line
                }
            }
        }
    }
}
