// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MessageRow: who, the bubble, reactions, and what became of an own message.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Controls
import Tchap.Theme

Item {
    id: row

    required property timelineItem item
    required property Words words
    required property string roomId
    required property bool active
    required property bool writable
    property string remedy: ""

    signal menuRequested(Item at)
    signal reactionsRequested(Item at)
    signal replyRequested
    signal reacted(string key)
    signal retryRequested
    signal cancelRequested
    signal linkActivated(string link)
    signal replyActivated(string eventId)
    signal pictureActivated
    signal saveRequested
    signal personRequested
    signal remedyRequested
    signal threadRequested
    signal voted(list<string> answers)

    readonly property bool mine: item.mine
    readonly property int gutter: mine ? 0 : Math.round(32 * Theme.scale) + Theme.space2
    readonly property int side: width < Theme.narrowWidth ? Theme.space3 : Theme.space4
    readonly property real room: width - side * 2 - gutter
    readonly property real widest: Math.min(Theme.columnMax, Math.round(room * (width < Theme.narrowWidth ? 0.88 : 0.75)))
    readonly property bool failed: item.sendState === TimelineItem.SendState.Failed

    implicitHeight: column.implicitHeight + column.y

    Avatar {
        x: row.side
        y: column.y + (name.visible ? name.height + column.spacing : 0)
        visible: !row.mine && row.item.firstOfGroup
        size: Math.round(32 * Theme.scale)
        picture: visible ? row.item.senderAvatar : ""
        initials: row.words.initials(row.item.senderName)
        tone: row.words.colourIndex(row.item.sender)

        PersonLink {
            anchors.fill: parent
            name: row.words.personName(row.item.senderName)
            onClicked: row.personRequested()
        }
    }
    ColumnLayout {
        id: column

        x: row.mine ? row.width - row.side - width : row.side + row.gutter
        y: row.item.firstOfGroup ? Theme.space3 : 2
        width: Math.min(implicitWidth, row.widest)
        spacing: 2

        RowLayout {
            id: name

            Layout.maximumWidth: row.widest
            visible: !row.mine && row.item.firstOfGroup
            spacing: Theme.space2

            Text {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                text: row.words.personName(row.item.senderName)
                color: Theme.person(row.words.colourIndex(row.item.sender))
                font.family: Theme.family
                font.pixelSize: Theme.sizeLabel - 1
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.ignored: true

                PersonLink {
                    anchors.fill: parent
                    Accessible.ignored: true // the picture beside it is the same one
                    name: row.words.personName(row.item.senderName)
                    onClicked: row.personRequested()
                }
            }
            Text {
                visible: text.length > 0
                text: row.words.personOrganisation(row.item.senderName)
                color: Theme.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.sizeCaption
                textFormat: Text.PlainText
                Accessible.ignored: true
            }
            Item {
                Layout.fillWidth: true
            }
        }
        Bubble {
            id: bubble

            Layout.alignment: row.mine ? Qt.AlignRight : Qt.AlignLeft
            widest: row.widest
            item: row.item
            words: row.words
            roomId: row.roomId
            remedy: row.words.isUnlockable(row.item) ? row.remedy : ""
            onRemedyRequested: row.remedyRequested()
            onLinkActivated: link => row.linkActivated(link)
            onReplyActivated: row.replyActivated(row.item.replyToId)
            onPictureActivated: row.pictureActivated()
            onSaveRequested: row.saveRequested()
            writable: row.writable
            onVoted: answers => row.voted(answers)
            onMenuRequested: row.menuRequested(null)
        }
        Reactions {
            Layout.alignment: row.mine ? Qt.AlignRight : Qt.AlignLeft
            Layout.maximumWidth: row.widest
            visible: row.item.reactions.length > 0
            reactions: row.item.reactions
            enabled: row.writable
            onReacted: key => row.reacted(key)
        }
        ThreadLine {
            Layout.alignment: row.mine ? Qt.AlignRight : Qt.AlignLeft
            Layout.maximumWidth: row.widest
            visible: row.item.thread.count > 0
            thread: row.item.thread
            words: row.words
            onClicked: row.threadRequested()
        }
        FailedLine {
            Layout.alignment: Qt.AlignRight
            Layout.maximumWidth: row.widest
            visible: row.failed
            sentence: row.failed ? row.words.sendFailure(row.item) : ""
            onRetryRequested: row.retryRequested()
            onCancelRequested: row.cancelRequested()
        }
    }
    Loader {
        id: tools

        readonly property real beside: row.mine ? column.x + column.width - bubble.width - width - Theme.space1 : column.x + bubble.width + Theme.space1
        readonly property bool fits: beside >= Theme.space1 && beside + width <= row.width - Theme.space1

        active: row.active && !row.failed && row.item.eventId.length > 0
        x: fits ? beside : row.mine ? column.x + column.width - width - 2 : Math.min(column.x + bubble.width - width, row.width - width - 2)
        y: fits ? column.y + bubble.y + Math.min(0, (bubble.height - height) / 2) : Math.max(0, column.y + bubble.y - height / 2)
        z: 2
        sourceComponent: MessageTools {
            writable: row.writable && !row.item.redacted && row.item.kind !== TimelineItem.Kind.Redacted
            onReactRequested: at => row.reactionsRequested(at)
            onReplyRequested: row.replyRequested()
            onMenuRequested: at => row.menuRequested(at)
        }
    }
}
