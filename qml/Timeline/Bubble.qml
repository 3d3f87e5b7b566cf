// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bubble: what was said, with what it answers above and when below.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Tchap.App
import Tchap.Theme

Rectangle {
    id: bubble

    required property timelineItem item
    required property Words words
    required property string roomId
    required property real widest
    //! What may unlock a message that stays locked; empty: nothing here.
    property string remedy: ""
    property bool writable: true

    signal remedyRequested
    signal linkActivated(string link)
    signal replyActivated
    signal pictureActivated
    signal saveRequested
    signal menuRequested
    signal voted(list<string> answers)

    readonly property int kind: item.kind
    readonly property bool isPicture: kind === TimelineItem.Kind.Image || kind === TimelineItem.Kind.Sticker
    readonly property bool isFile: kind === TimelineItem.Kind.File || kind === TimelineItem.Kind.Audio || kind === TimelineItem.Kind.Video
    readonly property bool gone: item.redacted || kind === TimelineItem.Kind.Redacted
    readonly property bool locked: kind === TimelineItem.Kind.Encrypted
    readonly property bool captioned: (isPicture || isFile) && item.body.length > 0 && item.body !== item.file.name
    readonly property bool isPoll: kind === TimelineItem.Kind.Poll
    readonly property bool worded: !locked && !gone && !isPoll && (!(isPicture || isFile) || captioned)
    readonly property real inner: widest - Theme.space3 * 2

    implicitWidth: Math.min(widest, Math.max(content.implicitWidth, caption.implicitWidth) + Theme.space3 * 2)
    implicitHeight: content.implicitHeight + caption.height + Theme.space2 * 2
    radius: Theme.radiusLarge
    color: item.highlighted ? Theme.accentSoft : item.mine ? Theme.bubbleSelf : Theme.bubbleOther
    border {
        width: gone ? 1 : 0
        color: Theme.line
    }

    Rectangle {
        visible: bubble.item.highlighted
        width: 3
        radius: 1
        color: Theme.accent
        anchors {
            left: parent.left
            top: parent.top
            bottom: parent.bottom
            topMargin: 6
            bottomMargin: 6
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: bubble.menuRequested()
    }
    TapHandler {
        acceptedDevices: PointerDevice.TouchScreen
        onLongPressed: bubble.menuRequested()
    }

    ColumnLayout {
        id: content

        x: Theme.space3
        y: Theme.space2
        width: parent.width - Theme.space3 * 2
        spacing: Theme.space1

        Loader {
            Layout.fillWidth: true
            Layout.maximumWidth: bubble.inner
            Layout.bottomMargin: active ? 2 : 0
            active: bubble.item.replyToId.length > 0 && !bubble.gone
            visible: active
            sourceComponent: Quote {
                name: bubble.words.personName(bubble.item.replyToName)
                body: bubble.item.replyToBody
                onActivated: bubble.replyActivated()
            }
        }
        Loader {
            Layout.maximumWidth: bubble.inner
            active: bubble.isPicture && !bubble.gone
            visible: active
            sourceComponent: Picture {
                item: bubble.item
                roomId: bubble.roomId
                widest: bubble.inner
                onActivated: bubble.pictureActivated()
            }
        }
        Loader {
            Layout.fillWidth: true
            Layout.maximumWidth: bubble.inner
            active: bubble.isFile && !bubble.gone
            visible: active
            sourceComponent: FileCard {
                item: bubble.item
                words: bubble.words
                onSaveRequested: bubble.saveRequested()
            }
        }
        Loader {
            Layout.fillWidth: true
            Layout.maximumWidth: bubble.inner
            active: bubble.isPoll && !bubble.gone
            visible: active
            sourceComponent: PollCard {
                item: bubble.item
                writable: bubble.writable
                onVoted: answers => bubble.voted(answers)
            }
        }
        Loader {
            Layout.fillWidth: true
            Layout.maximumWidth: bubble.inner
            active: bubble.worded
            visible: active
            sourceComponent: MessageText {
                item: bubble.item
                widest: bubble.inner
                onLinkOpened: link => bubble.linkActivated(link)
            }
        }
        Loader {
            Layout.fillWidth: true
            Layout.maximumWidth: bubble.inner
            active: bubble.locked || bubble.gone
            visible: active
            sourceComponent: Remark {
                glyph: bubble.gone ? "edit-delete" : "lock"
                title: bubble.gone ? "" : qsTr("Locked message")
                text: bubble.gone ? qsTr("Message deleted") : bubble.words.lockedReason(bubble.item)
                action: bubble.gone ? "" : bubble.remedy
                widest: bubble.inner
                onActed: bubble.remedyRequested()
            }
        }
    }
    CaptionLine {
        id: caption

        anchors {
            right: parent.right
            bottom: parent.bottom
            rightMargin: Theme.space3
            bottomMargin: Theme.space1 + 2
        }
        item: bubble.item
        words: bubble.words
    }
}
