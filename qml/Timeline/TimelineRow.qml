// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// TimelineRow: one row of a conversation, whatever it is: a message, or a line between messages.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic as Basic
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Basic.Control {
    id: row

    required property int index
    required property timelineItem item
    required property RoomViewModel room
    required property Words words
    required property bool listFocused
    property string remedy: ""

    signal actionsRequested(Item at)
    signal menuRequested(Item at)
    //! honest: the words of the link name the place that it leads to.
    signal linkActivated(string link, bool honest)
    signal replyActivated(string eventId)
    signal pictureActivated(timelineItem item)
    signal saveRequested(timelineItem item)
    signal personRequested(timelineItem item)
    signal remedyRequested

    readonly property bool isMessage: item.kind < TimelineItem.Kind.State || item.kind === TimelineItem.Kind.Unsupported
    readonly property bool current: ListView.isCurrentItem && listFocused

    function plain(html: string): string {
        return html.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&#39;/g, "'").replace(/&amp;/g, "&").trim();
    }
    function isHonest(link: string): bool {
        const anchors = /<a\s[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g;
        let found = false;
        for (let each = anchors.exec(item.html); each !== null; each = anchors.exec(item.html)) {
            if (plain(each[1]) !== link) {
                continue;
            }
            const label = plain(each[2]);
            const host = words.linkHost(/^[a-z]+:\/\//i.test(label) ? label : "https://" + label);
            if (host.length === 0 || host !== words.linkHost(link)) {
                return false;
            }
            found = true;
        }
        return found;
    }
    function light() {
        glow.restart();
    }

    implicitHeight: (content.item as Item)?.implicitHeight ?? 0
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: words.messageSpoken(item)
    Accessible.selected: current
    Accessible.onPressAction: row.menuRequested(row)

    contentItem: Loader {
        id: content

        sourceComponent: row.isMessage ? message : line
    }
    background: Rectangle {
        id: ground

        color: Theme.accentSoft
        opacity: 0

        SequentialAnimation {
            id: glow

            PropertyAction {
                target: ground
                property: "opacity"
                value: 1
            }
            PauseAnimation {
                duration: 800
            }
            NumberAnimation {
                target: ground
                property: "opacity"
                to: 0
                duration: Theme.slow * 4
            }
        }
    }

    Component {
        id: message

        MessageRow {
            width: row.width
            item: row.item
            words: row.words
            roomId: row.room.roomId
            active: row.hovered || row.current
            writable: row.room.canWrite
            remedy: row.remedy
            onPersonRequested: row.personRequested(row.item)
            onRemedyRequested: row.remedyRequested()
            onMenuRequested: at => row.menuRequested(at)
            onReactionsRequested: at => row.actionsRequested(at)
            onReplyRequested: row.room.startReply(row.item.uid)
            onReacted: key => row.room.react(row.item.eventId, key)
            onRetryRequested: row.room.retry(row.item.txnId)
            onCancelRequested: row.room.cancel(row.item.txnId)
            onLinkActivated: link => row.linkActivated(link, row.isHonest(link))
            onReplyActivated: eventId => row.replyActivated(eventId)
            onPictureActivated: row.pictureActivated(row.item)
            onSaveRequested: row.saveRequested(row.item)
            onThreadRequested: row.room.openThread(row.item.eventId)
            onVoted: answers => row.room.vote(row.item.eventId, answers)
        }
    }
    Component {
        id: line

        LineRow {
            width: row.width
            item: row.item
            words: row.words
            room: row.room
        }
    }
    FocusRing {
        inset: true
        corner: Theme.radius
        shown: row.current
    }
}
