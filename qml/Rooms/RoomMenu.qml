// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomMenu: what can be done with one conversation of the list.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App
import Tchap.Controls

AppMenu {
    id: menu

    property string roomId: ""
    property string name: ""
    property bool invited: false

    signal openRequested(string roomId)
    signal exportRequested(string roomId, string name)
    signal leaveRequested(string roomId, string name)
    signal acceptRequested(string roomId)
    signal declineRequested(string roomId)

    function showFor(item: roomSummary, title: string, at: Item) {
        roomId = item.roomId;
        name = title;
        invited = item.membership === RoomSummary.Membership.Invited;
        if (at) {
            openAt(at, at.width / 2, at.height / 2);
        } else {
            popup();
        }
    }

    AppMenuItem {
        text: qsTr("Open")
        icon.name: "dialog-messages"
        onTriggered: menu.openRequested(menu.roomId)
    }
    AppMenuItem {
        visible: menu.invited
        text: qsTr("Accept the invitation")
        icon.name: "dialog-ok"
        onTriggered: menu.acceptRequested(menu.roomId)
    }
    AppMenuItem {
        visible: menu.invited
        text: qsTr("Decline the invitation")
        icon.name: "dialog-cancel"
        onTriggered: menu.declineRequested(menu.roomId)
    }
    AppMenuItem {
        visible: !menu.invited
        text: qsTr("Export…")
        icon.name: "document-save"
        onTriggered: menu.exportRequested(menu.roomId, menu.name)
    }
    AppMenuItem {
        visible: !menu.invited
        dangerous: true
        text: qsTr("Leave…")
        icon.name: "im-ban-kick-user"
        onTriggered: menu.leaveRequested(menu.roomId, menu.name)
    }
}
