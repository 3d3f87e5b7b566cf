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
    property roomSummary item
    readonly property bool joined: item.membership === RoomSummary.Membership.Joined
    readonly property bool favourite: item.tag === RoomSummary.Tag.Favourite
    readonly property bool lowPriority: item.tag === RoomSummary.Tag.LowPriority
    readonly property bool unread: item.markedUnread || item.unread > 0

    signal openRequested(string roomId)
    signal tagRequested(string roomId, int tag)
    signal unreadRequested(string roomId, bool unread)
    signal notifyRequested(string roomId, int notify)
    signal exportRequested(string roomId, string name)
    signal leaveRequested(string roomId, string name)
    signal acceptRequested(string roomId)
    signal declineRequested(string roomId)

    function showFor(item: roomSummary, title: string, at: Item) {
        menu.item = item;
        roomId = item.roomId;
        name = title;
        invited = item.membership === RoomSummary.Membership.Invited;
        if (at) {
            openAt(at, at.width / 2, at.height / 2);
        } else {
            popup();
        }
    }

    //! One way of being notified; chosen again, the room does as its kind.
    component NotifyItem: AppMenuItem {
        required property int notify
        readonly property bool current: menu.item.notify === notify

        icon.name: current ? "dialog-ok-apply" : ""
        Accessible.checkable: true
        Accessible.checked: current
        onTriggered: menu.notifyRequested(menu.roomId, current ? RoomSummary.Notify.Default : notify)
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
        visible: menu.joined
        text: menu.favourite ? qsTr("Remove from the favourites") : qsTr("Add to the favourites")
        icon.name: "favorite"
        onTriggered: menu.tagRequested(menu.roomId, menu.favourite ? RoomSummary.Tag.None : RoomSummary.Tag.Favourite)
    }
    AppMenuItem {
        visible: menu.joined
        text: menu.lowPriority ? qsTr("Normal priority") : qsTr("Low priority")
        icon.name: menu.lowPriority ? "arrow-up" : "arrow-down"
        onTriggered: menu.tagRequested(menu.roomId, menu.lowPriority ? RoomSummary.Tag.None : RoomSummary.Tag.LowPriority)
    }
    AppMenuItem {
        visible: menu.joined && !menu.unread
        text: qsTr("Mark as unread")
        icon.name: "mail-mark-unread"
        onTriggered: menu.unreadRequested(menu.roomId, true)
    }
    AppMenuItem {
        visible: menu.joined && menu.item.markedUnread
        text: qsTr("Remove the mark of unread")
        icon.name: "mail-mark-read"
        onTriggered: menu.unreadRequested(menu.roomId, false)
    }
    AppMenuRule {
        visible: menu.joined
    }
    NotifyItem {
        visible: menu.joined
        notify: RoomSummary.Notify.All
        text: qsTr("Notify of every message")
    }
    NotifyItem {
        visible: menu.joined
        notify: RoomSummary.Notify.Mentions
        text: qsTr("Notify of mentions only")
    }
    NotifyItem {
        visible: menu.joined
        notify: RoomSummary.Notify.Mute
        text: qsTr("Mute")
    }
    AppMenuRule {
        visible: menu.joined
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
