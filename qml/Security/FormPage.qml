// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FormPage: a page over the conversations, with a way back, a title and one column of parts. What
// has the keyboard is kept on the screen.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.Controls
import Tchap.Theme

FocusScope {
    id: page

    required property string title
    required property string backName
    default property alias parts: column.data

    signal closed

    function focusFirst() {
        back.forceActiveFocus(Qt.TabFocusReason);
    }

    Keys.onEscapePressed: closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        Accessible.ignored: true
    }
    RowLayout {
        id: header

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: Theme.space2
            rightMargin: Theme.space4
        }
        height: Theme.header
        spacing: Theme.space3

        IconButton {
            id: back

            focus: true
            name: page.backName
            glyph: "go-previous"
            shortcutText: qsTr("Esc")
            onClicked: page.closed()
        }
        Text {
            Layout.fillWidth: true
            text: page.title
            color: Theme.inkStrong
            font.family: Theme.family
            font.pixelSize: Theme.sizeTitleM
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            textFormat: Text.PlainText
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    Rule {
        id: rule

        anchors {
            left: parent.left
            right: parent.right
            top: header.bottom
        }
    }
    Flickable {
        id: flick

        anchors {
            left: parent.left
            right: parent.right
            top: rule.bottom
            bottom: parent.bottom
        }
        contentHeight: column.implicitHeight + Theme.space8 * 2
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Basic.ScrollBar.vertical: SlimScrollBar {}

        ColumnLayout {
            id: column

            x: Math.round((flick.width - width) / 2)
            y: Theme.space6
            width: Math.min(Theme.columnMax, flick.width - Theme.space4 * 2)
            spacing: Theme.space8
        }
    }
    Connections {
        target: page.Window.window

        function onActiveFocusItemChanged() {
            const item = page.Window.activeFocusItem;
            for (let each = item; each; each = each.parent) {
                if (each === column) {
                    const at = item.mapToItem(column, 0, 0).y + column.y;
                    flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, Math.min(at - Theme.space6, Math.max(flick.contentY, at + item.height + Theme.space6 - flick.height))));
                    return;
                }
            }
        }
    }
}
