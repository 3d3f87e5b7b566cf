// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomHeader: the conversation's name and what it is; the way back when there is one column.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Rectangle {
    id: header

    required property RoomViewModel room
    required property Words words
    required property TrustViewModel trust
    required property bool canGoBack

    signal backRequested
    signal identityRequested(string user, string name)
    signal membersRequested
    signal threadsRequested(bool pinned)
    signal pollRequested

    readonly property roomSummary summary: room.summary
    readonly property string name: words.roomName(summary)
    readonly property string facts: {
        const parts = [summary.isDirect ? qsTr("Direct message") : qsTr("Room")];
        if (!summary.encrypted) {
            parts.push(qsTr("not encrypted"));
        }
        if (!summary.isDirect && summary.memberCount > 0) {
            parts.push(qsTr("%n member(s)", "", summary.memberCount));
        }
        if (summary.topic.length > 0) {
            parts.push(summary.topic.replace(/\s+/g, " "));
        }
        return parts.join(" · ");
    }

    implicitHeight: Theme.header
    color: Theme.paper

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: header.canGoBack ? Theme.space1 : Theme.space4
        anchors.rightMargin: Theme.space4
        spacing: Theme.space3

        IconButton {
            visible: header.canGoBack
            name: qsTr("Back to the conversations")
            glyph: "go-previous"
            onClicked: header.backRequested()
        }
        Avatar {
            size: Math.round(36 * Theme.scale)
            picture: header.summary.avatar
            initials: header.words.initials(header.name)
            tone: header.words.colourIndex(header.summary.isDirect ? header.summary.directUser : header.summary.roomId)
            mark: header.summary.encrypted ? "lock" : ""
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Text {
                Layout.fillWidth: true
                text: header.words.personName(header.name)
                color: Theme.inkStrong
                font.family: Theme.family
                font.pixelSize: Theme.sizeTitleS
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                maximumLineCount: 1
                textFormat: Text.PlainText
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Text {
                Layout.fillWidth: true
                text: header.facts
                color: Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                elide: Text.ElideRight
                maximumLineCount: 1
                textFormat: Text.PlainText
                Accessible.role: Accessible.StaticText
                Accessible.name: text

                HoverHandler {
                    id: overFacts
                }
                HoverTip {
                    visible: overFacts.hovered && header.summary.topic.length > 0
                    text: header.summary.topic
                    width: Math.min(implicitWidth, 420)
                }
            }
        }
        IconButton {
            visible: header.trust.changedCount > 0
            name: qsTr("The digital identity of %1 has changed").arg(header.trust.changedName)
            glyph: "qrc:/icons/shield-alert.svg"
            ink: header.trust.blocksSending ? Theme.error : Theme.warning
            inkHovered: ink
            onClicked: header.identityRequested(header.trust.changedUser, header.trust.changedName)
        }
        IconButton {
            visible: header.trust.changedCount === 0 && header.summary.isDirect && header.summary.directUser.length > 0 && header.summary.encrypted
            name: qsTr("Digital identity of %1").arg(header.words.personName(header.name))
            glyph: "user-identity"
            onClicked: header.identityRequested(header.summary.directUser, header.name)
        }
        IconButton {
            visible: header.summary.membership === RoomSummary.Membership.Joined
            name: header.summary.threadUnread > 0 ? qsTr("Threads, %n unread", "", header.summary.threadUnread) : qsTr("Threads")
            glyph: "dialog-messages"
            ink: header.summary.threadUnread > 0 ? Theme.accent : Theme.ink
            onClicked: header.threadsRequested(false)

            Badge {
                x: parent.width - width
                count: header.summary.threadUnread
                mention: header.summary.threadHighlights > 0
            }
        }
        IconButton {
            visible: header.summary.membership === RoomSummary.Membership.Joined && header.width > Math.round(480 * Theme.scale)
            name: qsTr("Pinned messages")
            glyph: "pin"
            onClicked: header.threadsRequested(true)
        }
        IconButton {
            visible: header.room.canWrite && header.width > Math.round(480 * Theme.scale)
            name: qsTr("New poll")
            glyph: "view-list-details"
            onClicked: header.pollRequested()
        }
        IconButton {
            visible: !header.summary.isDirect && header.summary.membership === RoomSummary.Membership.Joined
            name: qsTr("Members")
            glyph: "system-users"
            onClicked: header.membersRequested()
        }
    }
    Rule {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
    }
}
