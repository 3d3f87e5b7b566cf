// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageMenu: everything that can be done with one message.
pragma ComponentBehavior: Bound

import QtQuick
import Tchap.App
import Tchap.Controls

AppMenu {
    id: menu

    required property RoomViewModel room
    required property Words words
    property string remedy: ""
    property timelineItem item
    property Item anchor: null
    property bool pinned: false

    signal reactRequested(timelineItem item, Item at)
    signal deleteRequested(timelineItem item)
    signal saveRequested(timelineItem item)
    signal pictureRequested(timelineItem item)
    signal personRequested(timelineItem item)
    signal remedyRequested

    readonly property bool failed: item.sendState === TimelineItem.SendState.Failed
    readonly property bool sent: item.eventId.length > 0 && !failed
    readonly property bool gone: item.redacted || item.kind === TimelineItem.Kind.Redacted
    readonly property bool picture: item.kind === TimelineItem.Kind.Image || item.kind === TimelineItem.Kind.Sticker
    readonly property bool file: picture || item.kind === TimelineItem.Kind.File || item.kind === TimelineItem.Kind.Audio || item.kind === TimelineItem.Kind.Video
    readonly property bool message: item.kind < TimelineItem.Kind.State || item.kind === TimelineItem.Kind.Unsupported
    readonly property bool answerable: message && sent && !gone && room.canWrite
    readonly property bool worded: item.kind === TimelineItem.Kind.Text || item.kind === TimelineItem.Kind.Emote || item.kind === TimelineItem.Kind.Notice

    function showFor(wanted: timelineItem, at: Item) {
        item = wanted;
        anchor = at;
        pinned = room.isPinned(wanted.eventId);
        if (!message || (gone && !failed)) {
            return;
        }
        if (at) {
            openAt(at, Math.min(at.width, 96), Math.min(at.height, 48));
        } else {
            popup();
        }
    }

    AppMenuItem {
        visible: menu.answerable
        text: qsTr("Reply")
        icon.name: "mail-reply-sender"
        onTriggered: menu.room.startReply(menu.item.uid)
    }
    AppMenuItem {
        visible: menu.message && menu.sent && menu.room.threadId.length === 0 && (menu.answerable || menu.item.thread.count > 0)
        text: menu.item.thread.count > 0 ? qsTr("Open the thread") : qsTr("Reply in a thread")
        icon.name: "dialog-messages"
        onTriggered: menu.room.openThread(menu.item.eventId)
    }
    AppMenuItem {
        visible: menu.answerable && menu.item.kind === TimelineItem.Kind.Poll && menu.item.poll.mayClose
        text: qsTr("Close the poll")
        icon.name: "dialog-ok-apply"
        onTriggered: menu.room.closePoll(menu.item.eventId)
    }
    AppMenuItem {
        visible: menu.answerable && menu.room.threadId.length === 0 && menu.room.canPin
        text: menu.pinned ? qsTr("Unpin") : qsTr("Pin")
        icon.name: "pin"
        onTriggered: menu.room.pin(menu.item.eventId, !menu.pinned)
    }
    AppMenuItem {
        visible: menu.answerable
        text: qsTr("React…")
        icon.name: "smiley"
        onTriggered: menu.reactRequested(menu.item, menu.anchor)
    }
    AppMenuItem {
        visible: menu.answerable && menu.item.mine && menu.worded
        text: qsTr("Edit")
        icon.name: "edit-entry"
        onTriggered: menu.room.startEdit(menu.item.uid)
    }
    AppMenuItem {
        visible: menu.picture && menu.sent && !menu.gone
        text: qsTr("Show the picture")
        icon.name: "view-fullscreen"
        onTriggered: menu.pictureRequested(menu.item)
    }
    AppMenuItem {
        visible: menu.file && menu.sent && !menu.gone
        text: qsTr("Save the file")
        icon.name: "download"
        onTriggered: menu.saveRequested(menu.item)
    }
    AppMenuItem {
        visible: !menu.gone && menu.item.body.length > 0
        text: qsTr("Copy the text")
        icon.name: "edit-copy"
        onTriggered: menu.room.copyText(menu.item.uid)
    }
    AppMenuItem {
        visible: !menu.gone && menu.remedy.length > 0 && menu.words.isUnlockable(menu.item)
        text: menu.remedy
        icon.name: "unlock"
        onTriggered: menu.remedyRequested()
    }
    AppMenuItem {
        visible: !menu.item.mine && menu.item.sender.length > 0
        text: qsTr("About %1").arg(menu.words.personName(menu.item.senderName))
        icon.name: "user-identity"
        onTriggered: menu.personRequested(menu.item)
    }
    AppMenuItem {
        visible: menu.failed
        text: qsTr("Retry")
        icon.name: "view-refresh"
        onTriggered: menu.room.retry(menu.item.txnId)
    }
    AppMenuItem {
        visible: menu.item.txnId.length > 0 && menu.item.sendState !== TimelineItem.SendState.Sent
        text: qsTr("Do not send")
        icon.name: "dialog-cancel"
        onTriggered: menu.room.cancel(menu.item.txnId)
    }
    AppMenuItem {
        visible: menu.sent && menu.item.mine && !menu.gone && menu.room.canWrite
        dangerous: true
        text: qsTr("Delete…")
        icon.name: "edit-delete"
        onTriggered: menu.deleteRequested(menu.item)
    }
}
