// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FlowDialog: a dialog of several steps; its content scrolls when the window is small.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

AppDialog {
    id: dialog

    default property alias parts: column.data

    //! Scrolls to a part that came up; its height is known in the next frame.
    function reveal(item: Item) {
        Qt.callLater(() => {
            const end = item.mapToItem(column, 0, item.height).y + column.y + Theme.space2;
            flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, Math.max(flick.contentY, end - flick.height)));
        });
    }

    width: Math.min(Math.round(500 * Theme.scale), (parent ? parent.width : 500) - Theme.space6)
    leftPadding: Theme.space6 - 4
    rightPadding: leftPadding
    closesOnMain: false

    contentItem: Flickable {
        id: flick

        implicitHeight: column.implicitHeight + Theme.space2
        contentHeight: column.implicitHeight + Theme.space2
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        Basic.ScrollBar.vertical: SlimScrollBar {}

        ColumnLayout {
            id: column

            x: 4
            y: 4
            width: flick.width - 8 - (flick.contentHeight > flick.height ? Theme.space2 : 0) // beside the scroll bar
            spacing: Theme.space4
        }
    }
}
