// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// NewConversationDialog: a direct message, a new room, or a public room to join.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

AppDialog {
    id: dialog

    enum Way {
        Direct,
        Create,
        Join
    }

    required property RoomListViewModel rooms
    property int way: NewConversationDialog.Direct
    property string fault: ""

    function show() {
        fault = "";
        way = NewConversationDialog.Direct;
        for (const each of [person, roomName, topic, invitees, address]) {
            each.clear();
        }
        open();
    }
    function focusField() {
        [person, roomName, address][way].grab();
    }

    title: qsTr("New conversation")
    closesOnMain: false
    busy: rooms.acting
    mainAction: [qsTr("Start"), qsTr("Create"), qsTr("Join")][way]
    mainEnabled: [person, roomName, address][way].text.trim().length > 0
    onOpened: focusField()
    onMainRequested: {
        fault = "";
        switch (way) {
        case NewConversationDialog.Direct:
            rooms.startDirect(person.text.trim());
            break;
        case NewConversationDialog.Create:
            rooms.createRoom(roomName.text.trim(), topic.text.trim(), open_.checked, invitees.text);
            break;
        default:
            rooms.join(address.text.trim());
        }
    }

    Connections {
        target: dialog.rooms
        enabled: dialog.opened

        function onFailed(sentence: string) {
            dialog.fault = sentence;
            dialog.focusField();
        }
        function onDone() {
            dialog.close();
        }
    }

    contentItem: Flickable {
        implicitHeight: column.implicitHeight
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: contentHeight > height
        Basic.ScrollBar.vertical: SlimScrollBar {}

        ColumnLayout {
            id: column

            x: 4
            width: parent.width - 8
            spacing: Theme.space4

            Choices {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                choices: [qsTr("Direct message"), qsTr("New room"), qsTr("Join a room")]
                current: dialog.way
                onChosen: index => {
                    dialog.way = index;
                    dialog.fault = "";
                }
            }
            Field {
                id: person

                Layout.fillWidth: true
                visible: dialog.way === NewConversationDialog.Direct
                label: qsTr("Person’s address")
                hint: qsTr("Example: @camille:example.fr")
                fault: visible ? dialog.fault : ""
                onAccepted: dialog.ask()
            }
            Field {
                id: roomName

                Layout.fillWidth: true
                visible: dialog.way === NewConversationDialog.Create
                label: qsTr("Name of the room")
                fault: visible ? dialog.fault : ""
                onAccepted: topic.grab()
            }
            Field {
                id: topic

                Layout.fillWidth: true
                visible: dialog.way === NewConversationDialog.Create
                label: qsTr("Topic (optional)")
                onAccepted: invitees.grab()
            }
            Field {
                id: invitees

                Layout.fillWidth: true
                visible: dialog.way === NewConversationDialog.Create
                label: qsTr("People to invite (optional)")
                hint: qsTr("Addresses separated by commas or spaces")
                onAccepted: dialog.ask()
            }
            Tick {
                id: open_

                Layout.fillWidth: true
                visible: dialog.way === NewConversationDialog.Create
                text: qsTr("Public room: anyone may join, messages are not encrypted")
            }
            Field {
                id: address

                Layout.fillWidth: true
                visible: dialog.way === NewConversationDialog.Join
                label: qsTr("Address of the room")
                hint: qsTr("Example: #projet:example.fr")
                fault: visible ? dialog.fault : ""
                onAccepted: dialog.ask()
            }
        }
    }
}
