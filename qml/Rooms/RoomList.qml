// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomList: the conversations by activity; arrows move, Enter opens, letters filter.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FocusScope {
    id: scope

    required property RoomListViewModel rooms
    required property Words words
    property bool filtered: false

    //! The keyboard, not the pointer, is in the list: show where it is.
    property bool keyed: false

    signal opened(string roomId)
    signal exportRequested(string roomId, string name)
    signal leaveRequested(string roomId, string name)
    signal newRequested
    signal typedAhead(string text)

    ListView {
        id: list

        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        clip: true
        model: scope.rooms.model
        reuseItems: true
        cacheBuffer: Theme.roomRow * 4
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightFollowsCurrentItem: true
        highlightMoveDuration: 0
        highlightResizeDuration: 0
        currentIndex: -1
        Basic.ScrollBar.vertical: SlimScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Conversations")

        delegate: RoomRow {
            width: ListView.view.width
            words: scope.words
            listFocused: list.activeFocus && scope.keyed
            selectedRoom: scope.rooms.selected
            onClicked: {
                scope.keyed = false;
                scope.opened(item.roomId);
            }
            onMenuRequested: menu.showFor(item, name, null)
        }

        onActiveFocusChanged: {
            if (activeFocus && currentIndex < 0 && count > 0) {
                currentIndex = Math.max(0, scope.rooms.rowOf(scope.rooms.selected));
            }
        }
        Keys.onPressed: event => {
            scope.keyed = true;
            if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) {
                const roomId = scope.rooms.roomAt(currentIndex);
                if (roomId.length > 0) {
                    scope.opened(roomId);
                }
                event.accepted = true;
            } else if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
                currentIndex = event.key === Qt.Key_Home ? 0 : count - 1;
                event.accepted = true;
            } else if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                const step = Math.max(1, Math.floor(height / Theme.roomRow) - 1);
                const target = currentIndex + (event.key === Qt.Key_PageDown ? step : -step);
                currentIndex = Math.max(0, Math.min(count - 1, target));
                event.accepted = true;
            } else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)) {
                const row = currentItem as RoomRow;
                if (row) {
                    menu.showFor(row.item, row.name, row);
                }
                event.accepted = true;
            } else if (event.text.length === 1 && event.text > " " && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier))) {
                scope.typedAhead(event.text);
                event.accepted = true;
            }
        }
    }

    Connections {
        target: scope.rooms

        function onSelectedChanged() {
            const row = scope.rooms.rowOf(scope.rooms.selected);
            if (row >= 0) {
                list.currentIndex = row;
                list.positionViewAtIndex(row, ListView.Contain);
            }
        }
    }

    RoomMenu {
        id: menu

        onOpenRequested: roomId => scope.opened(roomId)
        onTagRequested: (roomId, tag) => scope.rooms.setTag(roomId, tag)
        onUnreadRequested: (roomId, unread) => scope.rooms.markUnread(roomId, unread)
        onNotifyRequested: (roomId, notify) => scope.rooms.setNotify(roomId, notify)
        onExportRequested: (roomId, name) => scope.exportRequested(roomId, name)
        onLeaveRequested: (roomId, name) => scope.leaveRequested(roomId, name)
        onAcceptRequested: roomId => scope.rooms.accept(roomId)
        onDeclineRequested: roomId => scope.rooms.decline(roomId)
    }

    Skeleton {
        width: parent.width
        visible: list.count === 0 && !scope.filtered && (!scope.rooms.loaded || scope.rooms.firstSync)
        rows: Math.max(1, Math.min(6, Math.floor((parent.height - Theme.space8 * 2) / rowHeight)))
    }
    Text {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            margins: Theme.space4
        }
        visible: list.count === 0 && scope.rooms.firstSync
        text: qsTr("Loading your conversations…")
        color: Theme.inkSoft
        font.family: Theme.family
        font.pixelSize: Theme.sizeLabel
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Emptiness {
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
        }
        anchors.topMargin: Theme.space8
        anchors.margins: Theme.space6
        visible: list.count === 0 && scope.filtered && scope.rooms.count > 0
        text: qsTr("No results for “%1”.").arg(scope.rooms.filterText)
        hint: qsTr("Check the spelling.")
    }
    Emptiness {
        anchors {
            left: parent.left
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
        anchors.margins: Theme.space6
        visible: scope.rooms.loaded && !scope.rooms.firstSync && scope.rooms.count === 0
        glyph: "dialog-messages"
        text: qsTr("You have no conversations yet.")

        ActionButton {
            text: qsTr("New conversation")
            onClicked: scope.newRequested()
        }
    }
}
