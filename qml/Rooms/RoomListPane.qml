// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomListPane: account, filter and the list of conversations.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

FocusScope {
    id: pane

    required property App app
    readonly property RoomListViewModel rooms: app.rooms

    signal opened(string roomId)
    signal securityRequested
    signal signOutRequested

    function focusFilter() {
        filter.forceActiveFocus(Qt.ShortcutFocusReason);
        filter.selectAll();
    }
    function focusList() {
        list.keyed = true;
        list.forceActiveFocus(Qt.TabFocusReason);
    }
    function newConversation() {
        create.show();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paperAlt
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.header
            Layout.leftMargin: Theme.space2
            Layout.rightMargin: Theme.space2
            spacing: Theme.space1

            AccountButton {
                Layout.fillWidth: true
                app: pane.app
                onSignOutRequested: pane.signOutRequested()
                onSecurityRequested: pane.securityRequested()
            }
            IconButton {
                name: qsTr("New conversation")
                shortcutText: qsTr("Ctrl+N")
                glyph: "list-add"
                hoverFill: Theme.hoverAlt
                pressedFill: Theme.pressedAlt
                onClicked: pane.newConversation()
            }
        }
        FilterField {
            id: filter

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space3
            Layout.rightMargin: Theme.space3
            Layout.bottomMargin: Theme.space3
            name: qsTr("Filter conversations")
            text: pane.rooms.filterText
            onTextEdited: pane.rooms.filterText = text
            onTextChanged: {
                if (text.length === 0) {
                    pane.rooms.filterText = "";
                }
            }
            onDownPressed: pane.focusList()
            onEscaped: pane.focusList()
            onAccepted: {
                const first = pane.rooms.roomAt(0);
                if (first.length > 0) {
                    pane.opened(first);
                }
            }
        }
        RoomList {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            rooms: pane.rooms
            words: pane.app.words
            filtered: filter.text.length > 0
            onOpened: roomId => pane.opened(roomId)
            onExportRequested: (roomId, name) => exportDialog.show(roomId, name)
            onLeaveRequested: (roomId, name) => leave.ask2(roomId, name)
            onNewRequested: pane.newConversation()
            onTypedAhead: text => {
                filter.forceActiveFocus(Qt.OtherFocusReason);
                filter.text += text;
                pane.rooms.filterText = filter.text;
            }
        }
    }
    Rule {
        anchors {
            right: parent.right
            top: parent.top
            bottom: parent.bottom
        }
    }

    NewConversationDialog {
        id: create

        rooms: pane.rooms
    }
    ExportDialog {
        id: exportDialog

        exports: pane.app.exports
    }
    ConfirmDialog {
        id: leave

        property string roomId: ""
        property string name: ""

        function ask2(roomId: string, name: string) {
            leave.roomId = roomId;
            leave.name = name;
            open();
        }

        title: qsTr("Leave “%1”?").arg(name)
        sentence: qsTr("You will no longer receive its messages. To come back you may need an invitation.")
        mainAction: qsTr("Leave")
        dangerous: true
        onMainRequested: pane.rooms.leave(roomId)
    }
}
